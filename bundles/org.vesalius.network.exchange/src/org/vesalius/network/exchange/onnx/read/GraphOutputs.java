// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Output;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.Selection;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Value;

/** The results of a graph. ONNX knows no losses, so each gets the one that fits the function before it. */
final class GraphOutputs {
    private GraphOutputs() {
    }

    /** Adds an Output for each result. */
    static void addTo(Reading reading) {
        for (ValueInfoProto result : reading.graph().outputs()) {
            Value value = resolved(result.getName(), reading);
            if (value instanceof Value.Opaque opaque) {
                add(result.getName(), opaque.layer(), reading);
            } else if (value instanceof View view) {
                add(result.getName(), ordered(view, result.getName(), reading), reading);
            } else {
                reading.draft().remark("The result '" + result.getName()
                        + "' does not depend on the data and is left out.");
            }
        }
    }

    private static Value resolved(String name, Reading reading) {
        int mark = reading.begin();
        try {
            return reading.resolved(name).orElse(null);
        } catch (NotExpressible e) {
            reading.backTo(mark);
            return ((Selection) reading.value(name).orElseThrow()).placeholder(e.getMessage(), reading);
        }
    }

    /** Images and sequences stay as they are in Vesalius; merged axes come in the order of the file. */
    private static Layer ordered(View view, String name, Reading reading) {
        if (!view.order().isEmpty()) {
            List<Integer> order = view.order();
            boolean sorted = order.stream().sorted().toList().equals(order) && view.isBatchFirst();
            if (!sorted) {
                reading.draft().remark("The result '" + name + "' comes as " + view.shape().describe() + ".");
            }
            return view.layer();
        }
        int mark = reading.draft().mark();
        try {
            return reading.asItIs(view, name).layer();
        } catch (NotExpressible e) {
            reading.draft().backTo(mark);
            reading.draft().note(view.layer(), Fidelity.APPROXIMATED,
                    "its numbers come in another order than in the file, since " + e.getMessage());
            return view.layer();
        }
    }

    private static void add(String name, Layer source, Reading reading) {
        Output output = NetworkFactory.eINSTANCE.createOutput();
        output.setLoss(loss(source));
        reading.draft().add(output, name, "output", List.of(source));
    }

    private static Loss loss(Layer last) {
        ActivationFunction function = last instanceof Activation activation ? activation.getFunction()
                : ActivationFunction.LINEAR;
        return switch (function) {
            case SOFTMAX -> Loss.CATEGORICAL_CROSS_ENTROPY;
            case SIGMOID -> Loss.BINARY_CROSS_ENTROPY;
            default -> Loss.MEAN_SQUARED_ERROR;
        };
    }
}
