// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.option;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine;

/** The options every command takes. */
public final class OutputOptions {

    /** The name under which commands mix these options in. */
    public static final String MIXIN = "output";

    /** The option for results as JSON. */
    public static final String JSON = "--json";

    @Option(names = JSON, description = "Print the result as one JSON document on standard output.")
    private boolean json;

    @Mixin
    private HelpOption help;

    @Option(names = "--debug", description = "Print the technical cause of an error as well.")
    private boolean debug;

    /** Whether the result is wanted as JSON. */
    public boolean json() {
        return json;
    }

    /** Whether technical causes are wanted. */
    public boolean debug() {
        return debug;
    }

    /** The options a command was given; none for a command that takes none. */
    public static OutputOptions of(CommandLine command) {
        CommandLine.Model.CommandSpec mixin = command.getMixins().get(MIXIN) == null ? null
                : command.getCommandSpec().mixins().get(MIXIN);
        return mixin == null ? new OutputOptions() : (OutputOptions) mixin.userObject();
    }
}
