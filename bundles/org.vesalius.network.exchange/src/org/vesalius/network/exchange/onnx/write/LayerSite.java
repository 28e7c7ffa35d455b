// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Layer;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/**
 * What a layer is written with.
 *
 * @param graph the graph its operators go into
 * @param weights where its weights go
 * @param owner the layer of the network: the layer itself, or the wrapper around it
 * @param inputs what it gets, in order
 * @param shape shape of one sample of its result
 * @param specs the weights of the owner
 * @param remarks takes what the user should know about the result, one sentence each
 */
record LayerSite(GraphWriter graph, WeightWriter weights, Layer owner, List<Signal> inputs, Shape shape,
        List<WeightSpec> specs, Consumer<String> remarks) {
    private static final long MOST_CONSTANTS = 1 << 26;

    /** What the layer gets, as it comes. */
    Signal input() {
        return inputs.get(0);
    }

    /** What the layer gets, in a layout. */
    Signal input(Layout layout) {
        return graph.in(layout, input());
    }

    /** All inputs in one layout. */
    List<Signal> inputs(Layout layout) {
        return inputs.stream().map(input -> graph.in(layout, input)).toList();
    }

    /** Starts an operator of the layer. */
    Op op(String type) {
        return graph.op(owner.getName(), type);
    }

    /** The same site for other inputs and another result: what a layer inside a wrapper sees. */
    LayerSite with(Signal newInput, Shape newShape) {
        return new LayerSite(graph, weights, owner, List.of(newInput), newShape, specs, remarks);
    }

    /** Shape and name of a weight. */
    WeightSpec spec(String name) {
        return specs.stream().filter(spec -> spec.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalStateException(owner.eClass().getName() + " has no weight " + name));
    }

    /** Adds a weight as it is. */
    String weight(String name) {
        return weight(name, WeightLayout.SAME);
    }

    /** Adds a weight in another layout. */
    String weight(String name, WeightLayout layout) {
        return stack(name, List.of(stored(name, layout)));
    }

    /** A weight of this layer in the layout it has in the file. */
    Placement.StoredWeight stored(String name, WeightLayout layout) {
        return new Placement.StoredWeight(owner.getId(), spec(name), layout);
    }

    /** Adds several weights as one array. */
    String stack(String name, List<Placement.StoredWeight> parts) {
        return weights.add(owner.getName() + "/" + name, parts);
    }

    /** A weight that the layer may lack. */
    Optional<String> weightIf(boolean present, String name) {
        return present ? Optional.of(weight(name)) : Optional.empty();
    }

    /**
     * Room for a constant of the graph.
     *
     * @throws ReportedException if it would be larger than any that makes sense; sizes may come from a hostile file
     */
    float[] newNumbers(int rows, int columns) {
        long count = (long) rows * columns;
        if (count < 0 || count > MOST_CONSTANTS) {
            throw refuse("it needs " + count + " constants", "Make its input smaller.");
        }
        return new float[(int) count];
    }

    /** The error that this layer can't be written. */
    ReportedException refuse(String why, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT,
                LayerInfo.called(owner) + " can't be exported to ONNX: " + why + ".", remedy);
    }
}
