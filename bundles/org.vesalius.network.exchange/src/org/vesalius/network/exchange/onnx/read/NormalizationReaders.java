// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.Map;
import java.util.Optional;
import org.vesalius.network.BatchNormalization;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerNormalization;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.weights.WeightTensor;

/** Normalisations. */
final class NormalizationReaders {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    private NormalizationReaders() {
    }

    static void addTo(Map<String, OperatorReader> readers) {
        readers.put("BatchNormalization", NormalizationReaders::batch);
        readers.put("LayerNormalization", NormalizationReaders::layer);
    }

    private static void batch(ForeignNode node, Reading reading) throws NotExpressible {
        if (node.integer("training_mode", 0) != 0) {
            throw new NotExpressible("it normalises by the batch at hand, as in training");
        }
        View in = ChannelsFirst.in(reading.view(node, 0), node, reading);
        BatchNormalization layer = MAKE.createBatchNormalization();
        layer.setEpsilon(Decimals.shortest(node.number("epsilon", 1e-5)));
        layer.setMomentum(Decimals.shortest(node.number("momentum", 0.9)));
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
        reading.sketch().weight(layer, name, WeightTensor.of(array.floats(), array.size()));
    }

    private static void layer(ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        int axis = in.axis(node.integer("axis", -1));
        if (axis != in.rank() - 1) {
            throw new NotExpressible("it normalises over several axes");
        }
        Optional<ForeignArray> scale = reading.constant(node, 1);
        Optional<ForeignArray> shift = reading.constant(node, 2);
        View ready = in.isLastAxis(axis) ? in : FunctionReaders.withLast(in, axis, node, reading);
        LayerNormalization layer = MAKE.createLayerNormalization();
        layer.setEpsilon(Decimals.shortest(node.number("epsilon", 1e-5)));
        layer.setScale(scale.isPresent());
        layer.setCenter(shift.isPresent());
        View result = reading.addInPlace(node, layer, ready);
        scale.ifPresent(array -> reading.sketch().weight(layer, "gamma",
                WeightTensor.of(array.floats(), array.size())));
        shift.ifPresent(array -> reading.sketch().weight(layer, "beta",
                WeightTensor.of(array.floats(), array.size())));
        reading.put(node, result);
    }
}
