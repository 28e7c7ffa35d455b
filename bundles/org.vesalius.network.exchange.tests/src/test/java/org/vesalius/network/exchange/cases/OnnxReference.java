// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.cases;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.exchange.onnx.TypedRuntime;
import org.vesalius.network.shape.Axis;
import org.vesalius.worker.spi.Tensor;

/**
 * What ONNX Runtime computes with a model itself on seeded random inputs, or what arrays of NumPy beside it hold.
 *
 * @param model the ONNX file
 * @param given the inputs, where there are such arrays
 * @param expected the results, where these are the reference rather than ONNX Runtime
 */
public record OnnxReference(Path model, List<Tensor> given, List<Tensor> expected) implements Reference {
    /** The reference for a model without arrays beside it. */
    public static OnnxReference random(Path model) {
        return new OnnxReference(model, List.of(), List.of());
    }

    @Override
    public Map<String, Tensor> inputs(Network network) throws Exception {
        List<Tensor> fed = fed();
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        for (Layer layer : network.getLayers()) {
            if (layer instanceof Input input) {
                inputs.put(input.getName(), inOrder(fed.get(inputs.size()), input));
            }
        }
        return inputs;
    }

    @Override
    public List<Tensor> outputs() throws Exception {
        return !expected.isEmpty() ? expected : new ArrayList<>(new TypedRuntime(model).run(fed()).values());
    }

    private List<Tensor> fed() throws Exception {
        return given.isEmpty() ? new TypedRuntime(model).randomInputs() : given;
    }

    /** As it is, with channels last, or samples before steps. */
    static Tensor inOrder(Tensor array, Input input) {
        if (array.shape().length == 1) {
            // one number a sample: a row of one for us
            return new Tensor(new int[] {array.shape()[0], 1}, array.values());
        }
        Stream<Tensor> ways = array.shape().length < 3 ? Stream.of(array)
                : Stream.of(array, Axes.channelsLast(array), Axes.moved(array, 1, 0));
        return ways.filter(way -> fits(way, input)).findFirst().orElse(array);
    }

    private static boolean fits(Tensor array, Input input) {
        List<Axis> axes = input.getShape().axes();
        int[] sample = Arrays.copyOfRange(array.shape(), 1, array.shape().length);
        if (sample.length != axes.size()) {
            return false;
        }
        for (int i = 0; i < sample.length; i++) {
            if (axes.get(i).known() && axes.get(i).size() != sample[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether there are arrays of NumPy beside a model. */
    static boolean hasArrays(Path model) {
        return Files.exists(ExchangeCases.beside(model, ".npz"));
    }
}
