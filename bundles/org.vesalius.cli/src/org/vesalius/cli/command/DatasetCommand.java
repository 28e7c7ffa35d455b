// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import org.vesalius.cli.option.HelpOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands about data sets. */
@Command(name = "dataset", header = "Makes and divides data sets, and de-identifies their files.",
        subcommands = {ImportCommand.class, SplitCommand.class, DeidentifyCommand.class})
public final class DatasetCommand implements Runnable {

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing, such as 'dataset import images'");
    }
}
