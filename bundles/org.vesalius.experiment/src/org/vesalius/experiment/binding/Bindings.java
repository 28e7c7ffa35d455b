// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.binding;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.Experiment;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.shape.Shape;

/**
 * The bindings of an experiment, with names looked up. What leads nowhere is left out: the checks tell the user.
 *
 * @param inputs the bound inputs, in the order of the network
 * @param outputs the bound outputs, in the order of the network
 */
public record Bindings(List<BoundInput> inputs, List<BoundOutput> outputs) {
    /** Copies the lists. */
    public Bindings {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Looks up the names in the bindings of an experiment. */
    public static Bindings of(Experiment experiment, Network network, NetworkAnalysis analysis, Dataset dataset) {
        List<BoundInput> inputs = layers(network, Input.class).flatMap(layer -> column(experiment, dataset, layer)
                .flatMap(column -> analysis.shapeOf(layer).map(shape -> new BoundInput(layer, shape, column))).stream())
                .toList();
        List<BoundOutput> outputs = layers(network, Output.class).flatMap(layer -> column(experiment, dataset, layer)
                .flatMap(column -> analysis.shapeOf(layer).map(shape -> new BoundOutput(layer, shape, column)))
                .stream()).toList();
        return new Bindings(inputs, outputs);
    }

    private static <L extends Layer> Stream<L> layers(Network network, Class<L> type) {
        return network.getLayers().stream().filter(type::isInstance).map(type::cast);
    }

    private static Optional<Column> column(Experiment experiment, Dataset dataset, Layer layer) {
        return experiment.getBindings().stream()
                .filter(binding -> layer.getName() != null && layer.getName().equals(binding.getLayer()))
                .map(Binding::getColumn).findFirst().flatMap(dataset::column);
    }

    /**
     * An input of the network and the column that feeds it.
     *
     * @param layer the Input layer
     * @param shape the shape of one sample
     * @param column the column
     */
    public record BoundInput(Input layer, Shape shape, Column column) {
        /** No component may be null. */
        public BoundInput {
            Objects.requireNonNull(layer, "layer");
            Objects.requireNonNull(shape, "shape");
            Objects.requireNonNull(column, "column");
        }
    }

    /**
     * An output of the network and the column it is compared with.
     *
     * @param layer the Output layer
     * @param shape the shape of what it says about one sample
     * @param column the column
     */
    public record BoundOutput(Output layer, Shape shape, Column column) {
        /** No component may be null. */
        public BoundOutput {
            Objects.requireNonNull(layer, "layer");
            Objects.requireNonNull(shape, "shape");
            Objects.requireNonNull(column, "column");
        }

        /**
         * Number of values it says about one sample: 1 for two categories or a number, otherwise one for each category.
         */
        public int units() {
            return shape.last().size();
        }
    }
}
