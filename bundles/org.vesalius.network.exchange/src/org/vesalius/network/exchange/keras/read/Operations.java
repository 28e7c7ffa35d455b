// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vesalius.network.GlobalPooling;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.exchange.keras.model.KerasLayer;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.KerasObjects;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;
import org.vesalius.network.shape.Shape;

/** Functions that were applied to results of layers: {@code keras.ops} in Keras 3, those of TensorFlow in Keras 2. */
final class Operations {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;
    private static final Map<String, String> FUNCTIONS = Map.ofEntries(Map.entry("Relu", "relu"),
            Map.entry("Relu6", "relu6"), Map.entry("Sigmoid", "sigmoid"), Map.entry("Tanh", "tanh"),
            Map.entry("Softplus", "softplus"), Map.entry("Softsign", "softsign"), Map.entry("Silu", "silu"),
            Map.entry("Selu", "selu"), Map.entry("HardSigmoid", "hard_sigmoid"), Map.entry("HardSilu", "hard_silu"),
            Map.entry("HardSwish", "hard_silu"), Map.entry("Exp", "exponential"),
            Map.entry("LogSigmoid", "log_sigmoid"), Map.entry("HardTanh", "hard_tanh"),
            Map.entry("TanhShrink", "tanh_shrink"), Map.entry("LogSoftmax", "log_softmax"));
    private static final Map<String, String> MERGES = Map.of("Add", "Add", "Subtract", "Subtract", "Multiply",
            "Multiply", "Maximum", "Maximum", "Minimum", "Minimum", "Concatenate", "Concatenate");
    private static final List<String> NUMBERS = List.of("argument 0", "argument 1", "x2", "x1", "y", "x");
    private static final Set<String> OF_ONE = Set.of("Add", "Subtract", "Multiply", "Divide", "TrueDivide");
    /** How the functions of TensorFlow are called in Keras 3. */
    private static final Map<String, String> TENSORFLOW = Map.ofEntries(Map.entry("__operators__.add", "Add"),
            Map.entry("math.add", "Add"), Map.entry("math.multiply", "Multiply"),
            Map.entry("__operators__.mul", "Multiply"), Map.entry("math.subtract", "Subtract"),
            Map.entry("__operators__.sub", "Subtract"), Map.entry("math.truediv", "Divide"),
            Map.entry("__operators__.truediv", "Divide"), Map.entry("math.divide", "Divide"),
            Map.entry("nn.relu", "Relu"), Map.entry("nn.relu6", "Relu6"), Map.entry("math.sigmoid", "Sigmoid"),
            Map.entry("nn.sigmoid", "Sigmoid"), Map.entry("math.tanh", "Tanh"), Map.entry("nn.silu", "Silu"),
            Map.entry("nn.swish", "Silu"), Map.entry("nn.softmax", "Softmax"), Map.entry("math.exp", "Exp"),
            Map.entry("math.reduce_mean", "Mean"), Map.entry("math.reduce_max", "Max"), Map.entry("math.maximum",
                    "Maximum"),
            Map.entry("math.minimum", "Minimum"));

    private Operations() {
    }

    static List<Composition> all() {
        List<Composition> all = new ArrayList<>();
        FUNCTIONS.forEach((operation, word) -> all.add(of(operation, use -> List.of(function(use, word)))));
        OF_ONE.forEach(operation -> all.add(new Composition(use -> use.inputs().size() == 1
                && operation(use).equals(operation), use -> List.of(withNumber(use, operation)))));
        MERGES.forEach((operation, type) -> all.add(new Composition(use -> use.inputs().size() > 1
                && use.layer().type().equals(KerasLayer.OPERATION + operation), use -> List.of(merged(use, type)))));
        all.add(of("Softmax", use -> List.of(use.plain("Softmax", kept(use, "axis"), use.inputs(), List.of()))));
        all.add(of("LeakyRelu", use -> List.of(use.plain("LeakyReLU", slope(use), use.inputs(), List.of()))));
        all.add(of("Elu", use -> List.of(use.plain("ELU", kept(use, "alpha"), use.inputs(), List.of()))));
        all.add(of("Negative", use -> List.of(use.add(Parts.rescaling(-1, 0), "", use.input()))));
        all.add(of("Square", use -> List.of(use.add(MAKE.createMultiply(), "", use.input(), use.input()))));
        all.add(of("Max", use -> List.of(reduced(use, PoolingKind.MAX))));
        all.add(of("Amax", use -> List.of(reduced(use, PoolingKind.MAX))));
        all.add(of("Mean", use -> List.of(reduced(use, PoolingKind.AVERAGE))));
        all.add(of("GetItem", use -> List.of(lastStep(use))));
        all.add(Composition.of("TFOpLambda", Operations::ofTensorFlow));
        return all;
    }

    private static Composition of(String operation, Function<LayerUse, List<Value>> parts) {
        return Composition.of(KerasLayer.OPERATION + operation, parts);
    }

    /** The operation, also of a merging layer that is given a number. */
    private static String operation(LayerUse use) {
        String type = use.layer().type();
        return type.startsWith(KerasLayer.OPERATION) ? type.substring(KerasLayer.OPERATION.length()) : "";
    }

