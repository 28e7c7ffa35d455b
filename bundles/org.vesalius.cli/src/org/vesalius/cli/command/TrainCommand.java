// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.vesalius.cli.context.CliContext.Interrupts;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.option.GivenPath;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.ConsoleProgress;
import org.vesalius.engine.run.RunHandle;
import org.vesalius.experiment.run.RunOptions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code train}: a new run of an experiment. */
@Command(name = "train", header = "Trains the network of an experiment.",
        description = {"", "Checks the experiment, freezes it in a new run folder and trains in a process of its own, "
                + "which is started again from the last checkpoint, twice at most, when a crash or a shortage of memory ends it. "
                + "Ctrl-C stops with the weights kept and the best model measured; a second Ctrl-C stops at once. "
                + "The best model is measured on the validation subset at the end; the test part stays shut until 'evaluate --part "
                + "test' opens it. The last line is the run folder.",
            "",
            "A training that diverged fails: a loss or a parameter is no finite number; or the training loss of an epoch "
                    + "is 100 times what a network reaches that knows nothing (the untrained one, or the mean of the truth "
                    + "for every sample), or twice that with the same answer for every sample, and it stays so for a second "
                    + "epoch or to the end.",
            "",
            "Cross-validation: --folds trains once for each fold that a column of the data set tells, each time with that "
                    + "fold held out, and then measures all predictions together; --fold trains for one. Some of the other samples "
                    + "choose among epochs. Folds are of what isn't in the test part, which is in none of these runs.",
            ""},
        footer = {"", "Examples:", "  vesalius train chest-phantom.experiment",
            "  vesalius train chest-phantom.experiment --epochs 2 --seed 7 --json",
            "  run=$(vesalius train chest-phantom.experiment | tail -n 1)",
            "  vesalius train heart.experiment --folds --fold-column hospital",
            "  vesalius train cxr.experiment --waive 'dataset.near-duplicate=follow-ups, looked at by two readers'"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Trained.", "2:The command line is wrong.", "3:The experiment can't be used.",
            "4:Training failed or diverged, or its worker was lost for good.", "5:An engine, a device or disk space is missing.",
            "130:Stopped by Ctrl-C, weights kept."})
public final class TrainCommand implements Callable<Integer> {

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "EXPERIMENT", description = "The .experiment file.")
    private Path experiment;

    @Option(names = "--epochs", paramLabel = "N", description = "Train this many epochs instead.")
    private Integer epochs;

    @Option(names = "--seed", paramLabel = "S", description = "Use this seed instead.")
    private Long seed;

    @Option(names = "--engine", paramLabel = "ID", description = "Use this engine instead, see 'vesalius devices'.")
    private String engine;

    @Option(names = "--device", paramLabel = "D", description = "Use this device instead, see 'vesalius devices'.")
    private String device;

    @Option(names = "--runs", paramLabel = "DIR",
            description = "Put the run folder into DIR; 'runs' beside the experiment if not given.")
    private Path runs;

    @Option(names = "--leave-out-unreadable",
            description = "Train without the samples whose files can't be read, instead of refusing.")
    private boolean leaveOutUnreadable;

    @Option(names = "--waive", paramLabel = "CHECK=REASON",
            description = "Train in spite of what this check of the data set found, such as dataset.duplicate, and why. The reason is"
                    + " kept in the journal of the data set and in the record of the run, and holds while the finding stays the same.")
    private Map<String, String> waivers = new LinkedHashMap<>();

    @ArgGroup
    private FoldOptions folds = new FoldOptions();

    @Option(names = "--fold-column", paramLabel = "COLUMN",
            description = "The column that tells the folds, such as that of the sites to leave one site out; that of the "
                    + "experiment, else the one in the role 'fold', if not given.")
    private String foldColumn;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The command in a context. */
    public TrainCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() throws InterruptedException {
        RunOptions options = options();
        Path file = new GivenPath(context.resolve(experiment)).experiment();
        if (folds.all) {
            return new FoldTraining(context, output.json()).train(file, options, this::start).number();
        }
        return new RunFollower(context, output.json()).follow(start(file, options)).number();
    }

    private RunHandle start(Path file, RunOptions options) {
        ConsoleProgress progress = new ConsoleProgress(context.console());
        try (Interrupts.Handle interrupts = context.interrupts().onInterrupt(progress::cancel)) {
            return context.runs().start(file, options, progress);
        } finally {
            context.console().clearStatus();
        }
    }

    private RunOptions options() {
        if (epochs != null && epochs < 1) {
            throw new ParameterException(spec.commandLine(), "--epochs must be at least 1");
        }
        return new RunOptions(epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed), Optional.ofNullable(engine),
                Optional.ofNullable(device), Optional.ofNullable(runs).map(context::resolve), leaveOutUnreadable,
                Optional.ofNullable(foldColumn), Optional.ofNullable(folds.one), waivers);
    }

    /** Which folds test. */
    private static final class FoldOptions {
        @Option(names = "--fold", paramLabel = "NAME", description = "The fold that is held out.")
        private String one;

        @Option(names = "--folds", description = "Train once for each fold, and measure all together.")
        private boolean all;
    }
}
