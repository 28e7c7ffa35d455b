// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.cases;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.shape.Axis;
import org.vesalius.worker.spi.Tensor;

/**
 * Arrays of NumPy: {@code x0}, {@code x1} … for the inputs in the model's order, {@code y0}, {@code y1} … for its
 * results.
 *
 * @param file the .npz file
 */
public record NpzReference(Path file) implements Reference {

    @Override
    public Map<String, Tensor> inputs(Network network) throws IOException {
        List<Tensor> arrays = arrays("x");
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        for (Layer layer : network.getLayers()) {
            if (layer instanceof Input input) {
                inputs.put(input.getName(), inOrder(arrays.get(inputs.size()), input));
            }
        }
        return inputs;
    }

    @Override
    public List<Tensor> outputs() throws IOException {
        return arrays("y");
    }

    /** The inputs as they are. */
    List<Tensor> given() throws IOException {
        return arrays("x");
    }

    /** The arrays called so with a number behind. */
    private List<Tensor> arrays(String stem) throws IOException {
        List<Tensor> arrays = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (int i = 0;; i++) {
                ZipEntry entry = zip.getEntry(stem + i + ".npy");
                if (entry == null) {
                    return arrays;
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    arrays.add(Npy.read(in.readAllBytes()));
                }
            }
        }
    }

    /** A model whose channels come first was imported with its channels last. */
    private static Tensor inOrder(Tensor array, Input input) {
        int[] sample = Arrays.copyOfRange(array.shape(), 1, array.shape().length);
        boolean fits = input.getShape() == null || fits(sample, input);
        return fits || sample.length < 3 ? array : Axes.channelsLast(array);
    }

    private static boolean fits(int[] sample, Input input) {
        List<Axis> axes = input.getShape().axes();
        for (int i = 0; i < axes.size(); i++) {
            if (axes.size() != sample.length || axes.get(i).known() && axes.get(i).size() != sample[i]) {
                return false;
            }
        }
        return true;
    }
}
