// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command.network;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.JsonText;
import org.vesalius.cli.output.NetworkSummary;
import org.vesalius.cli.output.ProblemText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code network summary}: the layers of a network with shapes and counts. */
@Command(name = "summary", header = "Lists the layers of a network with shapes, parameters and FLOPs.",
        description = {"", "The table that Keras prints, and below it totals and problems. FLOPs are those of one "
                + "forward pass of one sample, a multiplication and an addition counted as two.",
            ""},
        footer = {"", "Example:", "  vesalius network summary chest.network --batch 32"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:No errors.", "2:The command line is wrong.",
            "3:The file can't be read, or the network has errors."})
public final class SummaryCommand implements Callable<Integer> {

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The .network file.")
    private Path file;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "32",
            description = "Samples computed together, for memory (${DEFAULT-VALUE}).")
    private int batch;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The command in a context. */
    public SummaryCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() {
        if (batch < 1) {
            throw new ParameterException(spec.commandLine(), "--batch must be at least 1");
        }
        AnalysedFile analysed = AnalysedFile.of(context.resolve(file), context.experiments().layers());
        NetworkSummary summary = new NetworkSummary(analysed.network(), analysed.analysis(), batch);
        if (output.json()) {
            context.console().line(JsonText.of(summary.json()));
        } else {
            summary.lines().forEach(context.console()::line);
            analysed.analysis().problems().forEach(problem -> context.console().line(ProblemText.line(problem)));
        }
        return (analysed.analysis().valid() ? ExitCode.OK : ExitCode.INVALID_INPUT).number();
    }
}
