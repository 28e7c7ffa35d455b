// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.ZeroPadding1D;
import org.vesalius.network.exchange.keras.model.WeightStore;
import org.vesalius.network.exchange.keras.type.AttributeCodec;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;
import org.vesalius.network.exchange.keras.type.ValueFields;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightTensor;

/** Convolutions in groups, of each channel along one axis, and transposed ones with gaps in their kernel. */
final class ConvolutionCompositions {
    private static final Set<String> ORDINARY = Set.of("Conv1D", "Conv2D", "Conv3D");
    private static final Set<String> TRANSPOSED = Set.of("Conv1DTranspose", "Conv2DTranspose", "Conv3DTranspose");
    /** What a convolution along one axis is in two, and the settings that become pairs. */
    private static final Map<String, String> IN_TWO_AXES = Map.of("DepthwiseConv1D", "DepthwiseConv2D",
            "SeparableConv1D", "SeparableConv2D");
    private static final List<String> PAIRS = List.of("kernel_size", "strides", "dilation_rate");
    private static final long MOST = 1 << 26;

    private ConvolutionCompositions() {
    }

    static List<Composition> all() {
        return List.of(
                new Composition(use -> ORDINARY.contains(use.layer().type()) && groups(use) > 1,
                        use -> List.of(grouped(use))),
                new Composition(use -> IN_TWO_AXES.containsKey(use.layer().type()), use -> List.of(inTwoAxes(use))),
                new Composition(use -> TRANSPOSED.contains(use.layer().type()) && isDilated(use),
                        use -> List.of(dilated(use))));
    }

    private static int groups(LayerUse use) {
        return use.setting("groups").map(JsonValues::integer).orElse(1);
    }

    /** A kernel over all channels, zero where a result doesn't see a channel; or one for each channel by itself. */
    private static Value grouped(LayerUse use) {
        int groups = groups(use);
        JsonObject config = use.settingsWithout("groups");
        if (use.weights().isEmpty()) {
            throw new UnsupportedSetting("it has " + groups + " groups, and the file holds no weights to join them by");
        }
        WeightTensor kernel = use.weights().get(0).tensor();
        int rank = kernel.rank();
        int filters = kernel.shape().get(rank - 1);
        if (use.layer().type().equals("Conv2D") && kernel.shape().get(rank - 2) == 1) {
            config.remove("filters");
            config.addProperty("depth_multiplier", filters / groups);
            for (String what : List.of("initializer", "regularizer", "constraint")) {
                config.add("depthwise_" + what, config.remove("kernel_" + what));
            }
            return use.plain("DepthwiseConv2D", config, use.inputs(), withKernel(use, kernel.reshaped(
                    List.of(kernel.shape().get(0), kernel.shape().get(1), groups, filters / groups))));
        }
        use.differs("its " + groups + " groups are one kernel with zeros between them; predictions are the same,"
                + " training fills the zeros");
        return use.plain(use.layer().type(), config, use.inputs(), withKernel(use, whole(kernel, groups)));
    }

    private static List<WeightStore.Stored> withKernel(LayerUse use, WeightTensor kernel) {
        List<WeightStore.Stored> weights = new ArrayList<>(use.weights());
        weights.set(0, new WeightStore.Stored(weights.get(0).name(), kernel));
        return weights;
    }

    /** @param kernel [places…, channels of a group, filters] */
    private static WeightTensor whole(WeightTensor kernel, int groups) {
        int rank = kernel.rank();
        int filters = kernel.shape().get(rank - 1);
        int seen = kernel.shape().get(rank - 2);
        if (filters % groups != 0 || (long) kernel.values().length * groups > MOST) {
            throw new UnsupportedSetting("it convolves in " + groups + " groups");
        }
        List<Integer> shape = new ArrayList<>(kernel.shape());
        shape.set(rank - 2, seen * groups);
        float[] values = new float[kernel.values().length * groups];
        for (int i = 0; i < kernel.values().length; i++) {
            int filter = i % filters;
            int channel = i / filters % seen + filter / (filters / groups) * seen;
            int place = i / filters / seen;
            values[(place * seen * groups + channel) * filters + filter] = kernel.values()[i];
        }
        return new WeightTensor(shape, values);
    }

