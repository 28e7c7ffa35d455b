// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.vesalius.network.shape.AxisOrder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;

/**
 * The values of an attribute as Keras writes them in JSON.
 *
 * @param encoder from the value of the attribute
 * @param decoder to it; throws {@link UnsupportedSetting} where there is no such value
 */
public record AttributeCodec(Function<Object, JsonElement> encoder, Function<JsonElement, Object> decoder) {
    /** How the values of an attribute are written. */
    static AttributeCodec of(EAttribute attribute) {
        EClassifier type = attribute.getEType();
        if (type instanceof EEnum literals) {
            return new AttributeCodec(value -> new JsonPrimitive(KerasWords.write(value.toString())),
                    json -> KerasWords.read(literals, json));
        }
        return of(type.getInstanceClass());
    }

    JsonElement encode(Object value) {
        return encoder.apply(value);
    }

    Object decode(JsonElement json) {
        return decoder.apply(json);
    }

    private static AttributeCodec of(Class<?> type) {
        if (type == int.class) {
            return new AttributeCodec(value -> new JsonPrimitive((Integer) value), JsonValues::integer);
        }
        if (type == double.class) {
            return new AttributeCodec(value -> new JsonPrimitive((Double) value), JsonValues::number);
        }
        if (type == boolean.class) {
            return new AttributeCodec(value -> new JsonPrimitive((Boolean) value), JsonValues::flag);
        }
        if (type == Size2D.class) {
            return new AttributeCodec(value -> list(List.of(((Size2D) value).height(), ((Size2D) value).width())),
                    AttributeCodec::size2D);
        }
        if (type == Size3D.class) {
            return new AttributeCodec(AttributeCodec::list3D, AttributeCodec::size3D);
        }
        if (type == AxisOrder.class) {
            return new AttributeCodec(value -> list(((AxisOrder) value).axes()), AttributeCodec::order);
        }
        if (type == Shape.class) {
            return new AttributeCodec(value -> list(KerasShapes.sizes((Shape) value)),
                    json -> KerasShapes.shape(JsonValues.integers(json)));
        }
        return new AttributeCodec(value -> new JsonPrimitive((String) value), JsonValues::text);
    }

    public static JsonArray list(List<Integer> numbers) {
        JsonArray array = new JsonArray();
        numbers.forEach(array::add);
        return array;
    }

    private static Object size2D(JsonElement json) {
        List<Integer> sizes = sizes(json, 2);
        return new Size2D(sizes.get(0), sizes.get(1));
    }

    private static Object size3D(JsonElement json) {
        List<Integer> sizes = sizes(json, 3);
        return new Size3D(sizes.get(0), sizes.get(1), sizes.get(2));
    }

    private static JsonElement list3D(Object value) {
        Size3D size = (Size3D) value;
        return list(List.of(size.depth(), size.height(), size.width()));
    }

    private static Object order(JsonElement json) {
        try {
            return new AxisOrder(JsonValues.integers(json));
        } catch (IllegalArgumentException e) {
            throw new UnsupportedSetting(e.getMessage());
        }
    }

    /** Sizes along axes; a single number stands for all. */
    public static List<Integer> sizes(JsonElement json, int count) {
        if (!json.isJsonArray()) {
            int size = JsonValues.integer(json);
            return Collections.nCopies(count, size);
        }
        List<Integer> sizes = JsonValues.integers(json);
        if (sizes.size() != count) {
            throw new UnsupportedSetting(count + " sizes are expected, not " + sizes.size());
        }
        return sizes;
    }
}
