// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command.network;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.JsonText;
import org.vesalius.network.Network;
import org.vesalius.network.diagram.layout.DiagramLayout;
import org.vesalius.network.io.NetworkFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code network layout}: arranges the layers of a network. */
@Command(name = "layout", header = "Arranges the layers of a network from top to bottom.",
        description = {"", "Changes positions only.", ""},
        footer = {"", "Example:", "  vesalius network layout chest.network"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Written.", "2:The command line is wrong.", "3:The file can't be read."})
public final class LayoutCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(paramLabel = "FILE", description = "The .network file.")
    private Path file;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it; into the file itself if not given.")
    private Path out;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The command in a context. */
    public LayoutCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() {
        Path target = context.output(out == null ? file : out);
        NetworkFiles files = new NetworkFiles(context.experiments().layers());
        Network network = files.load(context.resolve(file));
        DiagramLayout layout = new DiagramLayout(network);
        layout.run(() -> false);
        layout.apply();
        files.save(network, target);
        context.console().line(output.json() ? JsonText.ofFile(target) : target.toString());
        return ExitCode.OK.number();
    }
}
