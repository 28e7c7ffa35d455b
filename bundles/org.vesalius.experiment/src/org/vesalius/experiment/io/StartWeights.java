// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Layer;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightSpec;
import org.vesalius.network.weights.WeightTensor;
import org.vesalius.network.weights.WeightsFile;

/**
 * The weights that a training starts from, matched with the layers of its network by their ids.
 *
 * @param weights those of layers that the network has
 * @param fresh names of the layers that start as their settings say, since the file does not mention them
 * @param unused ids in the file that no layer of the network has
 */
public record StartWeights(NetworkWeights weights, List<String> fresh, List<String> unused) {
    private static final String REMEDY = "Choose a file of weights that was saved from this network, adapt the layer, or"
            + " clear the start weights.";

    /** Copies the lists. */
    public StartWeights {
        fresh = List.copyOf(fresh);
        unused = List.copyOf(unused);
    }

    /**
     * Reads and matches the start weights of an experiment.
     *
     * @return empty if it names none
     * @throws ReportedException if the file can't be read, has no layer of the network, or weights of other names or
     *         shapes for one; the message names the layer and both
     */
    public static Optional<StartWeights> of(LoadedExperiment loaded) {
        return loaded.startWeightsFile().map(file -> of(loaded, file));
    }

    /**
     * Reads and matches weights in another file than the experiment names, such as a copy of it.
     *
     * @throws ReportedException as for {@link #of(LoadedExperiment)}
     */
    public static StartWeights of(LoadedExperiment loaded, Path file) {
        return match(new WeightsFile(file).load(), loaded);
    }

    private static StartWeights match(NetworkWeights given, LoadedExperiment loaded) {
        NetworkWeights.Builder builder = NetworkWeights.builder();
        List<String> fresh = new ArrayList<>();
        List<String> unused = new ArrayList<>(given.layerIds());
        for (Layer layer : loaded.analysis().expanded().network().getLayers()) {
            List<WeightSpec> specs = loaded.analysis().weightSpecs(layer);
            Map<String, WeightTensor> tensors = given.layer(layer.getId());
            if (specs.isEmpty()) {
                continue;
            }
            if (tensors.isEmpty()) {
                fresh.add(layer.getName());
                continue;
            }
            unused.remove(layer.getId());
            requireSame(layer, specs, tensors, loaded);
            tensors.forEach((name, tensor) -> builder.put(layer.getId(), name, tensor));
        }
        NetworkWeights weights = builder.build();
        if (weights.isEmpty()) {
            throw refused("The start weights belong to another network: they hold no layer of this one.", loaded);
        }
        return new StartWeights(weights, fresh, unused);
    }

    private static void requireSame(Layer layer, List<WeightSpec> specs, Map<String, WeightTensor> tensors,
            LoadedExperiment loaded) {
        Map<String, List<Integer>> needed = new TreeMap<>(
                specs.stream().collect(Collectors.toMap(WeightSpec::name, WeightSpec::shape)));
        Map<String, List<Integer>> there = new TreeMap<>();
        tensors.forEach((name, tensor) -> there.put(name, tensor.shape()));
        if (!needed.equals(there)) {
            throw refused("The start weights do not fit layer '" + layer.getName() + "': it needs " + text(needed)
                    + ", and they hold " + text(there) + ".", loaded);
        }
    }

    private static String text(Map<String, List<Integer>> shapes) {
        return shapes.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().stream().map(Object::toString)
                        .collect(Collectors.joining("\u00d7")))
                .collect(Collectors.joining(", "));
    }

    private static ReportedException refused(String message, LoadedExperiment loaded) {
        return loaded.startWeightsFile().map(file -> new ReportedException(ErrorKind.INVALID_INPUT, message, file, REMEDY))
                .orElseGet(() -> new ReportedException(ErrorKind.INVALID_INPUT, message, REMEDY));
    }
}
