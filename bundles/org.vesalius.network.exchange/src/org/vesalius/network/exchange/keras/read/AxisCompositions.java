// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.vesalius.network.exchange.keras.model.WeightStore;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.KerasShapes;
import org.vesalius.network.exchange.keras.type.StatisticField;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;
import org.vesalius.network.weights.WeightTensor;

/** Layers that work along another axis than the last or first, or along several at once. */
final class AxisCompositions {
    private static final Set<String> ALONG_ONE = Set.of("BatchNormalization", "Concatenate", "GroupNormalization",
            "LayerNormalization", "Normalization", "Softmax", "SyncBatchNormalization");
    private static final Set<String> ALONG_SEVERAL = Set.of("LayerNormalization", "Normalization");
    private static final double LEAST_DEVIATION = 1e-7;

    private AxisCompositions() {
    }

    static List<Composition> all() {
        return List.of(
                new Composition(use -> ALONG_ONE.contains(use.layer().type()) && middle(use).isPresent(),
                        AxisCompositions::alongMiddle),
                new Composition(use -> ALONG_SEVERAL.contains(use.layer().type()) && axes(use).size() > 1,
                        AxisCompositions::alongSeveral),
                new Composition(use -> use.layer().type().equals("Normalization")
                        && use.setting("axis").filter(JsonElement::isJsonArray).isPresent() && axes(use).isEmpty(),
                        AxisCompositions::allAlike),
                new Composition(use -> use.layer().type().equals("Normalization")
                        && use.setting("invert").map(JsonValues::flag).orElse(false), AxisCompositions::inverted));
    }

    /** The axes that it names. */
    private static List<Integer> axes(LayerUse use) {
        return use.setting("axis").map(json -> json.isJsonArray() ? JsonValues.integers(json)
                : List.of(JsonValues.integer(json))).orElse(List.of());
    }

    /** The number of the one axis in the middle of a sample, counted from 0 as the axes lie here. */
    private static Optional<Integer> middle(LayerUse use) {
        List<Integer> axes = axes(use);
        int rank = use.inputs().isEmpty() ? 0 : use.inputs().get(0).rank();
        boolean alike = use.inputs().stream().map(Value::channelsFirst).distinct().count() == 1;
        if (axes.size() != 1 || rank < 3 || !alike) {
            return Optional.empty();
        }
        int axis = axes.get(0) < 0 ? axes.get(0) + rank + 1 : axes.get(0);
        if (axis <= 1 || axis >= rank) {
            return Optional.empty();
        }
        return Optional.of(use.inputs().get(0).channelsFirst() ? axis - 2 : axis - 1);
    }

    private static List<Value> alongMiddle(LayerUse use) {
        int axis = middle(use).get();
        boolean first = use.inputs().get(0).channelsFirst();
        int rank = use.inputs().get(0).rank();
        List<Value> turned = new ArrayList<>();
        for (Value value : use.inputs()) {
            turned.add(use.add(Parts.toTheEnd(axis, rank), "_turned" + turned.size(), value).channelsFirst(false));
        }
        Value result = use.plain(use.layer().type(), lastAxis(use), turned, use.weights());
        return List.of(use.add(Parts.fromTheEnd(axis, rank), "_back", result).channelsFirst(first));
    }

    private static JsonObject lastAxis(LayerUse use) {
        JsonObject config = use.settingsWithout("axis");
        config.addProperty("axis", -1);
        return config;
    }

    /** The last axes become one for a while. */
    private static List<Value> alongSeveral(LayerUse use) {
        List<Integer> sizes = KerasShapes.sizes(use.inputShape());
        int rank = sizes.size();
        List<Integer> axes = axes(use).stream().map(axis -> axis < 0 ? axis + rank + 1 : axis).sorted().toList();
        int kept = rank - axes.size();
        boolean last = axes.equals(IntStream.rangeClosed(kept + 1, rank).boxed().toList());
        if (!last || sizes.contains(-1)) {
            throw new UnsupportedSetting("it works along the axes " + axes + " of " + use.inputShape().display());
        }
        List<Integer> joined = new ArrayList<>(sizes.subList(0, kept));
        joined.add(sizes.subList(kept, rank).stream().reduce(1, Math::multiplyExact));
        Value flat = use.add(Parts.reshape(joined), "_joined", use.input());
        Value result = use.plain(use.layer().type(), lastAxis(use), List.of(flat), use.weights().stream()
                .map(AxisCompositions::flat).toList());
        return List.of(use.add(Parts.reshape(sizes), "_split", result));
    }

    private static WeightStore.Stored flat(WeightStore.Stored weight) {
        WeightTensor tensor = weight.tensor();
        return new WeightStore.Stored(weight.name(), tensor.reshaped(List.of(tensor.values().length)));
    }

    /** One mean and one variance for all numbers: (x − m)/√v, as one factor and one offset. */
    private static List<Value> allAlike(LayerUse use) {
        use.knows("axis", "mean", "variance", "invert");
        double mean = statistic(use, "mean", 0);
        double deviation = Math.max(Math.sqrt(statistic(use, "variance", 1)), LEAST_DEVIATION);
        boolean invert = use.setting("invert").map(JsonValues::flag).orElse(false);
        double scale = invert ? deviation : 1 / deviation;
        return List.of(use.add(Parts.rescaling(scale, invert ? mean : -mean / deviation), "", use.input()));
    }

    private static double statistic(LayerUse use, String key, int place) {
        return use.setting(key).map(JsonValues::number).orElseGet(() -> use.weights().stream()
                .filter(weight -> use.weights().indexOf(weight) == place).findFirst()
                .map(weight -> (double) weight.tensor().values()[0])
                .orElseThrow(() -> new UnsupportedSetting("the file does not say its " + key)));
    }

    /** x·√v + m is (x − m')/√v' with v' = 1/v and m' = −m/√v. */
    private static List<Value> inverted(LayerUse use) {
        List<Double> means = numbers(use, "mean");
        List<Double> variances = numbers(use, "variance");
        JsonObject config = use.settingsWithout("invert", "mean", "variance");
        JsonArray mean = new JsonArray();
        JsonArray variance = new JsonArray();
        for (int i = 0; i < variances.size(); i++) {
            double deviation = Math.max(Math.sqrt(variances.get(i)), LEAST_DEVIATION);
            mean.add(-means.get(means.size() == 1 ? 0 : i) / deviation);
            variance.add(1 / (deviation * deviation));
        }
        config.add("mean", mean);
        config.add("variance", variance);
        return List.of(use.plain("Normalization", config, use.inputs(), List.of()));
    }

    private static List<Double> numbers(LayerUse use, String key) {
        List<Double> numbers = new ArrayList<>();
        JsonElement json = use.setting(key)
                .orElseThrow(() -> new UnsupportedSetting("it turns back what the file does not say"));
        StatisticField.collect(json, numbers);
        return numbers;
    }
}
