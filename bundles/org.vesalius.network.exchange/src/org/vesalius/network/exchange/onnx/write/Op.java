// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import java.util.Collection;
import java.util.List;
import org.vesalius.network.exchange.window.Sliding;
import org.vesalius.network.shape.Shape;

/** One operator while it is put together; {@link #out()} adds it to the graph. */
final class Op {
    private final GraphWriter graph;
    private final String name;
    private final NodeProto.Builder node = NodeProto.newBuilder();

    Op(GraphWriter graph, String name, String type) {
        this.graph = graph;
        this.name = graph.name(name);
        node.setOpType(type).setName(this.name);
    }

    /** Adds inputs; an empty text stands for one that is left out. */
    Op in(String... values) {
        node.addAllInput(List.of(values));
        return this;
    }

    Op integer(String attribute, long value) {
        return add(attribute(attribute, AttributeType.INT).setI(value));
    }

    Op number(String attribute, double value) {
        return add(attribute(attribute, AttributeType.FLOAT).setF((float) value));
    }

    Op text(String attribute, String value) {
        return add(attribute(attribute, AttributeType.STRING).setS(ByteString.copyFromUtf8(value)));
    }

    Op ints(String attribute, Collection<? extends Number> values) {
        AttributeProto.Builder built = attribute(attribute, AttributeType.INTS);
        values.forEach(value -> built.addInts(value.longValue()));
        return add(built);
    }

    Op numbers(String attribute, List<Double> values) {
        AttributeProto.Builder built = attribute(attribute, AttributeType.FLOATS);
        values.forEach(value -> built.addFloats(value.floatValue()));
        return add(built);
    }

    Op texts(String attribute, List<String> values) {
        AttributeProto.Builder built = attribute(attribute, AttributeType.STRINGS);
        values.forEach(value -> built.addStrings(ByteString.copyFromUtf8(value)));
        return add(built);
    }

    /** Adds the operator to the graph. @return the name of its first result */
    String out() {
        return out(0);
    }

    /** Adds the operator, of which one result is used. @return the name of that result */
    String out(int index) {
        for (int skipped = 0; skipped < index; skipped++) {
            node.addOutput("");
        }
        node.addOutput(name);
        graph.node(node.build());
        return name;
    }

    private static AttributeProto.Builder attribute(String attribute, AttributeType type) {
        return AttributeProto.newBuilder().setName(attribute).setType(type);
    }

    private Op add(AttributeProto.Builder attribute) {
        node.addAttribute(attribute);
        return this;
    }

    /** Adds the attributes by which ONNX describes a window on data of a shape. */
    Op window(Sliding window, Shape input) {
        ints("kernel_shape", window.kernel()).ints("strides", window.stride());
        return window.isDetermined(input) ? ints("pads", window.pads(input)) : text("auto_pad", "SAME_UPPER");
    }
}
