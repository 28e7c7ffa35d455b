// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/** Names, types and shapes of what enters and leaves a graph. */
final class ValueInfos {
    private static final String BATCH = "batch";

    private ValueInfos() {
    }

    /** Samples of a shape, any number of them; a size that is not known goes by the names of value and axis. */
    static ValueInfoProto ofSamples(String name, Shape shape) {
        TensorShapeProto.Builder dims = TensorShapeProto.newBuilder().addDim(symbol(BATCH));
        shape.axes().forEach(axis -> dims.addDim(axis.known() ? size(axis.size()) : symbol(unknown(name, axis))));
        return info(name, dims);
    }

    /** An array of weights. */
    static ValueInfoProto ofWeights(String name, List<Integer> shape) {
        TensorShapeProto.Builder dims = TensorShapeProto.newBuilder();
        shape.forEach(size -> dims.addDim(size(size)));
        return info(name, dims);
    }

    private static String unknown(String name, Axis axis) {
        return name + "_" + axis.name();
    }

    private static Dimension symbol(String name) {
        return Dimension.newBuilder().setDimParam(name).build();
    }

    private static Dimension size(int size) {
        return Dimension.newBuilder().setDimValue(size).build();
    }

    private static ValueInfoProto info(String name, TensorShapeProto.Builder dims) {
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder()
                .setElemType(DataType.FLOAT.getNumber()).setShape(dims);
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(tensor)).build();
    }
}
