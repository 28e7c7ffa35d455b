// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command.network;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.ConsoleProgress;
import org.vesalius.cli.output.ExchangeText;
import org.vesalius.cli.output.JsonText;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.UsualSettings;
import org.vesalius.experiment.run.NetworkQuestion.Given;
import org.vesalius.experiment.run.NetworkQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code network predict}: what a network computes of given numbers or images, without a run. */
@Command(name = "predict", header = "Computes a network, to check an import without a run.",
        description = {"", "MODEL is a .network file with the weights beside it, or a Keras or ONNX file, which is imported "
                + "for this once. An INPUT is a .npz or .npy file of NumPy whose first axis counts the samples, a .csv "
                + "file with one row a sample, or images, which are brought to the size of the input. NAME=INPUT says "
                + "for which input it is; otherwise they are for the inputs in their order, and a .npz file holds arrays "
                + "called as the inputs, or x0, x1 …",
            "",
            "What is black and white in images of 16 bits, and of signed or floating-point numbers, is found in all images "
                    + "of an input together and told.",
            "",
            "The result is a .npz file with an array for each output, or a .csv file with one row a sample.", ""},
        footer = {"", "Examples:", "  vesalius network predict model.onnx arrays.npz --out results.npz",
            "  vesalius network predict chest.network a.png b.png --out scores.csv",
            "  vesalius network predict fusion.network scan=a.png record=a.csv --out scores.csv"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Computed.", "2:The command line is wrong.",
            "3:A file can't be used, does not fit the network, or the network can't be computed.",
            "4:The worker gave no answer.", "5:An engine or device is missing, or the result can't be written."})
public final class PredictNetworkCommand implements Callable<Integer> {

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The network or model.")
    private Path model;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "INPUT", description = "Files to compute with.")
    private List<String> inputs;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The .csv or .npz file to write.")
    private Path out;

    @Option(names = "--weights", paramLabel = "FILE", description = "The weights, where they are elsewhere.")
    private Path weights;

    @Option(names = "--scale", paramLabel = "FACTOR", defaultValue = "1/255", description = "What the values 0 to 255 of "
            + "images are multiplied by, a number or a fraction. Default: ${DEFAULT-VALUE}.")
    private String scale;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "32",
            description = "Most samples computed together. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(names = "--engine", paramLabel = "ID", description = "Use this engine, see 'vesalius devices'.")
    private String engine;

    @Option(names = "--device", paramLabel = "D", description = "Use this device, see 'vesalius devices'.")
    private String device;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The command in a context. */
    public PredictNetworkCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() {
        requireValues();
        List<Given> given = inputs.stream().map(this::given).toList();
        Path source = context.resolve(model);
        Path target = context.output(out, Stream.concat(Stream.of(source), given.stream().map(file -> Path.of(file.file())))
                .toArray(Path[]::new));
        requireKnownEnd(target);
        try (ModelToCompute opened = ModelToCompute.open(source, Optional.ofNullable(weights).map(context::resolve),
                context)) {
            JsonObject answer = context.runs().compute(question(opened, given, target),
                    new ConsoleProgress(context.console()));
            print(opened, answer, target);
        }
        return ExitCode.OK.number();
    }

    private void requireValues() {
        if (batch < 1) {
            throw new ParameterException(spec.commandLine(), "--batch must be at least 1");
        }
        if (!scale.matches("-?[0-9]*\\.?[0-9]+(/[0-9]*\\.?[0-9]+)?") || !scale.matches("[^/]*[1-9].*")
                || scale.matches(".*/[0.]*")) {
            throw new ParameterException(spec.commandLine(),
                    "--scale: '" + scale + "' is no number or fraction other than 0, such as 1/255");
        }
    }

    private static void requireKnownEnd(Path target) {
        String name = Objects.toString(target.getFileName(), "").toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv") && !name.endsWith(".npz")) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "Results are written as .csv or .npz", target,
                    "Give the file a name that ends with one of them");
        }
    }

    // a file whose name holds an equals sign is still a file
    private Given given(String word) {
        int equals = word.indexOf('=');
        Path whole = context.resolve(Path.of(word));
        boolean named = equals > 0 && equals < word.length() - 1 && !Files.exists(whole);
        Path file = named ? context.resolve(Path.of(word.substring(equals + 1))) : whole;
        if (!Files.isRegularFile(file)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    Files.isDirectory(file) ? "This is a folder, no file" : "There is no such file", file,
                    "Give .npz, .npy or .csv files, or images");
        }
        return new Given(named ? word.substring(0, equals) : "", file.toString());
    }

    private NetworkQuestion question(ModelToCompute opened, List<Given> given, Path target) {
        TrainingSettings usual = UsualSettings.create();
        return new NetworkQuestion(opened.network().toString(), opened.weights().map(Path::toString).orElse(""),
                engine == null ? usual.getEngine() : engine, device == null ? usual.getDevice() : device, given, scale,
                batch, target.toString());
    }

    private void print(ModelToCompute opened, JsonObject answer, Path target) {
        if (output.json()) {
            opened.report().ifPresent(report -> answer.add("import", ExchangeText.toJson(report)));
            answer.addProperty("out", target.toString());
            context.console().line(JsonText.of(answer));
            return;
        }
        opened.report().ifPresent(report -> report.differences().lines().forEach(context.console()::line));
        lines("input", answer);
        lines("output", answer);
        answer.getAsJsonArray("remarks").forEach(remark -> context.console().line(remark.getAsString()));
        context.console().line(English.quantity(answer.get("samples").getAsLong(), "sample") + " computed:");
        context.console().line(target.toString());
    }

    private void lines(String what, JsonObject answer) {
        for (JsonElement each : answer.getAsJsonArray(what + "s")) {
            JsonObject named = each.getAsJsonObject();
            context.console().line(what + " " + named.get("name").getAsString() + ": "
                    + named.get("shape").getAsString());
        }
    }
}
