// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analyser;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.core.check.Problem;
import org.vesalius.experiment.io.NetworkUse;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.TrainingScale;
import org.vesalius.network.graph.TopologicalOrder;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.analysis.NetworkTotals;

/**
 * What the analyser shows of a network, worked out before anything is drawn.
 *
 * @param rows the layers, in the order of computation
 * @param parameters all parameters
 * @param flops floating point operations of the network for one sample
 * @param training how it is trained
 * @param trainingBytes memory that training needs
 * @param problems the problems, errors first
 */
record AnalyserReport(List<Row> rows, ParameterCount parameters, OptionalLong flops, Training training,
        OptionalLong trainingBytes, List<Problem> problems) {

    AnalyserReport {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
        Objects.requireNonNull(training);
    }

    /**
     * Works out the report; for any thread, as long as the network does not change.
     *
     * @param network the network that was analysed
     */
    static AnalyserReport of(Network network, NetworkAnalysis analysis, List<Problem> problems,
            Training training) {
        List<Row> rows = new ArrayList<>();
        add(network, analysis, training.scale().batch(), rows);
        return new AnalyserReport(rows, analysis.totalParameters(), analysis.totalFlops(), training,
                analysis.trainingBytes(training.scale()), problems);
    }

    /** Returns how many layers are drawn, inside blocks too. */
    long layers() {
        return rows.stream().filter(row -> NetworkTotals.counts(row.type())).count();
    }

    /** Layers of a cycle have no order of computation; they come last. */
    private static void add(LayerGraph graph, NetworkAnalysis analysis, int batch, List<Row> rows) {
        Set<Layer> layers = new LinkedHashSet<>(TopologicalOrder.of(graph).layers());
        layers.addAll(graph.getLayers());
        layers.forEach(layer -> add(layer, analysis, batch, rows));
    }

    private static void add(Layer layer, NetworkAnalysis analysis, int batch, List<Row> rows) {
        Optional<Shape> shape = analysis.shapeOf(layer);
        rows.add(new Row(layer.getId(), path(layer), layer.eClass(), LayerInfo.of(layer.eClass()).label(),
                shape.map(Shape::display).orElse(""), shape.map(Shape::elements).orElse(OptionalLong.empty()),
                analysis.parameters(layer).total(), analysis.flops(layer), analysis.activationBytes(layer, batch)));
        if (layer instanceof LayerGraph block) {
            add(block, analysis, batch, rows);
        }
    }

    /** Returns the name of a layer behind those of the blocks that hold it. */
    private static String path(Layer layer) {
        String name = layer.getName() == null ? "" : layer.getName();
        EObject container = layer.eContainer();
        return container instanceof Layer block ? path(block) + " › " + name : name;
    }

    /**
     * What the analyser says of one layer.
     *
     * @param id its id
     * @param name its name, behind the names of the blocks that hold it
     * @param type its type
     * @param typeLabel what the type is called
     * @param shape what it gives for one sample; empty while that is not known
     * @param elements how many numbers that is
     * @param parameters how many numbers it keeps
     * @param flops floating point operations for one sample
     * @param bytes memory for the result of one batch
     */
    record Row(String id, String name, EClass type, String typeLabel, String shape, OptionalLong elements,
            long parameters, OptionalLong flops, OptionalLong bytes) {
    }
}

/**
 * How a network is trained, as far as it costs memory, and who says so.
 *
 * @param scale batch size and optimiser
 * @param source where this comes from, for people
 * @param choice the experiments among which the user may choose, the one that says so first; empty where there is no choice
 */
record Training(TrainingScale scale, String source, List<NetworkUse> choice) {

    Training {
        Objects.requireNonNull(scale);
        Objects.requireNonNull(source);
        choice = List.copyOf(choice);
    }

    /** Returns what the first experiment says; what is usual, for a network that no experiment uses. */
    static Training of(List<NetworkUse> uses) {
        return switch (uses.size()) {
            case 0 -> new Training(TrainingScale.usual(), "as usual: no experiment uses this network yet", List.of());
            case 1 -> new Training(uses.get(0).scale(), "as in " + uses.get(0).name(), List.of());
            default -> new Training(uses.get(0).scale(), "as in", uses);
        };
    }

    /** Returns the same with a batch that was chosen here. */
    Training withBatch(int batch) {
        return batch == scale.batch() ? this : new Training(
                new TrainingScale(batch, scale.optimizer(), scale.statesPerParameter()), "chosen here", List.of());
    }
}