    /** A sequence is an image of height 1. */
    private static Value inTwoAxes(LayerUse use) {
        Value in = use.input();
        JsonObject config = use.layer().config().deepCopy();
        config.remove("data_format");
        if (JsonValues.memberText(config, "padding").orElse("").equals("causal")) {
            in = paddedBefore(use, in);
            config.addProperty("padding", "valid");
        }
        Shape shape = in.shape().filter(Shape::known).filter(it -> it.rank() == 2 && !use.input().channelsFirst())
                .orElseThrow(() -> new UnsupportedSetting("the length of its input is not known"));
        for (String key : PAIRS) {
            JsonElement value = config.remove(key);
            if (value != null) {
                JsonArray pair = new JsonArray();
                pair.add(1);
                pair.add(JsonValues.integer(value));
                config.add(key, pair);
            }
        }
        Value image = use.add(Parts.reshape(List.of(1, shape.size(0), shape.size(1))), "_image", in);
        Value result = use.plain(IN_TWO_AXES.get(use.layer().type()), config, List.of(image), use.weights());
        Shape wide = result.shape().orElseThrow(() -> new UnsupportedSetting("its window does not fit its input"));
        use.remark("it is drawn as a convolution of images of height 1");
        return use.add(Parts.reshape(List.of(wide.size(1), wide.size(2))), "_sequence", result);
    }

    private static Value paddedBefore(LayerUse use, Value in) {
        int length = JsonValues.integer(use.layer().config().get("kernel_size"));
        int dilation = use.setting("dilation_rate").map(JsonValues::integer).orElse(1);
        ZeroPadding1D padding = NetworkFactory.eINSTANCE.createZeroPadding1D();
        padding.setStart((length - 1) * dilation);
        return use.add(padding, "_padding", in);
    }

    private static boolean isDilated(LayerUse use) {
        return use.setting("dilation_rate").filter(value -> !ValueFields.Only.equal(value, JsonValues.ONE)).isPresent();
    }

    /** Zeros stand in the gaps of a kernel that is dilated. */
    private static Value dilated(LayerUse use) {
        if (use.weights().isEmpty()) {
            throw new UnsupportedSetting("it is dilated, and the file holds no kernel");
        }
        WeightTensor kernel = use.weights().get(0).tensor();
        int axes = kernel.rank() - 2;
        List<Integer> rates = AttributeCodec.sizes(use.layer().config().get("dilation_rate"), axes);
        List<Integer> shape = new ArrayList<>(kernel.shape());
        long numbers = kernel.shape().get(axes) * kernel.shape().get(axes + 1);
        for (int axis = 0; axis < axes; axis++) {
            shape.set(axis, (shape.get(axis) - 1) * rates.get(axis) + 1);
            numbers = numbers * shape.get(axis);
        }
        if (rates.stream().anyMatch(rate -> rate < 1) || numbers > MOST) {
            throw new UnsupportedSetting("its dilation is " + rates);
        }
        JsonObject config = use.settingsWithout("dilation_rate");
        config.add("kernel_size", AttributeCodec.list(shape.subList(0, axes)));
        use.differs("the gaps of its dilated kernel are zeros; predictions are the same, training fills the zeros");
        return use.plain(use.layer().type(), config, use.inputs(), withKernel(use, spread(kernel, shape, rates)));
    }

    private static WeightTensor spread(WeightTensor kernel, List<Integer> shape, List<Integer> rates) {
        float[] values = new float[Math.toIntExact(WeightTensor.elements(shape))];
        int tail = kernel.shape().get(kernel.rank() - 1) * kernel.shape().get(kernel.rank() - 2);
        for (int place = 0; place < kernel.values().length / tail; place++) {
            int rest = place;
            int target = 0;
            int stride = 1;
            for (int axis = rates.size() - 1; axis >= 0; axis--) {
                target += rest % kernel.shape().get(axis) * rates.get(axis) * stride;
                rest /= kernel.shape().get(axis);
                stride *= shape.get(axis);
            }
            System.arraycopy(kernel.values(), place * tail, values, target * tail, tail);
        }
        return new WeightTensor(shape, values);
    }
}
