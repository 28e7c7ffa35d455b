// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command.network;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.JsonText;
import org.vesalius.network.diff.NetworkDiff;
import org.vesalius.network.io.NetworkFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code diff}: what tells two networks apart. */
@Command(name = "diff", header = "Tells in what two networks differ.",
        description = {"", "Layers are matched by id, then by what they are and where they stand; places on the canvas "
                + "do not count. + is added, - removed, ~ changed, > connected otherwise.",
            ""},
        footer = {"", "Example:", "  vesalius diff chest.network chest-deeper.network"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Compared.", "2:The command line is wrong.", "3:A file can't be read."})
public final class DiffCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "A .network file.")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "Another one.")
    private Path after;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The command in a context. */
    public DiffCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() {
        NetworkFiles files = new NetworkFiles(context.experiments().layers());
        NetworkDiff diff = NetworkDiff.between(files.load(context.resolve(before)), files.load(context.resolve(after)));
        if (output.json()) {
            context.console().line(JsonText.of(document(diff)));
        } else if (diff.isEmpty()) {
            context.console().line("No differences; places on the canvas were not compared.");
        } else {
            diff.describe().forEach(context.console()::line);
        }
        return ExitCode.OK.number();
    }

    private static JsonObject document(NetworkDiff diff) {
        JsonObject document = new JsonObject();
        document.addProperty("same", diff.isEmpty());
        document.add("added", JsonText.texts(diff.added().stream().map(layer -> layer.getId()).toList()));
        document.add("removed", JsonText.texts(diff.removed().stream().map(layer -> layer.getId()).toList()));
        document.add("changed", JsonText.texts(diff.changed().stream().map(change -> change.after().getId()).toList()));
        document.add("rewired", JsonText.texts(
                diff.rewired().stream().map(rewiring -> rewiring.target().getId()).distinct().toList()));
        document.add("lines", JsonText.texts(diff.describe()));
        return document;
    }
}
