// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;
import org.vesalius.network.ui.analysis.NetworkTotals;
import org.vesalius.network.ui.analysis.Quantity;
import org.vesalius.network.ui.design.OpenDesign;
import org.vesalius.ui.field.Field;
import org.vesalius.ui.field.ReadOnlyField;

/** What the analysis says of the selection: shapes, parameters, cost. */
final class ResultFields {
    private static final String UNKNOWN = "not known";
    private static final String PARAMETERS = "How many numbers the layer keeps; training adapts all but the fixed ones.";
    private static final String FLOPS = "Floating point operations of one sample on its way through; a multiplication "
            + "with its addition counts as two.";
    private static final String MEMORY = "The result of one sample in 32-bit numbers.";

    private ResultFields() {
    }

    /** Returns the fields for what is selected. */
    static List<Field> of(Selected selected) {
        if (selected.isNetwork()) {
            return network(selected.design());
        }
        return selected.layer().map(layer -> layer(selected.design(), layer)).orElseGet(() -> layers(selected));
    }

    private static List<Field> layer(OpenDesign design, Layer layer) {
        return List.of(
                new ReadOnlyField("Input shape", "What comes in for one sample.", () -> inputs(design.analysis(), layer)),
                new ReadOnlyField("Output shape", "What the layer gives for one sample.",
                        () -> design.analysis().shapeOf(layer).map(Shape::display).orElse(UNKNOWN)),
                new ReadOnlyField("Parameters", PARAMETERS, () -> design.analysis().parameterCount(layer)
                        .map(count -> parameters(count.total(), count.fixed())).orElse(UNKNOWN)),
                new ReadOnlyField("Share", "Its share of all parameters of the network.",
                        () -> share(design.analysis(), layer)),
                new ReadOnlyField("FLOPs", FLOPS, () -> Quantity.about(design.analysis().flops(layer))),
                new ReadOnlyField("Memory", MEMORY, () -> Quantity.bytes(design.analysis().activationBytes(layer, 1))));
    }

    private static String inputs(AnalysisSnapshot analysis, Layer layer) {
        List<Connection> inputs = Inputs.connections(layer);
        return inputs.isEmpty() ? "none"
                : inputs.stream().map(input -> analysis.shapeOn(input).map(Shape::display).orElse(UNKNOWN))
                        .collect(Collectors.joining(", "));
    }

    private static String parameters(long total, long fixed) {
        return Quantity.count(total) + (fixed > 0 ? " (" + Quantity.count(fixed) + " fixed)" : "");
    }

    private static String share(AnalysisSnapshot analysis, Layer layer) {
        Optional<Long> all = NetworkTotals.of(analysis).map(NetworkTotals::parameters).filter(total -> total > 0);
        return all.map(total -> String.format("%.1f %%", 100.0 * analysis.parameters(layer) / total)).orElse(UNKNOWN);
    }

    private static List<Field> layers(Selected selected) {
        OpenDesign design = selected.design();
        return List.of(
                new ReadOnlyField("Layers", "How many are selected.", () -> Quantity.count(selected.layers().size())),
                new ReadOnlyField("Parameters", PARAMETERS, () -> Quantity.count(selected.layers().stream()
                        .mapToLong(layer -> design.analysis().parameters(layer)).sum())),
                new ReadOnlyField("FLOPs", FLOPS, () -> Quantity.about(sum(selected, design.analysis()::flops))),
                new ReadOnlyField("Memory", MEMORY, () -> Quantity.bytes(
                        sum(selected, layer -> design.analysis().activationBytes(layer, 1)))));
    }

    private static OptionalLong sum(Selected selected, Function<Layer, OptionalLong> value) {
        long sum = 0;
        for (Layer layer : selected.layers()) {
            OptionalLong one = value.apply(layer);
            if (one.isEmpty()) {
                return one;
            }
            sum += one.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    private static List<Field> network(OpenDesign design) {
        return List.of(
                new ReadOnlyField("Layers", "How many layers the network has.",
                        () -> Quantity.count(NetworkTotals.layers(design.network()))),
                new ReadOnlyField("Parameters", PARAMETERS,
                        () -> totals(design).map(NetworkTotals::parametersText).orElse(UNKNOWN)),
                new ReadOnlyField("FLOPs", FLOPS, () -> Quantity.about(design.analysis().totalFlops())),
                new ReadOnlyField("Training memory", "What one batch needs: parameters, gradients, the optimiser's state "
                        + "and the results of all layers.",
                        () -> totals(design).map(NetworkTotals::memoryText).orElse(UNKNOWN)));
    }

    private static Optional<NetworkTotals> totals(OpenDesign design) {
        return NetworkTotals.of(design.analysis());
    }
}
