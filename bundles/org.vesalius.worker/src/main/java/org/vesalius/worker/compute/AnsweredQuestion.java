// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.compute;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.number.NumberArray;
import org.vesalius.experiment.run.NetworkQuestion;
import org.vesalius.network.Input;
import org.vesalius.network.Network;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightsFile;
import org.vesalius.worker.run.WorkerContext;
import org.vesalius.worker.spi.Tensor;

/** Answers a question about a network that belongs to no run. */
public final class AnsweredQuestion {
    private final NetworkQuestion question;
    private final WorkerContext context;
    private final JsonArray remarks = new JsonArray();
    private final JsonArray read = new JsonArray();
    private List<String> samples = List.of();

    /**
     * A question, to be answered once.
     *
     * @param context layer types, readers and libraries
     */
    public AnsweredQuestion(NetworkQuestion question, WorkerContext context) {
        this.question = Objects.requireNonNull(question, "question");
        this.context = Objects.requireNonNull(context, "context");
    }

    /**
     * Computes, and writes the results.
     *
     * @param device takes the device, when all that can be checked without it is checked
     * @return {@code samples}, {@code inputs}, {@code outputs} and {@code remarks}
     * @throws ReportedException if a file can't be used, or the network can't be computed with it
     * @throws IOException if the device can't be given back
     */
    public JsonObject answer(Supplier<? extends Closeable> device) throws IOException {
        LayerCatalog layers = context.experiments().layers();
        Path file = Path.of(question.network());
        Network network = new NetworkFiles(layers).load(file);
        Map<String, Tensor> inputs = inputs(network);
        NetworkWeights weights = question.weights().isEmpty() ? NetworkWeights.empty()
                : new WeightsFile(Path.of(question.weights())).load();
        Map<String, NumberArray> results = new Computation(context.libraries().of(question.engine()), question.device(),
                layers, question.batch()).results(network, file, weights, inputs, device);
        new ResultFile(Path.of(question.out())).write(results, samples);
        return document(results);
    }

    private Map<String, Tensor> inputs(Network network) {
        List<Input> inputs = network.getLayers().stream().filter(Input.class::isInstance).map(Input.class::cast).toList();
        Map<Input, List<Path>> files = GivenFiles.among(inputs, question.inputs());
        GivenNumbers numbers = new GivenNumbers(context.experiments().readers(), question.scale(), remarks::add);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Input input : inputs) {
            FittedInput fitted = FittedInput.of(
                    numbers.read(input, inputs.indexOf(input), inputs.size() == 1, files.get(input)), input);
            tensors.put(input.getName(), fitted.tensor());
            tell(input, fitted, files.get(input));
        }
        requireSamples(tensors);
        return tensors;
    }

    private void tell(Input input, FittedInput fitted, List<Path> files) {
        boolean images = GivenFiles.Kind.of(files.get(0)) == GivenFiles.Kind.IMAGE;
        if (images || samples.isEmpty()) {
            samples = images ? files.stream().map(Path::toString).toList()
                    : IntStream.range(0, fitted.tensor().batch()).mapToObj(Integer::toString).toList();
        }
        if (images) {
            remarks.add("The values 0 to 255 of images for '" + input.getName() + "' are multiplied by "
                    + question.scale());
        }
        if (!fitted.remark().isEmpty()) {
            remarks.add(fitted.remark());
        }
        read.add(named(input.getName(), input.getShape().display()));
    }

    private static void requireSamples(Map<String, Tensor> tensors) {
        if (tensors.isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The network has no input", "Draw one");
        }
        List<Integer> counts = tensors.values().stream().map(Tensor::batch).distinct().toList();
        if (counts.size() > 1 || counts.get(0) == 0) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, counts.size() > 1
                    ? "The inputs hold different numbers of samples: " + counts : "There is no sample",
                    "Give as many samples for one input as for another, and at least one");
        }
    }

    private JsonObject document(Map<String, NumberArray> results) {
        JsonArray outputs = new JsonArray();
        results.forEach((name, array) -> outputs.add(named(name, array.display().replaceFirst("^[0-9]+×?", ""))));
        JsonObject document = new JsonObject();
        document.addProperty("samples", samples.size());
        document.add("inputs", read);
        document.add("outputs", outputs);
        document.add("remarks", remarks);
        return document;
    }

    private static JsonObject named(String name, String shape) {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("shape", shape);
        return json;
    }
}
