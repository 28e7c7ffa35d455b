// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.option;

import picocli.CommandLine.Option;

/** The option that prints a command's help. */
public final class HelpOption {

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
    private boolean wanted;

    /** Whether the help is wanted. */
    public boolean wanted() {
        return wanted;
    }
}
