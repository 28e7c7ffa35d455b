// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/**
 * Parts of the format of ONNX: arrays as little-endian bytes, the last axis running fastest, and the names, types and
 * shapes of what enters and leaves a graph.
 */
final class Protos {
    private static final String BATCH = "batch";

    private Protos() {
    }

    /** An array of single precision, without a name. */
    static TensorProto ofFloats(List<Integer> shape, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(DataType.FLOAT.getNumber())
                .setRawData(wrap(bytes));
        shape.forEach(tensor::addDims);
        return tensor.build();
    }

    /** A row of 64-bit whole numbers, without a name. */
    static TensorProto ofLongs(List<Long> values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(bytes::putLong);
        return TensorProto.newBuilder().setDataType(DataType.INT64.getNumber()).addDims(values.size())
                .setRawData(wrap(bytes)).build();
    }

    /** The array is new and given away, so it need not be copied. */
    private static ByteString wrap(ByteBuffer bytes) {
        return UnsafeByteOperations.unsafeWrap(bytes.array());
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
