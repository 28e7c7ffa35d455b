// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.concurrent.CancellationException;

import org.vesalius.cli.command.OutputOptions;
import org.vesalius.cli.output.Console;
import org.vesalius.cli.output.JsonText;
import org.vesalius.core.ReportedException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a few lines on standard error what went wrong, where, and what to do; the cause goes to the log. */
final class ErrorPrinter implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final Console console;
    private final FailureLog log;

    ErrorPrinter(Console console, FailureLog log) {
        this.console = Objects.requireNonNull(console, "console");
        this.log = Objects.requireNonNull(log, "log");
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        print("error: " + e.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
            console.note("  remedy: " + command.getCommandSpec().qualifiedName() + " --help shows how it is used");
        }
        return ExitCode.USAGE.number();
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
        Failure failure = failure(e);
        print("error: " + failure.message());
        failure.detail().ifPresent(console::note);
        if (!failure.where().isEmpty()) {
            console.note("  where: " + failure.where());
        }
        if (!failure.remedy().isBlank()) {
            console.note("  remedy: " + failure.remedy());
        }
        OutputOptions options = OutputOptions.of(command);
        if (options.json()) {
            console.line(JsonText.of(failure.toJson()));
        }
        keepCause(e, failure, options.debug());
        return failure.exitCode().number();
    }

    private void keepCause(Exception e, Failure failure, boolean debug) {
        if (e.getCause() != null || failure.exitCode() == ExitCode.INTERNAL) {
            log.log(failure.message(), e);
        }
        if (debug) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace, true));
            console.note(trace.toString());
        }
    }

    private void print(String text) {
        console.clearStatus();
        console.note(text);
    }

    private static Failure failure(Exception e) {
        if (e instanceof ReportedException reported) {
            return Failure.of(reported);
        }
        return e instanceof CancellationException ? Failure.interrupted() : Failure.internal(e);
    }
}