    /** The same operation in the words of Keras 3. */
    private static List<Value> ofTensorFlow(LayerUse use) {
        String name = use.setting("function").map(JsonValues::text).orElse("?");
        String operation = Optional.ofNullable(TENSORFLOW.get(name)).orElseThrow(() -> new UnsupportedSetting(
                "it applies " + name + " of TensorFlow, which is not known here"));
        JsonObject config = new JsonObject();
        use.call().arguments().entrySet().forEach(entry -> config.add(entry.getKey(), entry.getValue()));
        return use.as(KerasLayer.OPERATION + operation, config);
    }

    /** Sees that a function is told nothing but what is known of it. */
    private static void checkOnly(LayerUse use, String... known) {
        JsonObject told = use.call().arguments().deepCopy();
        use.layer().config().entrySet().forEach(entry -> told.add(entry.getKey(), entry.getValue()));
        Set<String> read = new HashSet<>(Set.of(known));
        read.addAll(Set.of("name", "dtype", "function"));
        told.entrySet().stream().filter(entry -> !read.contains(entry.getKey()))
                .filter(entry -> !JsonValues.nothing(entry.getValue())).findFirst().ifPresent(entry -> {
                    throw new UnsupportedSetting(LayerImporter.argument(entry.getKey()));
                });
    }

    private static Value function(LayerUse use, String word) {
        checkOnly(use);
        JsonObject config = new JsonObject();
        config.addProperty("activation", word);
        return use.as("Activation", config).get(0);
    }

    private static JsonObject kept(LayerUse use, String key) {
        checkOnly(use, key);
        JsonObject config = new JsonObject();
        use.setting(key).ifPresent(value -> config.add(key, value));
        return config;
    }

    private static JsonObject slope(LayerUse use) {
        checkOnly(use, "negative_slope");
        JsonObject config = new JsonObject();
        config.addProperty("alpha", use.setting("negative_slope").map(JsonValues::number).orElse(0.2));
        return config;
    }

    private static Value merged(LayerUse use, String type) {
        if (use.inputs().stream().mapToInt(Value::rank).distinct().count() != 1) {
            throw new UnsupportedSetting("its inputs have different numbers of axes");
        }
        return use.plain(type, kept(use, "axis"), use.inputs(), List.of());
    }

    /** x + c, x·c and so on; a number that comes first is the argument 0. */
    private static Value withNumber(LayerUse use, String operation) {
        checkOnly(use, NUMBERS.toArray(String[]::new));
        boolean first = use.call().arguments().has("argument 0");
        double number = NUMBERS.stream()
                .map(use.call().arguments()::get).filter(JsonValues::isNumber).findFirst().map(JsonElement::getAsDouble)
                .orElseThrow(() -> new UnsupportedSetting("it is given something that is neither a result nor a number"));
        return use.add(switch (operation) {
            case "Add" -> Parts.rescaling(1, number);
            case "Subtract" -> first ? Parts.rescaling(-1, number) : Parts.rescaling(1, -number);
            case "Multiply" -> Parts.rescaling(number, 0);
            default -> {
                if (first) {
                    throw new UnsupportedSetting("it divides a number by a result");
                }
                yield Parts.rescaling(1 / number, 0);
            }
        }, "", use.input());
    }

    /** Over all axes but one, which is brought behind them. */
    private static Value reduced(LayerUse use, PoolingKind kind) {
        checkOnly(use, "axis", "keepdims");
        Shape shape = use.inputShape();
        int rank = shape.rank();
        JsonElement axis = use.setting("axis").orElseThrow(() -> new UnsupportedSetting("it runs over all samples"));
        List<Integer> axes = (axis.isJsonArray() ? JsonValues.integers(axis) : List.of(JsonValues.integer(axis)))
                .stream().map(each -> each < 0 ? each + rank : each - 1).toList();
        boolean keep = use.setting("keepdims").map(JsonValues::flag).orElse(false);
        List<Integer> left = new ArrayList<>();
        for (int each = 0; each < rank; each++) {
            if (!axes.contains(each)) {
                left.add(each);
            }
        }
        if (axes.contains(-1) || left.size() != 1 || keep && left.get(0) != rank - 1) {
            throw new UnsupportedSetting("it runs over the axes " + axis + " of " + shape.display());
        }
        GlobalPooling pooling = MAKE.createGlobalPooling();
        pooling.setKind(kind);
        pooling.setKeepAxes(keep);
        Value ready = left.get(0) == rank - 1 ? use.input()
                : use.add(Parts.toTheEnd(left.get(0), rank), "_turned", use.input());
        return use.add(pooling, "", ready);
    }

    /** {@code sequence[:, -1]}. */
    private static Value lastStep(LayerUse use) {
        JsonElement key = use.call().arguments().get("argument 1");
        boolean last = key != null && key.isJsonArray() && isLastStep(key.getAsJsonArray())
                && use.inputShape().rank() == 2;
        if (!last) {
            throw new UnsupportedSetting("it takes a part out of an array; only the last step of a sequence is known");
        }
        return use.add(MAKE.createLastTimeStep(), "", use.input());
    }

    private static boolean isLastStep(JsonArray key) {
        if (key.size() < 2 || !JsonValues.isNumber(key.get(1)) || key.get(1).getAsInt() != -1) {
            return false;
        }
        for (int i = 0; i < key.size(); i++) {
            if (i != 1 && !isWhole(key.get(i))) {
                return false;
            }
        }
        return key.size() <= 3;
    }

    private static boolean isWhole(JsonElement slice) {
        JsonObject limits = KerasObjects.config(slice);
        return KerasObjects.className(slice).equals("__slice__") && limits.has("start")
                && limits.entrySet().stream().allMatch(limit -> limit.getValue().isJsonNull());
    }
}
