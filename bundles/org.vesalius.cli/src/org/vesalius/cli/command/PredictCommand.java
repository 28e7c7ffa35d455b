// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.GivenPath;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.ConsoleProgress;
import org.vesalius.cli.output.JsonText;
import org.vesalius.core.English;
import org.vesalius.experiment.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code predict}: what the best model of a run says about images. */
@Command(name = "predict", header = "Lets the best model of a run judge images.",
        description = {"", "Writes one row an image: its path, the scores of the model, and the category it decides for. "
                + "With two categories there is one score, of the category that its column names, and the threshold "
                + "from which on it decides for that; with more, the highest score decides. Images that can't be read "
                + "are listed with their reasons, and the others are still predicted.",
            ""},
        footer = {"", "Example:", "  vesalius predict runs/20261123T184500Z_cxr_42 new/*.png --out predictions.csv"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:All images predicted.", "2:The command line is wrong.",
            "3:This is no run, it has no model yet, or some images can't be read.",
            "4:The worker gave no answer.", "5:An engine, a device or disk space is missing."})
public final class PredictCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(index = "0", paramLabel = "RUN", description = "The run folder.")
    private Path run;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "IMAGE", description = "The images.")
    private List<Path> images;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The CSV file to write.")
    private Path out;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The command in a context. */
    public PredictCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() {
        RunFolder folder = new GivenPath(context.resolve(run)).run();
        List<Path> given = images.stream().map(context::resolve).toList();
        Path target = context.output(out, Stream.concat(Stream.of(folder.path()), given.stream()).toArray(Path[]::new));
        JsonObject answer = context.runs().predict(folder, given, target, new ConsoleProgress(context.console()));
        JsonArray unreadable = answer.getAsJsonArray("unreadable");
        tellUnreadable(unreadable);
        if (output.json()) {
            answer.addProperty("out", target.toString());
            context.console().line(JsonText.of(answer));
        } else {
            context.console().line(English.quantity(answer.get("rows").getAsInt(), "image") + " predicted by the model of epoch "
                    + answer.get("epoch").getAsInt() + ":");
            context.console().line(target.toString());
        }
        return (unreadable.isEmpty() ? ExitCode.OK : ExitCode.INVALID_INPUT).number();
    }

    private void tellUnreadable(JsonArray unreadable) {
        if (unreadable.isEmpty()) {
            return;
        }
        context.console().note("error: " + unreadable.size() + " of " + English.quantity(images.size(), "image")
                + " can't be read");
        for (JsonElement each : unreadable) {
            JsonObject image = each.getAsJsonObject();
            context.console().note("  where: " + image.get("image").getAsString() + " "
                    + image.get("reason").getAsString());
        }
        context.console().note("  remedy: Repair or replace them; any others are predicted");
    }
}
