// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.graph;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.weights.WeightTensor;

/**
 * Reads arrays of an ONNX file. Memory is taken for numbers that are really there, never for sizes that are only
 * claimed.
 *
 * @param file the model file, beside which arrays may stand in files of their own
 */
public record ArrayReader(Path file) {
    private static final long MOST_NUMBERS = Integer.MAX_VALUE - 16L;

    /**
     * An array.
     *
     * @throws ReportedException if sizes and numbers don't agree, or of a type that is not read
     */
    public ForeignArray read(TensorProto tensor) {
        List<Integer> dims = dims(tensor);
        Numbers numbers = tensor.getDataLocation() == DataLocation.EXTERNAL || tensor.hasRawData()
                ? fromBytes(tensor, bytes(tensor)) : fromFields(tensor);
        long expected = dims.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        if (numbers.size() != expected) {
            throw damaged(tensor, "should hold " + expected + " numbers and holds " + numbers.size());
        }
        return new ForeignArray(dims, numbers, !NumberTypes.areDecimal(type(tensor)));
    }

    /**
     * An array of weights.
     *
     * @throws ReportedException as for {@link #read}
     */
    public WeightTensor tensor(TensorProto tensor) {
        return read(tensor).tensor();
    }

    private List<Integer> dims(TensorProto tensor) {
        List<Integer> dims = new ArrayList<>();
        long product = 1;
        for (long dim : tensor.getDimsList()) {
            if (dim < 0 || dim > MOST_NUMBERS || product * Math.max(1, dim) > MOST_NUMBERS) {
                throw damaged(tensor, "has the sizes " + tensor.getDimsList() + ", more than can be held");
            }
            product *= Math.max(1, dim);
            dims.add((int) dim);
        }
        return dims;
    }

    private ByteBuffer bytes(TensorProto tensor) {
        ByteBuffer bytes = tensor.getDataLocation() == DataLocation.EXTERNAL
                ? new ExternalData(file).read(tensor) : tensor.getRawData().asReadOnlyByteBuffer();
        return bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    private Numbers fromBytes(TensorProto tensor, ByteBuffer bytes) {
        int width = width(tensor);
        if (bytes.remaining() % width != 0) {
            throw damaged(tensor, "ends within a number");
        }
        int count = bytes.remaining() / width;
        if (NumberTypes.areDecimal(type(tensor))) {
            return Numbers.of(floating(type(tensor), bytes, count));
        }
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = whole(type(tensor), bytes);
        }
        return Numbers.of(values);
    }

    private static float[] floating(DataType type, ByteBuffer bytes, int count) {
        float[] values = new float[count];
        if (type == DataType.FLOAT) {
            bytes.asFloatBuffer().get(values);
            return values;
        }
        for (int i = 0; i < count; i++) {
            values[i] = floating(type, bytes);
        }
        return values;
    }

    private static float floating(DataType type, ByteBuffer bytes) {
        return switch (type) {
            case DOUBLE -> (float) bytes.getDouble();
            case FLOAT16 -> NumberTypes.HalfPrecision.ofHalf(bytes.getShort());
            default -> NumberTypes.HalfPrecision.ofBrain(bytes.getShort());
        };
    }

    private static long whole(DataType type, ByteBuffer bytes) {
        return switch (type) {
            case INT64, UINT64 -> bytes.getLong();
            case INT32 -> bytes.getInt();
            case UINT32 -> Integer.toUnsignedLong(bytes.getInt());
            case INT16 -> bytes.getShort();
            case UINT16 -> Short.toUnsignedLong(bytes.getShort());
            case INT8 -> bytes.get();
            default -> Byte.toUnsignedLong(bytes.get());
        };
    }

    /** Older tools write numbers as lists of protocol buffers rather than as bytes. */
    private Numbers fromFields(TensorProto tensor) {
        return switch (type(tensor)) {
            case FLOAT -> floats(tensor.getFloatDataList());
            case DOUBLE -> floats(tensor.getDoubleDataList());
            case FLOAT16 -> halves(tensor, true);
            case BFLOAT16 -> halves(tensor, false);
            case INT64 -> longs(tensor.getInt64DataList());
            case UINT32, UINT64 -> longs(tensor.getUint64DataList());
            default -> longs(tensor.getInt32DataList());
        };
    }

    private static Numbers floats(List<? extends Number> list) {
        float[] values = new float[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).floatValue();
        }
        return Numbers.of(values);
    }

    private static Numbers halves(TensorProto tensor, boolean half) {
        float[] values = new float[tensor.getInt32DataCount()];
        for (int i = 0; i < values.length; i++) {
            short bits = (short) tensor.getInt32Data(i);
            values[i] = half ? NumberTypes.HalfPrecision.ofHalf(bits) : NumberTypes.HalfPrecision.ofBrain(bits);
        }
        return Numbers.of(values);
    }

    private static Numbers longs(List<? extends Number> list) {
        return Numbers.of(list.stream().mapToLong(Number::longValue).toArray());
    }

    private int width(TensorProto tensor) {
        return switch (type(tensor)) {
            case DOUBLE, INT64, UINT64 -> Long.BYTES;
            case FLOAT, INT32, UINT32 -> Integer.BYTES;
            case FLOAT16, BFLOAT16, INT16, UINT16 -> Short.BYTES;
            default -> Byte.BYTES;
        };
    }

    private DataType type(TensorProto tensor) {
        DataType type = DataType.forNumber(tensor.getDataType());
        if (type == null || type == DataType.UNDEFINED || type == DataType.STRING || type == DataType.COMPLEX64
                || type == DataType.COMPLEX128 || type.getNumber() > DataType.BFLOAT16.getNumber()) {
            throw damaged(tensor, "has numbers of a type that can't be read (" + tensor.getDataType() + ")");
        }
        return type;
    }

    private ReportedException damaged(TensorProto tensor, String what) {
        return new ReportedException(ErrorKind.INVALID_INPUT, "The array '" + tensor.getName() + "' " + what + ".",
                file, "Export the model again.");
    }
}
