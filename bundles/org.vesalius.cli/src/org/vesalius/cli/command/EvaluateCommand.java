// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.vesalius.experiment.pool.PooledRuns;
import org.vesalius.experiment.run.EvaluationQuestion;
import org.vesalius.experiment.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate}: how good the best model of a run is on one part of its data. */
@Command(name = "evaluate", header = "Measures the best model of a run, or those of all folds together.",
        description = {"", "Predicts one subset of the run's data with its best model and prints the metrics with the "
                + "number of samples and patients they are of. Sensitivity is that of the second category; with more "
                + "than two, values are means of each category against the rest.",
            "",
            "The test part is shut: nothing but --part test measures on it. Each time it is opened, who, when, which run and what "
                    + "for is added to journal.jsonl of the data set, and the command says for which time that was. What comes of "
                    + "it is kept in the run. If the data set has moved, --dataset says where it is.",
            "",
            "Of several runs, the folds of one cross-validation, it takes the predictions of the folds held out that they "
                    + "left behind: the metrics over all of them (none for survival, for risks of different models can't be "
                    + "compared), and their mean and standard deviation over the folds. Runs whose folds overlap or whose "
                    + "experiments differ are refused. Folds held out are not the test part: what is chosen by them is chosen as by "
                    + "validation samples.",
            ""},
        footer = {"", "Examples:", "  vesalius evaluate runs/20261123T184500Z_chest-phantom_42 --json",
            "  vesalius evaluate runs/20261123T184500Z_chest-phantom_42 --part test --purpose 'final figures of the paper'",
            "  vesalius evaluate runs/*_heart-fold-*"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Measured.", "2:The command line is wrong.", "3:This is no run, or it has no model yet.",
            "4:The worker gave no answer.", "5:An engine or a device is missing."})
public final class EvaluateCommand implements Callable<Integer> {

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "The run folder, or those of all folds.")
    private List<Path> runs;

    @Option(names = {"--part", "--subset"}, paramLabel = "PART", description = "train, validation, or test, which opens the test "
            + "part; of several runs test only. Default: validation, of several runs the folds held out.")
    private Subset part;

    @Option(names = "--purpose", paramLabel = "TEXT", description = "What the test part is opened for, for the journal.")
    private String purpose = "";

    @Option(names = "--dataset", paramLabel = "DIR", description = "Where the data set of the run is now, whose journal records that "
            + "its test part is opened. Not needed where both moved together.")
    private Path dataset;

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
        if (runs.size() > 1 && part != null && part != Subset.TEST) {
            throw new ParameterException(spec.commandLine(), "Several runs are measured together on the folds held out only;"
                    + " leave out --part, or name one run");
        }
        List<RunFolder> folders = runs.stream().map(run -> new GivenPath(context.resolve(run)).run()).toList();
        folders.forEach(folder -> data.apply(folder, context));
        JsonObject evaluation = folders.size() == 1
                ? context.runs().evaluate(folders.get(0), question(), new ConsoleProgress(context.console()))
                : new PooledRuns(folders, context.experiments()).measure();
        if (output.json()) {
            context.console().line(JsonText.of(evaluation));
        } else {
            new EvaluationText(evaluation).lines().forEach(context.console()::line);
        }
        return ExitCode.OK.number();
    }

    private EvaluationQuestion question() {
        return new EvaluationQuestion(part == null ? Subset.VALIDATION : part, purpose,
                Optional.ofNullable(dataset).map(context::resolve));
    }
}
