// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import org.vesalius.cli.command.network.DiffCommand;
import org.vesalius.cli.command.network.NetworkCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The product on the command line: says what it can do. */
@Command(name = "vesalius", mixinStandardHelpOptions = true, versionProvider = ProductVersion.class,
        header = "Draws, trains and tests diagnostic neural networks.",
        description = {"", "Without a command the window opens, on the workspace vesalius-workspace in your home folder; "
                + "vesalius -data FOLDER opens it on another. Results go to standard output, progress and errors to "
                + "standard error.",
            ""},
        subcommands = {DevicesCommand.class, DatasetCommand.class, NetworkCommand.class, DiffCommand.class,
            ExperimentCommand.class, CheckCommand.class, TrainCommand.class, ResumeCommand.class, EvaluateCommand.class,
            PredictCommand.class},
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:It worked.", "1:A fault in Vesalius; the log holds the details.",
            "2:The command line is wrong.", "3:A file, a data set or a setting can't be used.",
            "4:Training failed or diverged, or its worker was lost.",
            "5:An engine, a device, disk space or a permission is missing.",
            "6:Somebody else holds what is needed, such as a run that still goes on.", "130:Ended by Ctrl-C."},
        footer = {"", "Examples:", "  vesalius train examples/chest-phantom/chest-phantom.experiment",
            "  vesalius dataset import images scans --out scans-dataset --split 70/15/15",
            "  vesalius <command> --help"})
public final class VesaliusCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }
}
