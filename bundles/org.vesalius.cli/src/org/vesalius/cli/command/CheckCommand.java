// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.vesalius.cli.context.CliContext.Interrupts;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.ConsoleProgress;
import org.vesalius.cli.output.JsonText;
import org.vesalius.cli.output.ProblemText;
import org.vesalius.core.English;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code check}: what is wrong with networks, data sets and experiments. */
@Command(name = "check", header = "Checks networks, data sets and experiments.",
        description = {"", "Prints the same findings that the window shows: errors keep a training from starting, "
                + "warnings and advice do not. An experiment is checked together with its network and data set.",
            ""},
        footer = {"", "Examples:", "  vesalius check chest-phantom.experiment",
            "  vesalius check --json *.network scans-dataset"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:No errors.", "2:The command line is wrong.", "3:Errors were found.", "130:Ended by Ctrl-C."})
public final class CheckCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(arity = "1..*", paramLabel = "FILE",
            description = "A .network or .experiment file, or the folder of a data set.")
    private List<Path> files;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The command in a context. */
    public CheckCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() {
        FileCheck check = new FileCheck(context.experiments());
        Map<Path, List<Problem>> findings = new LinkedHashMap<>();
        ConsoleProgress progress = new ConsoleProgress(context.console());
        try (Interrupts.Handle interrupts = context.interrupts().onInterrupt(progress::cancel)) {
            files.forEach(file -> findings.put(file, check.check(context.resolve(file), progress)));
            context.console().clearStatus();
        }
        if (output.json()) {
            context.console().line(JsonText.of(document(findings)));
        } else {
            findings.forEach(this::print);
        }
        return (count(findings, Severity.ERROR) == 0 ? ExitCode.OK : ExitCode.INVALID_INPUT).number();
    }

    private void print(Path file, List<Problem> problems) {
        context.console().line(file + ": " + (problems.isEmpty() ? "no problems" : summary(problems)));
        problems.forEach(problem -> ProblemText.lines(problem).forEach(context.console()::line));
    }

    private static String summary(List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        return errors == 0 ? "no errors" : English.quantity(errors, "error");
    }

    private static JsonObject document(Map<Path, List<Problem>> findings) {
        JsonArray array = new JsonArray();
        findings.forEach((file, problems) -> {
            JsonObject json = new JsonObject();
            json.addProperty("file", file.toString());
            json.add("problems", ProblemText.toJson(problems));
            array.add(json);
        });
        JsonObject document = new JsonObject();
        document.add("files", array);
        document.addProperty("errors", count(findings, Severity.ERROR));
        document.addProperty("warnings", count(findings, Severity.WARNING));
        return document;
    }

    private static long count(Map<Path, List<Problem>> findings, Severity severity) {
        return findings.values().stream().flatMap(List::stream).filter(p -> p.severity() == severity).count();
    }
}
