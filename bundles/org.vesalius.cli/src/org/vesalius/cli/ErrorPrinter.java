// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.vesalius.cli.context.CliContext.FailureLog;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.Console;
import org.vesalius.cli.output.JsonText;
import org.vesalius.cli.output.UnfinishedFolds;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

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
        Failure failure = Failure.usage(words(e), command.getCommandSpec().qualifiedName());
        print("error: " + failure.message());
        if (!UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
            console.note("  remedy: " + failure.remedy());
        }
        // what could not be parsed can't tell whether the option was given
        if (Arrays.asList(arguments).contains(OutputOptions.JSON)) {
            console.line(JsonText.of(failure.toJson()));
        }
        return failure.exitCode().number();
    }

    private static String words(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            if (!e.getCommandLine().getSubcommands().isEmpty()) {
                return "There is no command '" + unmatched.getUnmatched().get(0) + "'";
            }
            return "This is too much: " + unmatched.getUnmatched().stream().map(word -> "'" + word + "'")
                    .collect(Collectors.joining(", "));
        }
        return e.getMessage().replaceFirst("^Error: ", "");
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
        return print(failure(e), e, OutputOptions.of(command));
    }

    /**
     * Reports a failure.
     *
     * @param cause   what was thrown
     * @param options how the command was to write
     * @return the exit code
     */
    int print(Failure failure, Throwable cause, OutputOptions options) {
        print("error: " + failure.message());
        failure.detail().ifPresent(console::note);
        if (!failure.where().isEmpty()) {
            console.note("  where: " + failure.where());
        }
        if (!failure.remedy().isBlank()) {
            console.note("  remedy: " + failure.remedy());
        }
        if (options.json()) {
            JsonObject document = failure.toJson();
            if (cause instanceof UnfinishedFolds folds) {
                document.add("runs", folds.runs());
            }
            console.line(JsonText.of(document));
        }
        keepCause(cause, failure, options.debug());
        return failure.exitCode().number();
    }

    private void keepCause(Throwable cause, Failure failure, boolean debug) {
        if (cause.getCause() != null || failure.exitCode() == ExitCode.INTERNAL) {
            log.log(failure.message(), LoggedFailure.of(cause));
        }
        if (debug) {
            StringWriter trace = new StringWriter();
            LoggedFailure.of(cause).printStackTrace(new PrintWriter(trace, true));
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
        return e instanceof CancellationException ? Failure.interrupted() : Failure.unforeseen(e);
    }
}
