// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vesalius.network.exchange.onnx.write.Permutation;
import org.vesalius.network.weights.WeightTensor;
import org.vesalius.worker.spi.Tensor;

/**
 * A model of another tool with inputs, and the results which that tool computes for them.
 *
 * @param model the ONNX file
 * @param data the folder with {@code input_0.pb} and {@code output_0.pb}
 */
record ForeignCase(Path model, Path data) {

    /** All cases below a folder. */
    static List<ForeignCase> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("model.onnx")).sorted().map(model -> {
                Path beside = model.resolveSibling("test_data_set_0");
                return new ForeignCase(model, Files.isDirectory(beside) ? beside : model.getParent());
            }).toList();
        }
    }

    String name() {
        return model.getParent().getFileName().toString();
    }

    Tensor input() throws IOException {
        return read(data.resolve("input_0.pb"));
    }

    Tensor output() throws IOException {
        return read(data.resolve("output_0.pb"));
    }

    /**
     * The tensor with its axes in the order in which Vesalius has them: samples first, then as they are, or channels
     * last.
     *
     * @param sample sizes of the axes of one sample in Vesalius
     */
    static Tensor inOrder(Tensor tensor, List<Integer> sample) {
        int rank = tensor.shape().length;
        List<Integer> channelsLast = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
        channelsLast.add(channelsLast.remove(Math.min(1, rank - 1)));
        List<Integer> samplesFirst = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
        samplesFirst.add(1, samplesFirst.remove(0));
        return Stream.of(IntStream.range(0, rank).boxed().toList(), channelsLast, samplesFirst)
                .map(order -> permuted(tensor, order))
                .filter(ordered -> sizes(ordered).subList(1, rank).equals(sample)).findFirst()
                .orElseThrow(() -> new IllegalStateException(tensor + " is no " + sample));
    }

    private static Tensor permuted(Tensor tensor, List<Integer> order) {
        WeightTensor permuted = Permutation.of(new WeightTensor(sizes(tensor), tensor.values()), order);
        return new Tensor(permuted.shape().stream().mapToInt(size -> size).toArray(), permuted.values());
    }

    private static List<Integer> sizes(Tensor tensor) {
        return Arrays.stream(tensor.shape()).boxed().toList();
    }

    private static Tensor read(Path file) throws IOException {
        TensorProto proto = TensorProto.parseFrom(Files.readAllBytes(file));
        int[] shape = proto.getDimsList().stream().mapToInt(Math::toIntExact).toArray();
        Tensor tensor = Tensor.zeros(shape);
        var bytes = proto.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < tensor.values().length; i++) {
            tensor.values()[i] = proto.getDataType() == TensorProto.DataType.INT64.getNumber() ? bytes.getLong()
                    : bytes.getFloat();
        }
        return tensor;
    }
}
