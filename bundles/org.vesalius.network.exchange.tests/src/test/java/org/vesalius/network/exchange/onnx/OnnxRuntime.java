// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vesalius.worker.spi.Tensor;

/** Computes with an ONNX file in ONNX Runtime, an implementation that shares nothing with ours. */
public final class OnnxRuntime {
    private OnnxRuntime() {
    }

    /** The results of a model by name. */
    public static Map<String, Tensor> run(Path model, Map<String, Tensor> inputs) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(model.toString(), options)) {
                return run(environment, session, inputs);
            }
        }
    }

    private static Map<String, Tensor> run(OrtEnvironment environment, OrtSession session,
            Map<String, Tensor> inputs) throws OrtException {
        Map<String, OnnxTensor> fed = new HashMap<>();
        try {
            for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
                fed.put(input.getKey(), OnnxTensor.createTensor(environment,
                        FloatBuffer.wrap(input.getValue().values()), longs(input.getValue().shape())));
            }
            try (OrtSession.Result result = session.run(fed)) {
                return results(result);
            }
        } finally {
            fed.values().forEach(OnnxTensor::close);
        }
    }

    private static Map<String, Tensor> results(OrtSession.Result result) {
        Map<String, Tensor> results = new LinkedHashMap<>();
        result.forEach(entry -> {
            OnnxTensor tensor = (OnnxTensor) entry.getValue();
            FloatBuffer buffer = tensor.getFloatBuffer();
            float[] values = new float[buffer.remaining()];
            buffer.get(values);
            results.put(entry.getKey(), new Tensor(ints(tensor.getInfo().getShape()), values));
        });
        return results;
    }

    private static long[] longs(int[] shape) {
        return Arrays.stream(shape).asLongStream().toArray();
    }

    private static int[] ints(long[] shape) {
        return Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
    }
}
