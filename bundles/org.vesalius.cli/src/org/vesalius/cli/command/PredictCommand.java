// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

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
import org.vesalius.cli.option.SamplesToPredict;
import org.vesalius.cli.output.ConsoleProgress;
import org.vesalius.cli.output.JsonText;
import org.vesalius.core.English;
import org.vesalius.experiment.run.PredictionQuestion;
import org.vesalius.experiment.run.RunFolder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code predict}: what the best model of a run says about new samples. */
@Command(name = "predict", header = "Lets the best model of a run judge new samples.",
        description = {"", "Samples are files (images, volumes, signals), rows of a table, or a data set. They become numbers "
                + "as those of the training did: with its preprocessing, categories, missing values and scales.",
            "",
            "Writes one row a sample: its name, the scores of the model, and the category it decides for. "
                    + "With two categories there is one score, of the category that its column names, and the threshold "
                    + "from which on it decides for that; with more, the highest score decides. Samples that can't be used "
                    + "are listed with their reasons, and the others are still predicted.",
            ""},
        footer = {"", "Examples:", "  vesalius predict runs/20261123T184500Z_cxr_42 new/*.png --out predictions.csv",
            "  vesalius predict runs/20261123T184500Z_heart_42 --table patients.csv --id patient --out predictions.csv",
            "  vesalius predict runs/20261123T184500Z_ecg_42 --data beats --subset test --out predictions.csv"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:All samples predicted.", "2:The command line is wrong.",
            "3:This is no run, it has no model yet, or some samples can't be used.",
            "4:The worker gave no answer.", "5:An engine, a device or disk space is missing."})
public final class PredictCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 100;

    private final CliContext context;

    @Parameters(index = "0", paramLabel = "RUN", description = "The run folder.")
    private Path run;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "FILE", description = "Images, volumes or signals, or folders of "
            + "them, for a network that takes one of these.")
    private List<Path> files = List.of();

    @ArgGroup(exclusive = true)
    private SamplesToPredict samples = new SamplesToPredict();

    @Spec
    private CommandSpec spec;

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
        if (files.isEmpty() != samples.given()) {
            throw new ParameterException(spec.commandLine(), files.isEmpty()
                    ? "What to predict is missing: files, --table FILE or --data DATASET"
                    : "Files are given, and a table or a data set as well");
        }
        RunFolder folder = new GivenPath(context.resolve(run)).run();
        PredictionQuestion question = samples.question(files, context);
        Path target = context.output(out,
                Stream.concat(Stream.of(folder.path()), question.sources().stream()).toArray(Path[]::new));
        JsonObject answer = context.runs().predict(folder, question, target, new ConsoleProgress(context.console()));
        int leftOut = answer.get("left_out").getAsInt();
        int rows = answer.get("rows").getAsInt();
        answer.getAsJsonArray("remarks").forEach(text -> context.console().note("warning: " + text.getAsString()));
        tellLeftOut(answer, leftOut, question.noun(), leftOut + rows);
        if (output.json()) {
            answer.addProperty("out", target.toString());
            context.console().line(JsonText.of(answer));
        } else {
            context.console().line(English.quantity(rows, question.noun()) + " predicted by the model of epoch "
                    + answer.get("epoch").getAsInt() + ":");
            context.console().line(target.toString());
        }
        return (leftOut == 0 ? ExitCode.OK : ExitCode.INVALID_INPUT).number();
    }

    private void tellLeftOut(JsonObject answer, int leftOut, String noun, int all) {
        if (leftOut == 0) {
            return;
        }
        context.console().note("error: " + leftOut + " of " + English.quantity(all, noun) + " can't be used");
        int shown = 0;
        for (JsonElement each : answer.getAsJsonArray("unreadable")) {
            if (shown++ < MOST_SHOWN) {
                JsonObject sample = each.getAsJsonObject();
                context.console().note("  where: " + sample.get("sample").getAsString() + " "
                        + sample.get("reason").getAsString());
            }
        }
        if (leftOut > MOST_SHOWN) {
            context.console().note("  and " + (leftOut - MOST_SHOWN) + " more");
        }
        context.console().note("  remedy: Repair or replace them; any others are predicted");
    }
}
