// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.Layer;
import org.vesalius.network.MultiHeadAttention;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Placeholder;
import org.vesalius.network.SelfAttention;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.exchange.keras.model.FlattenUse;
import org.vesalius.network.exchange.keras.model.KerasLayer;
import org.vesalius.network.exchange.keras.model.LayerCall;
import org.vesalius.network.exchange.keras.model.WeightStore;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.KerasConfig;
import org.vesalius.network.exchange.keras.type.MaskedMean;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;

/** Brings one use of one layer into a network: the layer or those that say it, its weights, its line in the report. */
final class LayerImporter {
    private static final int LONGEST_SETTING = 4000;
    private static final Set<String> FUNCTIONS = Set.of("TFOpLambda");

    private final ImportContext context;
    private final GraphTarget target;
    private final WeightStore store;
    private final String prefix;
    private final LayerPlacer placer;
    private final Set<LayerCall.TensorRef> read;

    /** @param read the results that other layers or the model's outputs take */
    LayerImporter(ImportContext context, GraphTarget target, WeightStore store, String prefix, FlattenUse flattenUse,
            Set<LayerCall.TensorRef> read) {
        this.context = context;
        this.target = target;
        this.store = store;
        this.prefix = prefix;
        this.placer = new LayerPlacer(target, flattenUse);
        this.read = read;
    }

    ImportContext context() {
        return context;
    }

    /** Imports a use of a layer and says what flows out of it, one for each of its results. */
    List<Value> run(KerasLayer layer, int use, LayerCall call, List<Value> inputs) {
        KerasLayer named = layer.named(LayerUse.Shared.name(layer.name(), use));
        List<WeightStore.Stored> stored = store.of(layer);
        IntPredicate isRead = result -> read.contains(new LayerCall.TensorRef(layer.name(), use, result));
        Optional<FurtherActivation> further = FurtherActivation.of(named, context.version());
        if (further.isEmpty()) {
            return run(new LayerUse(this, named, use, call, inputs, stored, isRead));
        }
        KerasLayer behind = further.get().behind();
        // the slopes of an activation stand behind the weights of its layer
        int own = behind.type().equals("PReLU") ? Math.max(0, stored.size() - 1) : stored.size();
        LayerUse main = new LayerUse(this, further.get().main(), use, call, inputs, stored.subList(0, own),
                isRead);
        main.remark("its activation is drawn as the layer " + behind.name());
        List<Value> results = run(main);
        return run(new LayerUse(this, behind, use, new LayerCall(List.of(), new JsonObject()), results.subList(0, 1),
                stored.subList(own, stored.size()), isRead));
    }

    private List<Value> run(LayerUse use) {
        GraphTarget.Mark mark = target.mark();
        try {
            checkArguments(use);
            BackendDifferences.note(use, context.backend());
            noteMask(use);
            List<Value> results = Compositions.place(use);
            use.finish();
            context.report().add(prefix + use.layer().name(), use.layer().written(), use.differences(), use.remarks());
            return results;
        } catch (UnsupportedSetting e) {
            target.undo(mark);
            return List.of(unknown(use, e.getMessage()));
        }
    }

    Value add(Layer part, String name, List<Value> inputs) {
        target.add(part, name, inputs);
        return inputs.get(0).behind(part, target.shape(part, inputs));
    }

    /** Adds what the class and the settings of a layer stand for. */
    Value plain(LayerUse use, KerasLayer layer, List<Value> inputs, List<WeightStore.Stored> stored) {
        KerasConfig config = new KerasConfig(layer.config());
        Layer converted = context.converter().convert(layer.type(), config);
        List<Value> ordered = placer.ordered(layer, inputs);
        if (converted instanceof MultiHeadAttention attention && ordered.stream().distinct().count() == 1) {
            converted = selfAttention(attention);
            ordered = ordered.subList(0, 1);
        }
        new Range(use).bring(converted);
        target.checkCount(converted, ordered.size());
        nameInside(converted, layer.name());
        Value value = placer.place(layer, converted, ordered, config);
        List<Value> given = ordered;
        config.differences().forEach(use::differs);
        config.remarks().forEach(use::remark);
        use.later(() -> context.weights().take(target, value.source(), given, OlderWeights.upgraded(layer, stored,
                context), use, store != WeightStore.NONE));
        return value;
    }

    private static void checkArguments(LayerUse use) {
        String type = use.layer().type();
        if (type.startsWith(KerasLayer.OPERATION) || FUNCTIONS.contains(type)) {
            return;
        }
        for (Map.Entry<String, JsonElement> argument : use.call().arguments().entrySet()) {
            boolean training = argument.getKey().equals("training") && !JsonValues.nothing(argument.getValue());
            if (training && type.contains("Dropout")) {
                use.differs("in Keras it drops in predictions too (training = true)");
            } else if (!JsonValues.nothing(argument.getValue())) {
                throw new UnsupportedSetting(argument(argument.getKey()));
            }
        }
    }

    /** Says that a layer is used with an argument, which may have no name. */
    static String argument(String name) {
        return name.startsWith("argument ") ? "it is given something besides results of layers, which is not known here"
                : "it is used with the argument " + name + ", which is not known here";
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

    private Value unknown(LayerUse use, String reason) {
        context.report().unknown(prefix + use.layer().name(), use.layer().written(), reason);
        if (!use.weights().isEmpty()) {
            context.report().remark("The weights of " + prefix + use.layer().name() + " are left out.");
        }
        return placeholder(use.layer(), use.inputs());
    }

    private static void noteMask(LayerUse use) {
        boolean mean = use.layer().type().equals("GlobalAveragePooling1D");
        if (mean && use.inputs().stream().anyMatch(input -> MaskedMean.isBehind(input.source()))) {
            use.differs(MaskedMean.NOTE);
        }
    }

    /** What keeps the place of a layer that is not known. */
    Value placeholder(KerasLayer layer, List<Value> inputs) {
        Placeholder placeholder = NetworkFactory.eINSTANCE.createPlaceholder();
        placeholder.setForeignType(layer.written());
        placeholder.setOrigin(context.version().display());
        placeholder.setSettings(settings(layer));
        target.add(placeholder, layer.name(), inputs);
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
