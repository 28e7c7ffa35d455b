// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vesalius.network.Convolution;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Convolution3D;
import org.vesalius.network.Dense;
import org.vesalius.network.Dot;
import org.vesalius.network.Flatten;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.PReLU;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.exchange.keras.model.FlattenUse;
import org.vesalius.network.exchange.keras.model.KerasLayer;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.KerasConfig;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;

/**
 * Puts a converted layer behind its inputs so that it computes what Keras computes there: this depends on the axes of
 * what it is given.
 */
final class LayerPlacer {
    /** They treat every number by itself, wherever it stands. */
    private static final Set<String> ELEMENTWISE = Set.of("Dropout", "GaussianDropout", "AlphaDropout", "GaussianNoise",
            "LeakyReLU", "ELU", "ReLU", "Rescaling", "Add", "Multiply", "Average", "Maximum", "Minimum", "Subtract");
    private static final Set<String> ALONG_AN_AXIS = Set.of("BatchNormalization", "Concatenate", "LayerNormalization",
            "GroupNormalization", "Normalization", "Softmax", "SyncBatchNormalization", "PReLU");

    private final GraphTarget target;
    private final ChannelOrder orders;
    private final FlattenUse flattenUse;

    LayerPlacer(GraphTarget target, FlattenUse flattenUse) {
        this.target = target;
        this.orders = new ChannelOrder(target);
        this.flattenUse = flattenUse;
    }

    /** The inputs, with their axes in the order in which this layer takes them. */
    List<Value> ordered(KerasLayer layer, List<Value> inputs) {
        if (inputs.isEmpty()) {
            return inputs;
        }
        Optional<Boolean> format = JsonValues.memberText(layer.config(), "data_format")
                .map(text -> text.equals("channels_first"));
        boolean flatten = layer.type().equals("Flatten");
        if (flatten && format.isPresent() && format.get()) {
            return orders.with(inputs, true).stream().map(value -> value.channelsFirst(false)).toList();
        }
        if (flatten && inputs.get(0).channelsFirst() && flattenUse.byDenseOnly(layer.name())) {
            return inputs;
        }
        if (flatten) {
            return orders.with(inputs, false);
        }
        return orders.with(inputs, format.orElseGet(() -> channelsFirst(layer, inputs)));
    }

    private static boolean channelsFirst(KerasLayer layer, List<Value> inputs) {
        if (ALONG_AN_AXIS.contains(layer.type())) {
            return axisIsFirst(layer, inputs.get(0));
        }
        boolean elementwise = ELEMENTWISE.contains(layer.type()) || FlattenUse.neutral(layer);
        return elementwise && inputs.stream().allMatch(Value::channelsFirst);
    }

    /** Whether a layer works along the first axis of a sample; refuses axes between the first and the last. */
    private static boolean axisIsFirst(KerasLayer layer, Value input) {
        if (layer.type().equals("PReLU")) {
            return input.channelsFirst();
        }
        int rank = input.rank();
        int axis = axis(layer.config().get("axis"));
        if (rank == 0 || axis == -1 || axis == rank) {
            return false;
        }
        if (axis == 1 || axis == -rank) {
            return true;
        }
        throw new UnsupportedSetting("it works along axis " + axis + "; Vesalius has the first or last only");
    }

    private static int axis(JsonElement json) {
        return json == null || json.isJsonNull() ? -1 : JsonValues.integer(json);
    }

    /**
     * Adds a layer and says what flows out of it.
     *
     * @param layer what was converted; may be replaced by what does the same on such inputs
     */
    Value place(KerasLayer from, Layer layer, List<Value> inputs, KerasConfig config) {
        Layer placed = fitted(from, layer, inputs, config);
        target.add(placed, from.name(), inputs);
        Optional<Shape> shape = target.shape(placed, inputs);
        Value value = inputs.isEmpty() ? Value.of(placed, shape) : inputs.get(0).behind(placed, shape);
        if (placed instanceof Flatten) {
            Value input = inputs.get(0);
            return input.channelsFirst() && input.rank() > 1 ? Value.of(placed, shape).unfolded(input.shape().get())
                    : value.channelsFirst(false);
        }
        boolean keepsOrder = shape.isEmpty() || shape.get().rank() > 1;
        return placed instanceof Dense ? Value.of(placed, shape) : value.channelsFirst(value.channelsFirst()
                && keepsOrder);
    }

    private Layer fitted(KerasLayer from, Layer layer, List<Value> inputs, KerasConfig config) {
        int rank = inputs.isEmpty() ? 0 : inputs.get(0).rank();
        if (layer instanceof Dot) {
            checkLastAxis(from, rank);
        }
        if (layer instanceof PReLU slopes) {
            checkSharedAxes(slopes, from, inputs.get(0));
        }
        if (!(layer instanceof Dense dense) || rank < 2) {
            return layer;
        }
        if (rank == 2) {
            config.remark("it is applied to every step by a TimeDistributed");
            TimeDistributed wrapper = NetworkFactory.eINSTANCE.createTimeDistributed();
            target.name(dense, from.name() + "_step");
            wrapper.setLayer(dense);
            return wrapper;
        }
        if (rank == 3) {
            config.remark("on images it is a 1×1 convolution");
            return pointwise(dense, images());
        }
        if (rank == 4) {
            config.remark("on volumes it is a 1×1×1 convolution");
            return pointwise(dense, volumes());
        }
        throw new UnsupportedSetting("a Dense on " + rank + " axes is not known");
    }

    private static void checkLastAxis(KerasLayer from, int rank) {
        JsonElement axes = from.config().get("axes");
        if (axes == null || axes.isJsonNull() || rank == 0) {
            return;
        }
        int axis = axes.isJsonArray() ? JsonValues.integers(axes).get(0) : JsonValues.integer(axes);
        if (axis != -1 && axis != rank) {
            throw new UnsupportedSetting("it multiplies along axis " + axis + "; Vesalius has the last only");
        }
    }

    private static Convolution images() {
        Convolution2D convolution = NetworkFactory.eINSTANCE.createConvolution2D();
        convolution.setKernelSize(Size2D.square(1));
        return convolution;
    }

    private static Convolution volumes() {
        Convolution3D convolution = NetworkFactory.eINSTANCE.createConvolution3D();
        convolution.setKernelSize(new Size3D(1, 1, 1));
        return convolution;
    }

    private static Convolution pointwise(Dense dense, Convolution convolution) {
        convolution.setFilters(dense.getUnits());
        convolution.setActivation(dense.getActivation());
        convolution.setUseBias(dense.isUseBias());
        convolution.setInitializer(dense.getInitializer());
        convolution.setL1(dense.getL1());
        convolution.setL2(dense.getL2());
        convolution.setConstraint(dense.getConstraint());
        convolution.setConstraintLimit(dense.getConstraintLimit());
        return convolution;
    }

    private static void checkSharedAxes(PReLU slopes, KerasLayer from, Value input) {
        int shared = slopes.isShared() ? JsonValues.array(from.config().get("shared_axes")).size() : 0;
        if (input.rank() == 1) {
            slopes.setShared(false);
        }
        if (shared != 0 && input.rank() != 0 && shared != input.rank() - 1) {
            throw new UnsupportedSetting("its slopes are shared along some axes only");
        }
    }
}
