// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.compute;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.number.NumberArray;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.UsualSettings;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.Normalization;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.io.ProjectBlocks;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.LibraryContext;
import org.vesalius.worker.spi.NetworkLibrary;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/**
 * Computes a network in batches.
 *
 * @param library computes
 * @param device identifier of its device
 * @param layers the layer types there are
 * @param batch most samples computed together
 */
record Computation(NetworkLibrary library, String device, LayerCatalog layers, int batch) {
    private static final long SEED = 42;
    // so many names fit into a sentence
    private static final int MOST_NAMED = 5;

    /**
     * The results of all samples by the names of the outputs, in the network's order.
     *
     * @param network the network, the sizes of its inputs known
     * @param file where it came from, for blocks in files of their own
     * @param weights all its weights
     * @param inputs by the names of the inputs
     * @param place takes the device, when all that can be checked without it is checked
     * @throws ReportedException if the network has mistakes or lacks weights
     * @throws IOException if the device can't be given back
     */
    Map<String, NumberArray> results(Network network, Path file, NetworkWeights weights, Map<String, Tensor> inputs,
            Supplier<? extends Closeable> place) throws IOException {
        NetworkAnalysis analysis = new NetworkAnalyser(layers).analyse(network, ProjectBlocks.of(file, layers));
        analysis.problems().stream().filter(Problem::isError).findFirst().ifPresent(problem -> {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The network can't be computed: " + problem.message(),
                    "'vesalius check' lists all that is wrong with a network");
        });
        Network flat = analysis.expanded().orThrow().network();
        requireWeights(flat, weights);
        TrainingSettings settings = UsualSettings.create();
        settings.setThreads(Runtime.getRuntime().availableProcessors());
        LibraryContext context = new LibraryContext(device, settings.getThreads(), SEED, layers);
        library.warmUp(context);
        try (Closeable taken = place.get(); TrainableNetwork built = library.build(flat, settings, context)) {
            built.setWeights(weights);
            return inOrder(flat, inBatches(built, inputs));
        }
    }

    private void requireWeights(Network flat, NetworkWeights weights) {
        NetworkAnalysis analysis = new NetworkAnalyser(layers).analyse(flat);
        List<String> bare = flat.getLayers().stream()
                .filter(layer -> !(layer instanceof Normalization && weights.layer(layer.getId()).isEmpty()))
                .filter(layer -> analysis.weightSpecs(layer).stream()
                        .anyMatch(spec -> weights.get(layer.getId(), spec.name()).isEmpty()))
                .map(Layer::getName).toList();
        if (!bare.isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There are no weights for "
                    + bare.stream().limit(MOST_NAMED).map(name -> "'" + name + "'").collect(Collectors.joining(", "))
                    + (bare.size() > MOST_NAMED ? " and " + English.quantity(bare.size() - MOST_NAMED, "more layer") : ""),
                    "Name the file of weights with --weights, or put it beside the network");
        }
    }

    private Map<String, List<Tensor>> inBatches(TrainableNetwork network, Map<String, Tensor> inputs) {
        int samples = inputs.values().iterator().next().batch();
        Map<String, List<Tensor>> results = new LinkedHashMap<>();
        for (int begin = 0; begin < samples; begin += batch) {
            int from = begin;
            int size = Math.min(batch, samples - begin);
            Map<String, Tensor> part = inputs.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                    input -> rows(input.getValue(), from, size)));
            network.predict(Batch.toPredict(part, size))
                    .forEach((name, said) -> results.computeIfAbsent(name, key -> new ArrayList<>()).add(said));
        }
        return results;
    }

    private static Tensor rows(Tensor all, int from, int size) {
        int[] shape = all.shape().clone();
        shape[0] = size;
        int length = all.sampleSize();
        return new Tensor(shape, Arrays.copyOfRange(all.values(), from * length, (from + size) * length));
    }

    private static Map<String, NumberArray> inOrder(Network flat, Map<String, List<Tensor>> results) {
        Map<String, NumberArray> ordered = new LinkedHashMap<>();
        flat.getLayers().stream().filter(Output.class::isInstance).map(Layer::getName)
                .forEach(name -> ordered.put(name, joined(results.get(name))));
        return ordered;
    }

    private static NumberArray joined(List<Tensor> parts) {
        int[] shape = parts.get(0).shape().clone();
        shape[0] = parts.stream().mapToInt(Tensor::batch).sum();
        float[] values = new float[parts.stream().mapToInt(part -> part.values().length).reduce(0, Math::addExact)];
        int next = 0;
        for (Tensor part : parts) {
            System.arraycopy(part.values(), 0, values, next, part.values().length);
            next += part.values().length;
        }
        return new NumberArray(shape, values);
    }
}
