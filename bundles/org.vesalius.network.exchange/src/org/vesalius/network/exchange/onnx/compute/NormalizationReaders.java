// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.compute;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.network.BatchNormalization;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerNormalization;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.SlidingWindow;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.NumberTypes;
import org.vesalius.network.weights.WeightTensor;

/** Normalisations. */
public final class NormalizationReaders {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    private NormalizationReaders() {
    }

    public static void addTo(Map<String, OperatorReader> readers) {
        readers.put("BatchNormalization", NormalizationReaders::batch);
        readers.put("LayerNormalization", NormalizationReaders::layer);
    }

    private static void batch(ForeignNode node, Reading reading) throws NotExpressible {
        if (node.integer("training_mode", 0) != 0) {
            throw new NotExpressible("it normalises by the batch at hand, as in training");
        }
        View in = SlidingWindow.ChannelsFirst.in(reading.view(node, 0), node, reading);
        BatchNormalization layer = MAKE.createBatchNormalization();
        layer.setEpsilon(NumberTypes.shortest(node.number("epsilon", 1e-5)));
        layer.setMomentum(NumberTypes.shortest(node.number("momentum", 0.9)));
        View result = reading.addInPlace(node, layer, in);
        weight(layer, "gamma", node, 1, reading);
        weight(layer, "beta", node, 2, reading);
        weight(layer, "moving_mean", node, 3, reading);
        weight(layer, "moving_variance", node, 4, reading);
        reading.put(node, result);
    }

    private static void weight(Layer layer, String name, ForeignNode node, int input,
            Reading reading) throws NotExpressible {
        ForeignArray array = reading.needed(node, input);
        reading.draft().weight(layer, name, WeightTensor.of(array.floats(), array.size()));
    }

    private static void layer(ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        int axis = in.axis(node.integer("axis", -1));
        Optional<ForeignArray> scale = reading.constant(node, 1);
        Optional<ForeignArray> shift = reading.constant(node, 2);
        boolean sample = axis == 1 && in.rank() > 2;
        if (axis != in.rank() - 1 && !sample) {
            throw new NotExpressible("it normalises over several axes, but not over all of a sample");
        }
        View ready = sample ? inARow(in, node, reading) : in.isLastAxis(axis) ? in
                : FunctionReaders.withLast(in, axis, node, reading);
        LayerNormalization layer = MAKE.createLayerNormalization();
        layer.setEpsilon(NumberTypes.shortest(node.number("epsilon", 1e-5)));
        layer.setScale(scale.isPresent());
        layer.setCenter(shift.isPresent());
        View result = reading.addInPlace(node, layer, ready);
        if (scale.isPresent()) {
            reading.draft().weight(layer, "gamma", row(scale.get(), sample, in, ready));
        }
        if (shift.isPresent()) {
            reading.draft().weight(layer, "beta", row(shift.get(), sample, in, ready));
        }
        reading.put(node, result);
    }

    private static View inARow(View in, ForeignNode node, Reading reading) throws NotExpressible {
        return reading.arranged(in, List.of(Atom.essential(View.flat(in.natural()))), node.called());
    }

    private static WeightTensor row(ForeignArray array, boolean sample, View in, View ready) throws NotExpressible {
        float[] values = sample && array.size() == ready.shape().last().size()
                ? Constants.Full.inOrder(array, in).values() : array.floats();
        if (values.length != ready.shape().last().size()) {
            throw new NotExpressible("its weights don't belong to what it normalises");
        }
        return WeightTensor.of(values, values.length);
    }
}
