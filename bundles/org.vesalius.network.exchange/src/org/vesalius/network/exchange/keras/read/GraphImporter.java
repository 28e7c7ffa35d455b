// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Input;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Placeholder;
import org.vesalius.network.exchange.keras.model.CallOrder;
import org.vesalius.network.exchange.keras.model.FlattenUse;
import org.vesalius.network.exchange.keras.model.KerasLayer;
import org.vesalius.network.exchange.keras.model.KerasModel;
import org.vesalius.network.exchange.keras.model.LayerCall;
import org.vesalius.network.exchange.keras.model.ModelParser;
import org.vesalius.network.exchange.keras.model.WeightStore;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.KerasConfig;
import org.vesalius.network.exchange.keras.type.KerasShapes;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;
import org.vesalius.network.shape.Shape;

/** Brings the layers of one model, and of those inside it, into a network or a block. */
final class GraphImporter {
    /** What a model is fed with, of which only the shape matters. */
    private static final Set<String> OF_INPUTS = Set.of("dtype", "trainable", "sparse", "ragged", "batch_size",
            "optional", "input_tensor");

    private final ImportContext context;
    private final GraphTarget target;
    private final WeightStore store;
    private final String prefix;
    private final Map<LayerCall.TensorRef, Value> values = new HashMap<>();

    /**
     * @param prefix names of the models around this one, for the report
     */
    GraphImporter(ImportContext context, GraphTarget target, WeightStore store, String prefix) {
        this.context = context;
        this.target = target;
        this.store = store;
        this.prefix = prefix;
    }

    /**
     * Imports a model.
     *
     * @param given what flows into it, one for each of its inputs; empty for the outermost model, which gets Inputs
     * @return what flows out of it
     */
    List<Value> run(KerasModel model, List<Value> given) {
        placeInputs(model, given);
        CallOrder order = new CallOrder(model);
        List<CallOrder.Step> steps = order.steps();
        LayerImporter layers = new LayerImporter(context, target, store, prefix, new FlattenUse(model),
                read(model, order, steps));
        Map<LayerCall.TensorRef, JsonElement> shapes = new HashMap<>();
        model.layers().forEach(layer -> layer.calls().forEach(call -> call.shapes()
                .forEach((ref, shape) -> shapes.put(order.resolved(ref), shape))));
        for (CallOrder.Step step : steps) {
            List<Value> inputs = step.inputs().stream().map(this::value).toList();
            KerasLayer layer = step.layer();
            List<Value> results = layer.model().isPresent() ? nested(layer, step, inputs, layers)
                    : layers.run(layer, step.use(), step.call(), inputs);
            for (int i = 0; i < results.size(); i++) {
                LayerCall.TensorRef ref = new LayerCall.TensorRef(layer.name(), step.use(), i);
                values.put(ref, shaped(results.get(i), shapes.get(ref)));
            }
        }
        return model.outputs().stream().map(ref -> value(order.resolved(ref))).toList();
    }

    /** What leaves a placeholder, with the shape that the file tells, so that the layers behind it keep their weights. */
    private Value shaped(Value value, JsonElement sizes) {
        boolean open = value.source() instanceof Placeholder && value.shape().isEmpty() && !context.channelsFirst();
        if (!open || sizes == null || sizes.getAsJsonArray().size() < 2) {
            return value;
        }
        List<Integer> all = JsonValues.integers(sizes);
        if (all.size() > Shape.MAX_RANK + 1 || all.contains(0)) {
            return value;
        }
        Shape shape = KerasShapes.shape(all.subList(1, all.size()));
        ((Placeholder) value.source()).setShape(shape);
        return Value.of(value.source(), Optional.of(shape));
    }

    private static Set<LayerCall.TensorRef> read(KerasModel model, CallOrder order,
            List<CallOrder.Step> steps) {
        Set<LayerCall.TensorRef> read = new HashSet<>();
        steps.forEach(step -> read.addAll(step.inputs()));
        model.outputs().forEach(ref -> read.add(order.resolved(ref)));
        return read;
    }

    /** A result; all results of a layer that is not known leave its placeholder together. */
    private Value value(LayerCall.TensorRef ref) {
        return Optional.ofNullable(values.get(ref))
                .or(() -> Optional.ofNullable(values.get(new LayerCall.TensorRef(ref.layer(), ref.node(), 0)))
                        .filter(first -> first.source() instanceof Placeholder))
                .orElseThrow(() -> new UnsupportedSetting("a layer or output takes a result that no layer gives"));
    }

