// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.vesalius.worker.spi.Tensor;

/**
 * ONNX Runtime for models whose inputs and results are of any type of number, with optimisation off: it joins some
 * operators wrongly.
 *
 * @param model the file
 */
public record TypedRuntime(Path model) {
    private static final int SAMPLES = 3;
    private static final int OPEN_SIZE = 8;
    /** Codes of a vocabulary are smaller than this. */
    private static final int CODES = 3;

    /** Numbers for each input, the same in each run. */
    public List<Tensor> randomInputs() throws OrtException {
        try (OrtSession.SessionOptions options = options(); OrtSession session = open(options)) {
            Random random = new Random(7);
            List<Tensor> inputs = new ArrayList<>();
            for (NodeInfo info : session.getInputInfo().values()) {
                inputs.add(random((TensorInfo) info.getInfo(), random));
            }
            return inputs;
        }
    }

    /** The results by name, in the model's order. */
    public Map<String, Tensor> run(List<Tensor> inputs) throws OrtException {
        Map<String, OnnxTensor> fed = new LinkedHashMap<>();
        try (OrtSession.SessionOptions options = options(); OrtSession session = open(options)) {
            for (Map.Entry<String, NodeInfo> info : session.getInputInfo().entrySet()) {
                fed.put(info.getKey(), typed(inputs.get(fed.size()), ((TensorInfo) info.getValue().getInfo()).type));
            }
            try (OrtSession.Result result = session.run(fed)) {
                Map<String, Tensor> results = new LinkedHashMap<>();
                for (Map.Entry<String, OnnxValue> entry : result) {
                    results.put(entry.getKey(), plain((OnnxTensor) entry.getValue()));
                }
                return results;
            }
        } finally {
            fed.values().forEach(OnnxTensor::close);
        }
    }

    private static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
        return options;
    }

    private OrtSession open(OrtSession.SessionOptions options) throws OrtException {
        return OrtEnvironment.getEnvironment().createSession(model.toString(), options);
    }

    private static Tensor random(TensorInfo info, Random random) {
        long[] sizes = info.getShape();
        int[] shape = new int[sizes.length];
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = sizes[axis] > 0 ? (int) sizes[axis] : axis == 0 ? SAMPLES : OPEN_SIZE;
        }
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.values().length; i++) {
            tensor.values()[i] = number(info.type, random);
        }
        return tensor;
    }

    private static float number(OnnxJavaType type, Random random) {
        return switch (type) {
            case FLOAT, DOUBLE -> (float) random.nextGaussian();
            case FLOAT16, BFLOAT16 -> Math.round(random.nextGaussian() * 16) / 16f;
            case BOOL -> random.nextInt(2);
            default -> random.nextInt(CODES);
        };
    }

    private static OnnxTensor typed(Tensor tensor, OnnxJavaType type) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = Arrays.stream(tensor.shape()).asLongStream().toArray();
        float[] values = tensor.values();
        return switch (type) {
            case FLOAT -> OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
            case DOUBLE -> {
                DoubleBuffer buffer = DoubleBuffer.allocate(values.length);
                for (float value : values) {
                    buffer.put(value);
                }
                yield OnnxTensor.createTensor(environment, buffer.rewind(), shape);
            }
            case INT64 -> {
                LongBuffer buffer = LongBuffer.allocate(values.length);
                for (float value : values) {
                    buffer.put((long) value);
                }
                yield OnnxTensor.createTensor(environment, buffer.rewind(), shape);
            }
            case INT32 -> {
                IntBuffer buffer = IntBuffer.allocate(values.length);
                for (float value : values) {
                    buffer.put((int) value);
                }
                yield OnnxTensor.createTensor(environment, buffer.rewind(), shape);
            }
            default -> OnnxTensor.createTensor(environment, bytes(values, type), shape, type);
        };
    }

    private static ByteBuffer bytes(float[] values, OnnxJavaType type) {
        boolean half = type == OnnxJavaType.FLOAT16 || type == OnnxJavaType.BFLOAT16;
        ByteBuffer bytes = ByteBuffer.allocateDirect(values.length * (half ? Short.BYTES : 1))
                .order(ByteOrder.nativeOrder());
        for (float value : values) {
            if (half) {
                bytes.putShort(type == OnnxJavaType.FLOAT16 ? Fp16Conversions.floatToFp16(value)
                        : Fp16Conversions.floatToBf16(value));
            } else {
                bytes.put((byte) value);
            }
        }
        return bytes.rewind();
    }

    private static Tensor plain(OnnxTensor tensor) {
        Tensor plain = Tensor.zeros(Arrays.stream(tensor.getInfo().getShape()).mapToInt(Math::toIntExact).toArray());
        float[] values = plain.values();
        switch (tensor.getInfo().type) {
            case FLOAT, FLOAT16, BFLOAT16 -> tensor.getFloatBuffer().get(values);
            case DOUBLE -> {
                DoubleBuffer buffer = tensor.getDoubleBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) buffer.get(i);
                }
            }
            case INT64 -> {
                LongBuffer buffer = tensor.getLongBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = buffer.get(i);
                }
            }
            case INT32 -> {
                IntBuffer buffer = tensor.getIntBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = buffer.get(i);
                }
            }
            default -> {
                ByteBuffer buffer = tensor.getByteBuffer();
                boolean unsigned = tensor.getInfo().type == OnnxJavaType.UINT8;
                for (int i = 0; i < values.length; i++) {
                    values[i] = unsigned ? Byte.toUnsignedInt(buffer.get(i)) : buffer.get(i);
                }
            }
        }
        return plain;
    }
}
