// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import com.google.gson.JsonElement;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vesalius.network.exchange.keras.type.AttributeCodec;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.KerasShapes;

/**
 * Where Keras 3 computes something else with PyTorch than with TensorFlow and JAX. Vesalius does what the latter do; a
 * file that may come from PyTorch gets a note. Source: {@code keras/src/backend/torch/nn.py} of Keras 3.3 and
 * {@code backend/common/backend_utils.py}, which warns of the transposed convolutions.
 */
final class BackendDifferences {
    private static final Set<String> ALIKE = Set.of("tensorflow", "jax");
    private static final Pattern POOLING = Pattern.compile("(Average|Max)Pooling([123])D");
    private static final Pattern CONVOLUTION = Pattern.compile("Conv([123])DTranspose");
    private static final String NOTE = " otherwise when it computes with PyTorch; here it is done as with TensorFlow";

    private BackendDifferences() {
    }

    /** Notes what may differ; {@code backend} is empty if the file does not name it. */
    static void note(LayerUse use, String backend) {
        if (use.version().major() < 3 || ALIKE.contains(backend) || use.inputs().isEmpty() || !isSame(use)) {
            return;
        }
        String type = use.layer().type();
        Matcher pooling = POOLING.matcher(type);
        Matcher convolution = CONVOLUTION.matcher(type);
        if (pooling.matches() && differsInPooling(use, Integer.parseInt(pooling.group(2)),
                pooling.group(1).equals("Average"))) {
            use.differs("Keras pads" + NOTE);
        } else if (convolution.matches() && differsInConvolution(use, Integer.parseInt(convolution.group(1)))) {
            use.differs("Keras places its result" + NOTE);
        }
    }

    private static boolean isSame(LayerUse use) {
        return use.setting("padding").filter(JsonValues::isText).filter(text -> text.getAsString().equals("same"))
                .isPresent();
    }

    private static boolean differsInPooling(LayerUse use, int axes, boolean average) {
        JsonElement pool = use.setting("pool_size").orElse(JsonValues.ONE);
        List<Integer> sizes = AttributeCodec.sizes(pool, axes);
        List<Integer> strides = AttributeCodec.sizes(use.setting("strides").orElse(pool), axes);
        List<Integer> shape = use.inputs().get(0).shape().map(KerasShapes::sizes)
                .orElseGet(() -> Collections.nCopies(axes, -1));
        for (int axis = 0; axis < axes; axis++) {
            int padding = sizes.get(axis) - 1 - Math.floorMod(shape.get(axis) - 1, strides.get(axis));
            boolean known = shape.get(axis) > 0 || strides.get(axis) == 1;
            if (!known || padding < 0 || average && padding % 2 != 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean differsInConvolution(LayerUse use, int axes) {
        List<Integer> sizes = AttributeCodec.sizes(use.setting("kernel_size").orElse(JsonValues.ONE), axes);
        List<Integer> strides = AttributeCodec.sizes(use.setting("strides").orElse(JsonValues.ONE), axes);
        List<Integer> dilations = AttributeCodec.sizes(use.setting("dilation_rate").orElse(JsonValues.ONE), axes);
        for (int axis = 0; axis < axes; axis++) {
            int size = (sizes.get(axis) - 1) * dilations.get(axis) + 1;
            int more = strides.get(axis) - size % 2;
            int padding = Math.max(-Math.floorDiv(size % 2 - size + more, 2), 0);
            if (padding > 0 && 2 * padding + size % 2 - size + more > 0) {
                return true;
            }
        }
        return false;
    }
}
