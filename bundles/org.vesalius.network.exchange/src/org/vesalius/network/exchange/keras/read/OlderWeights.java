// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vesalius.network.exchange.keras.model.KerasLayer;
import org.vesalius.network.exchange.keras.model.WeightStore;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.KerasObjects;
import org.vesalius.network.exchange.tensor.Tensors;
import org.vesalius.network.weights.WeightTensor;

/**
 * Weights as Keras 1, its backend Theano and layers for cuDNN lay them out, in the layout of Keras 2. Keras 1 has kernels
 * [filters, channels, …], turned by 180°, and each gate of a recurrent layer by itself, also inside wrappers.
 */
public final class OlderWeights {
    private static final Set<String> CONVOLUTIONS = Set.of("Conv1D", "Conv2D", "Conv3D", "Conv2DTranspose",
            "Conv3DTranspose");
    /** Keras 1 stores the gates of an LSTM in the order i, c, f, o. */
    private static final int[] LSTM_GATES = {0, 2, 1, 3};
    private static final int[] GRU_GATES = {0, 1, 2};

    private OlderWeights() {
    }

    public static List<WeightStore.Stored> upgraded(KerasLayer layer, List<WeightStore.Stored> stored, ImportContext context) {
        if (stored.isEmpty()) {
            return stored;
        }
        Optional<KerasLayer> inside = JsonValues.member(layer.config(), "layer")
                .map(json -> KerasLayer.of("", KerasObjects.className(json), KerasObjects.config(json)));
        if (inside.isPresent()) {
            int parts = layer.type().equals("Bidirectional") ? 2 : 1;
            return parts(inside.get(), stored, parts, context);
        }
        if (layer.type().startsWith("CuDNN")) {
            return CudnnWeights.usual(layer.type(), stored);
        }
        List<WeightStore.Stored> weights = context.version().major() == 1 ? renewed(layer, stored) : stored;
        if (context.flipped() && CONVOLUTIONS.contains(layer.type())) {
            List<WeightStore.Stored> turned = new ArrayList<>(weights);
            turned.set(0, new WeightStore.Stored(weights.get(0).name(), flipped(weights.get(0).tensor())));
            return turned;
        }
        return weights;
    }

    /** The layer inside a wrapper, as often as the wrapper has it. */
    private static List<WeightStore.Stored> parts(KerasLayer inside, List<WeightStore.Stored> stored, int parts,
            ImportContext context) {
        List<WeightStore.Stored> upgraded = new ArrayList<>();
        int size = stored.size() / parts;
        for (int i = 0; i < parts; i++) {
            upgraded.addAll(upgraded(inside, stored.subList(i * size, i == parts - 1 ? stored.size() : (i + 1) * size),
                    context));
        }
        return upgraded;
    }

    private static List<WeightStore.Stored> renewed(KerasLayer layer, List<WeightStore.Stored> stored) {
        int count = stored.size();
        return switch (layer.type()) {
            case "LSTM" -> count == 12 ? gates(stored, LSTM_GATES) : stored;
            case "GRU" -> count == 9 ? gates(stored, GRU_GATES) : stored;
            case "Conv1D" -> kernel(stored, sequenceKernel(layer, stored.get(0).tensor()));
            case "Conv2D", "Conv3D" -> kernel(stored, imageKernel(layer, stored.get(0).tensor()));
            default -> stored;
        };
    }

    private static List<WeightStore.Stored> kernel(List<WeightStore.Stored> stored, WeightTensor kernel) {
        List<WeightStore.Stored> weights = new ArrayList<>(stored);
        weights.set(0, new WeightStore.Stored(stored.get(0).name(), kernel));
        return weights;
    }

    /** [length, 1, channels, filters], or before 1.0 [filters, channels, length, 1], to [length, channels, filters]. */
    private static WeightTensor sequenceKernel(KerasLayer layer, WeightTensor kernel) {
        if (kernel.rank() != 4) {
            return kernel;
        }
        int length = JsonValues.integer(layer.config().get("kernel_size"));
        boolean modern = kernel.shape().get(0) == length && kernel.shape().get(1) == 1;
        WeightTensor turned = modern ? kernel : Tensors.permute(kernel, 2, 3, 1, 0);
        return turned.reshaped(List.of(turned.shape().get(0), turned.shape().get(2), turned.shape().get(3)));
    }

    private static WeightTensor imageKernel(KerasLayer layer, WeightTensor kernel) {
        boolean first = JsonValues.memberText(layer.config(), "data_format").orElse("").equals("channels_first");
        if (!first) {
            return kernel;
        }
        return switch (kernel.rank()) {
            case 4 -> Tensors.permute(kernel, 2, 3, 1, 0);
            case 5 -> Tensors.permute(kernel, 2, 3, 4, 1, 0);
            default -> kernel;
        };
    }

    private static WeightTensor flipped(WeightTensor kernel) {
        int[] axes = new int[Math.max(0, kernel.rank() - 2)];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = i;
        }
        return Tensors.reverse(kernel, axes);
    }

    /** Kernel, recurrent kernel and bias of each gate become one kernel, one recurrent kernel and one bias. */
    private static List<WeightStore.Stored> gates(List<WeightStore.Stored> stored, int[] order) {
        List<WeightStore.Stored> joined = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            List<WeightTensor> gates = new ArrayList<>();
            for (int gate : order) {
                gates.add(stored.get(3 * gate + part).tensor());
            }
            joined.add(new WeightStore.Stored(stored.get(part).name(), Tensors.concatenate(gates)));
        }
        return joined;
    }
}