    private void placeInputs(KerasModel model, List<Value> given) {
        Map<String, KerasLayer> byName = new HashMap<>();
        model.layers().forEach(layer -> byName.put(layer.name(), layer));
        if (!given.isEmpty() && given.size() != model.inputs().size()) {
            throw new UnsupportedSetting("a model inside it is given the wrong number of inputs");
        }
        for (int i = 0; i < model.inputs().size(); i++) {
            LayerCall.TensorRef ref = model.inputs().get(i);
            KerasLayer layer = Optional.ofNullable(byName.get(ref.layer()))
                    .orElseThrow(() -> new UnsupportedSetting("one of its inputs does not exist"));
            values.put(new LayerCall.TensorRef(layer.name(), 0, 0), given.isEmpty() ? input(layer) : given.get(i));
        }
    }

    private Value input(KerasLayer from) {
        Input input = NetworkFactory.eINSTANCE.createInput();
        List<String> notes = new ArrayList<>();
        KerasConfig config = new KerasConfig(from.config());
        config.passOver(OF_INPUTS);
        Optional<List<Integer>> sizes = ModelParser.inputShape(from.config()).map(JsonValues::integers)
                .map(all -> all.subList(1, Math.max(1, all.size())));
        boolean turned = context.channelsFirst() && sizes.isPresent() && sizes.get().size() >= 3;
        sizes.map(all -> turned ? KerasShapes.channelsLast(all) : all).map(KerasShapes::shape)
                .ifPresentOrElse(input::setShape, () -> notes.add("the file does not say its shape; give it one"));
        if (turned) {
            context.report().remark("Keras had the channels of images first; here they come last: height × width ×"
                    + " channels.");
        }
        target.add(input, from.name(), List.of());
        context.report().add(prefix + from.name(), from.written(), config.differences(), notes);
        return Value.of(input, Optional.ofNullable(input.getShape())).channelsFirst(turned);
    }

    private List<Value> nested(KerasLayer layer, CallOrder.Step step, List<Value> inputs, LayerImporter layers) {
        GraphTarget.Mark mark = target.mark();
        int reported = context.report().size();
        int weighted = context.weights().size();
        try {
            return nested(layer, step.use(), inputs);
        } catch (UnsupportedSetting e) {
            target.undo(mark);
            context.report().cut(reported);
            context.weights().cut(weighted);
            context.report().unknown(prefix + layer.name(), layer.written(), e.getMessage());
            return List.of(layers.placeholder(layer, inputs));
        }
    }

    private List<Value> nested(KerasLayer layer, int use, List<Value> inputs) {
        KerasModel model = layer.model().orElseThrow();
        String inner = prefix + layer.name() + "/";
        if (model.outputs().size() != 1) {
            context.report().add(prefix + layer.name(), layer.written(), List.of(),
                    List.of("it has several results, so its layers are drawn without a block around them"));
            return new GraphImporter(context, target, store.inside(layer), inner).run(model, inputs);
        }
        List<String> differences = use == 0 ? List.of() : List.of(LayerUse.Shared.note(use));
        context.report().add(prefix + layer.name(), layer.written(), differences, List.of());
        return List.of(block(layer, use, inputs, inner));
    }

    private Value block(KerasLayer layer, int use, List<Value> inputs, String inner) {
        Block block = NetworkFactory.eINSTANCE.createBlock();
        target.add(block, LayerUse.Shared.name(layer.name(), use), inputs);
        GraphTarget inside = target.inside(block, block.getId());
        List<Value> given = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            BlockInput input = NetworkFactory.eINSTANCE.createBlockInput();
            input.setIndex(i);
            inside.add(input, layer.name() + "_in" + (i == 0 ? "" : String.valueOf(i + 1)), List.of());
            Value outer = inputs.get(i);
            given.add(new Value(input, outer.shape(), outer.channelsFirst(), outer.unfolded()));
        }
        Value result = new GraphImporter(context, inside, store.inside(layer), inner)
                .run(layer.model().orElseThrow(), given).get(0);
        BlockOutput output = NetworkFactory.eINSTANCE.createBlockOutput();
        inside.add(output, layer.name() + "_out", List.of(result));
        Optional<Shape> shape = result.shape();
        return result.behind(block, shape);
    }
}
