// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operator of the graph.
 *
 * @param name its name; empty if it has none
 * @param type what it computes, with its domain before it if that is not the standard one
 * @param inputs names of what it takes, empty for what is left out
 * @param outputs names of its results
 * @param attributes its settings by name
 */
public record ForeignNode(String name, String type, List<String> inputs, List<String> outputs,
        Map<String, AttributeProto> attributes) {
    public ForeignNode {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = Collections.unmodifiableMap(attributes);
    }

    /** What reports call it: its name, or that of its result. */
    public String called() {
        return name.isEmpty() ? output() : name;
    }

    /** Name of the first result. */
    public String output() {
        return outputs.get(0);
    }

    /** Name of an input; empty if it is left out. */
    public String input(int index) {
        return index < inputs.size() ? inputs.get(index) : "";
    }

    public boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    public long integer(String attribute, long otherwise) {
        return get(attribute).map(AttributeProto::getI).orElse(otherwise);
    }

    public double number(String attribute, double otherwise) {
        return get(attribute).map(found -> (double) found.getF()).orElse(otherwise);
    }

    public String text(String attribute, String otherwise) {
        return get(attribute).map(found -> found.getS().toStringUtf8()).orElse(otherwise);
    }

    /** A row of whole numbers; empty if the attribute is missing. */
    public List<Long> integers(String attribute) {
        return get(attribute).map(AttributeProto::getIntsList).orElse(List.of());
    }

    public List<Float> numbers(String attribute) {
        return get(attribute).map(AttributeProto::getFloatsList).orElse(List.of());
    }

    public List<String> texts(String attribute) {
        return get(attribute).map(AttributeProto::getStringsList).orElse(List.of()).stream()
                .map(ByteString::toStringUtf8).toList();
    }

    public Optional<AttributeProto> get(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }
}
