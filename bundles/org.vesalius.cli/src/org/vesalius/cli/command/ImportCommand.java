// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import org.vesalius.cli.option.HelpOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that make a data set of what others wrote, one for each kind of files. */
@Command(name = "import", header = "Makes a data set of files.")
public final class ImportCommand implements Runnable {

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "The kind of files is missing, such as 'import images'");
    }
}
