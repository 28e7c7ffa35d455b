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
import org.vesalius.network.diff.MergedNetwork;
import org.vesalius.network.diff.NetworkMerge;
import org.vesalius.network.io.NetworkFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code network merge}: the changes of two people together. */
@Command(name = "merge", header = "Brings the changes of two people together.",
        description = {"", "Where both changed the same, OURS stays and the place is listed. As a merge driver of Git: "
                + "vesalius network merge %%O %%A %%B --out %%A",
            ""},
        footer = {"", "Example:", "  vesalius network merge base.network mine.network theirs.network --out mine.network"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Merged without a conflict.", "2:The command line is wrong.",
            "3:A file can't be read, or both changed the same; the merged network is written in this case."})
public final class MergeCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(index = "0", paramLabel = "BASE", description = "What both started from.")
    private Path base;

    @Parameters(index = "1", paramLabel = "OURS", description = "One version.")
    private Path ours;

    @Parameters(index = "2", paramLabel = "THEIRS", description = "The other version.")
    private Path theirs;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write the merged network.")
    private Path out;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The command in a context. */
    public MergeCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() {
        Path target = context.output(out);
        NetworkFiles files = new NetworkFiles(context.experiments().layers());
        MergedNetwork merged = NetworkMerge.merge(files.load(context.resolve(base)),
                files.load(context.resolve(ours)), files.load(context.resolve(theirs)));
        files.save(merged.network(), target);
        if (output.json()) {
            JsonObject document = new JsonObject();
            document.addProperty("file", target.toString());
            document.add("conflicts", JsonText.texts(merged.conflicts().stream().map(MergedNetwork.Conflict::message).toList()));
            context.console().line(JsonText.of(document));
        } else {
            merged.conflicts().forEach(conflict -> context.console().line("conflict: " + conflict.message()));
            context.console().line(target.toString());
        }
        return (merged.conflicts().isEmpty() ? ExitCode.OK : ExitCode.INVALID_INPUT).number();
    }
}
