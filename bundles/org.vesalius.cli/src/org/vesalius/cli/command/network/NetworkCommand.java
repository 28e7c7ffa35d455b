// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command.network;

import org.vesalius.cli.option.HelpOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands about networks. */
@Command(name = "network", header = "Makes, shows, compares and exchanges networks.",
        subcommands = {NewNetworkCommand.class, SummaryCommand.class, ImportNetworkCommand.class,
            ExportNetworkCommand.class, PredictNetworkCommand.class, DiffCommand.class, MergeCommand.class,
            LayoutCommand.class, RenderCommand.class})
public final class NetworkCommand implements Runnable {

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing, such as 'network summary'");
    }
}
