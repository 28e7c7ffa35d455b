// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.HelpOption;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.JsonText;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.UsualSettings;
import org.vesalius.experiment.io.ExperimentDraft;
import org.vesalius.experiment.io.ExperimentFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands about experiments. */
@Command(name = "experiment", header = "Makes experiments.", subcommands = NewExperimentCommand.class)
final class ExperimentCommand implements Runnable {

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing, such as 'experiment new'");
    }
}

/** {@code experiment new}: an experiment with the bindings that its data set suggests for its network. */
@Command(name = "new", header = "Makes an experiment of a network and a data set.",
        description = {"", "The roles of the columns say which of them go into the network and which it is compared with. "
                + "All settings are the usual ones; 'check' says what is left to be changed.",
            ""},
        footer = {"", "Example:", "  vesalius experiment new --network chest.network --dataset scans-dataset "
                + "--out chest.experiment"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Written.", "2:The command line is wrong.",
            "3:The network or the data set can't be used, or the file exists."})
public final class NewExperimentCommand implements Callable<Integer> {

    private final CliContext context;

    @Option(names = "--network", paramLabel = "FILE", required = true, description = "The network to train.")
    private Path network;

    @Option(names = "--dataset", paramLabel = "DIR", required = true, description = "The data set to learn from.")
    private Path dataset;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
    private Path out;

    @Option(names = "--force", description = "Replace a file that exists.")
    private boolean force;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The command in a context. */
    public NewExperimentCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() {
        Path file = context.newOutput(out, force, context.resolve(network), context.resolve(dataset));
        ExperimentDraft draft = new ExperimentDraft(file, context.experiments());
        Experiment experiment = draft.create(from(file, network), from(file, dataset), UsualSettings.create());
        draft.bind(experiment);
        new ExperimentFiles().save(experiment, file);
        context.console().line(output.json() ? JsonText.ofFile(file) : file.toString());
        return ExitCode.OK.number();
    }

    /** A path as an experiment names it: from its folder, the same on every system. */
    private String from(Path file, Path named) {
        Path place = context.resolve(named);
        return (place.getRoot().equals(file.getRoot()) ? file.getParent().relativize(place) : place).toString()
                .replace('\\', '/');
    }
}
