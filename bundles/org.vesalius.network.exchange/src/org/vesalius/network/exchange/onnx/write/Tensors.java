// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Arrays in the form that ONNX keeps them in: little-endian bytes, the last axis running fastest. */
final class Tensors {
    private Tensors() {
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
}
