// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.draw;

import ai.onnx.proto.OnnxMl.AttributeProto;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Placeholder;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.Sizes;
import org.vesalius.network.exchange.onnx.graph.Value;
import org.vesalius.network.shape.Shape;

/**
 * Layers that stand for operators which Vesalius has no layers for; they keep the attributes.
 *
 * @param reading where they go
 */
public record Placeholders(Reading reading) {
    private static final int MOST_VALUES = 1000;

    /** Adds one for an operator, behind the layers it takes data from. */
    public void add(ForeignNode node, String reason) {
        Placeholder placeholder = NetworkFactory.eINSTANCE.createPlaceholder();
        placeholder.setForeignType(node.type());
        placeholder.setOrigin("ONNX operator set " + reading.operatorSet());
        placeholder.setSettings(settings(node));
        Optional<Shape> shape = shape(node.output());
        shape.ifPresent(placeholder::setShape);
        reading.draft().add(placeholder, node.called(), node.type(), sources(node));
        reading.draft().note(placeholder, Fidelity.UNKNOWN, reason);
        for (String output : node.outputs()) {
            reading.put(output, shape.<Value>map(found -> View.of(placeholder, found, Atom.batch(Atom.UNKNOWN)))
                    .orElseGet(() -> new Value.Opaque(placeholder)));
        }
    }

    private List<Layer> sources(ForeignNode node) {
        List<Layer> sources = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            Value value = reading.value(node, i).orElse(null);
            if (value instanceof View view) {
                sources.add(view.layer());
            } else if (value instanceof Value.Opaque opaque) {
                sources.add(opaque.layer());
            } else if (value instanceof Selection selection) {
                sources.add(selection.of().layer());
            }
        }
        return sources;
    }

    /** The shape of one sample as the file has it, if it says it. */
    private Optional<Shape> shape(String output) {
        Optional<List<Long>> dims = reading.graph().dims(output);
        boolean usable = dims.isPresent() && dims.get().size() > 1 && dims.get().size() <= Shape.MAX_RANK
                && dims.get().stream().allMatch(size -> size <= Integer.MAX_VALUE);
        if (!usable) {
            return Optional.empty();
        }
        return Optional.of(Sizes.shape(dims.get().subList(1, dims.get().size()).stream()
                .map(size -> size == Sizes.UNKNOWN ? Atom.UNKNOWN : size.intValue()).toList()));
    }

    private static String settings(ForeignNode node) {
        JsonObject json = new JsonObject();
        node.attributes().forEach((name, attribute) -> add(json, name, attribute));
        return json.toString();
    }

    private static void add(JsonObject json, String name, AttributeProto attribute) {
        switch (attribute.getType()) {
            case INT -> json.addProperty(name, attribute.getI());
            case FLOAT -> json.addProperty(name, Float.toString(attribute.getF()));
            case STRING -> json.addProperty(name, attribute.getS().toStringUtf8());
            case INTS -> json.add(name, array(attribute.getIntsList()));
            case FLOATS -> json.add(name, array(attribute.getFloatsList()));
            default -> json.addProperty(name, attribute.getType().name());
        }
    }

    private static JsonArray array(List<? extends Number> values) {
        JsonArray array = new JsonArray();
        values.subList(0, Math.min(values.size(), MOST_VALUES)).forEach(value -> array.add(value.toString()));
        return array;
    }
}
