// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.Layer;
import org.vesalius.network.MultiHeadAttention;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Placeholder;
import org.vesalius.network.SelfAttention;
import org.vesalius.network.TimeDistributed;

/** Brings one use of one layer into a network: the layer, its weights, and its line in the report. */
final class LayerImporter {
    private static final int LONGEST_SETTING = 4000;

    private final ImportContext context;
    private final GraphTarget target;
    private final WeightStore store;
    private final String prefix;
    private final LayerPlacer placer;

    LayerImporter(ImportContext context, GraphTarget target, WeightStore store, String prefix, FlattenUse flattenUse) {
        this.context = context;
        this.target = target;
        this.store = store;
        this.prefix = prefix;
        this.placer = new LayerPlacer(target, flattenUse);
    }

    /** Imports a use of a layer and says what flows out of it. */
    Value run(KerasLayer layer, int use, LayerCall call, List<Value> inputs) {
        KerasConfig config = new KerasConfig(layer.config());
        KerasLayer named = layer.named(SharedUse.name(layer.name(), use));
        try {
            Value value = known(layer, named, call, inputs, config);
            List<String> differences = new ArrayList<>(config.differences());
            if (use > 0) {
                differences.add(SharedUse.note(use));
            }
            context.report().add(prefix + named.name(), layer.written(), differences, config.remarks());
            return value;
        } catch (UnsupportedSetting e) {
            context.report().unknown(prefix + named.name(), layer.written(), e.getMessage());
            return placeholder(named, inputs);
        }
    }

    private Value known(KerasLayer layer, KerasLayer named, LayerCall call, List<Value> inputs, KerasConfig config) {
        checkArguments(call);
        Layer converted = context.converter().convert(layer.type(), config);
        List<Value> ordered = placer.ordered(layer, inputs);
        if (converted instanceof MultiHeadAttention attention && ordered.stream().distinct().count() == 1) {
            converted = selfAttention(attention);
            ordered = ordered.subList(0, 1);
        }
        nameInside(converted, named.name());
        Value value = placer.place(named, converted, ordered, config);
        context.weights().take(target, value.source(), ordered, KerasOneWeights.upgraded(layer, store.of(layer),
                context), config);
        return value;
    }

    private static void checkArguments(LayerCall call) {
        for (Map.Entry<String, JsonElement> argument : call.arguments().entrySet()) {
            boolean harmless = JsonValues.nothing(argument.getValue()) || argument.getKey().equals("mask");
            if (!harmless) {
                throw new UnsupportedSetting("it is used with the argument " + argument.getKey());
            }
        }
    }

    private void nameInside(Layer layer, String name) {
        if (layer instanceof Bidirectional wrapper) {
            nameInside(wrapper.getLayer(), wrapper.getLayer().getName(), name);
        } else if (layer instanceof TimeDistributed wrapper) {
            nameInside(wrapper.getLayer(), wrapper.getLayer().getName(), name);
        }
    }

    private void nameInside(Layer inside, String own, String wrapper) {
        target.name(inside, own.isEmpty() || own.equals(wrapper) ? wrapper + "_inside" : own);
        nameInside(inside, inside.getName());
    }

    private static SelfAttention selfAttention(MultiHeadAttention from) {
        SelfAttention attention = NetworkFactory.eINSTANCE.createSelfAttention();
        from.eClass().getEAllAttributes().stream().filter(attribute -> !attribute.isID())
                .forEach(attribute -> attention.eSet(attribute, from.eGet(attribute)));
        return attention;
    }

    private Value placeholder(KerasLayer layer, List<Value> inputs) {
        Placeholder placeholder = NetworkFactory.eINSTANCE.createPlaceholder();
        placeholder.setForeignType(layer.written());
        placeholder.setOrigin(context.version().display());
        placeholder.setSettings(settings(layer));
        target.add(placeholder, layer.name(), inputs);
        if (!store.of(layer).isEmpty()) {
            context.report().remark("The weights of " + prefix + layer.name() + " are left out.");
        }
        return Value.of(placeholder, Optional.empty());
    }

    /** The settings as JSON; those that are longer than anybody reads, such as packed code, are named only. */
    private String settings(KerasLayer layer) {
        JsonObject kept = new JsonObject();
        for (Map.Entry<String, JsonElement> entry : layer.config().entrySet()) {
            if (entry.getValue().toString().length() <= LONGEST_SETTING) {
                kept.add(entry.getKey(), entry.getValue());
            } else {
                context.report().remark("The setting " + entry.getKey() + " of " + prefix + layer.name()
                        + " is too long to be kept.");
            }
        }
        return kept.toString();
    }
}
