// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.GivenPath;
import org.vesalius.cli.option.MovedData;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.ConsoleProgress;
import org.vesalius.cli.output.EvaluationText;
import org.vesalius.cli.output.JsonText;
import org.vesalius.dataset.Subset;
import org.vesalius.experiment.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate}: how good the best model of a run is on one part of its data. */
@Command(name = "evaluate", header = "Measures the best model of a run.",
        description = {"", "Predicts one subset of the run's data with its best model and prints the metrics with the "
                + "number of samples and patients they are of. Sensitivity is that of the second category; with more "
                + "than two, values are means of each category against the rest.",
            ""},
        footer = {"", "Examples:", "  vesalius evaluate runs/20261123T184500Z_chest-phantom_42",
            "  vesalius evaluate runs/20261123T184500Z_chest-phantom_42 --subset validation --json"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Measured.", "2:The command line is wrong.", "3:This is no run, or it has no model yet.",
            "4:The worker gave no answer.", "5:An engine or a device is missing."})
public final class EvaluateCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(paramLabel = "RUN", description = "The run folder.")
    private Path run;

    @Option(names = {"--subset", "--part"}, paramLabel = "SUBSET", defaultValue = "TEST",
            description = "train, validation or test. Default: test.")
    private Subset subset;

    @Mixin(name = MovedData.MIXIN)
    private MovedData data;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The command in a context. */
    public EvaluateCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() {
        RunFolder folder = new GivenPath(context.resolve(run)).run();
        data.apply(folder, context);
        JsonObject evaluation = context.runs().evaluate(folder, subset, new ConsoleProgress(context.console()));
        if (output.json()) {
            context.console().line(JsonText.of(evaluation));
        } else {
            new EvaluationText(evaluation).lines().forEach(context.console()::line);
        }
        return ExitCode.OK.number();
    }
}
