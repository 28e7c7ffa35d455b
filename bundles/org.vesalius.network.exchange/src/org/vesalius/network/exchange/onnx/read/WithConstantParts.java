// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.network.exchange.onnx.compute.ArithmeticReaders;
import org.vesalius.network.exchange.onnx.draw.AxisMap;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Numbers;
import org.vesalius.network.exchange.onnx.graph.Sizes;
import org.vesalius.network.exchange.onnx.graph.Value;
import org.vesalius.network.exchange.onnx.window.PadReader;

/**
 * Constants before and behind a value along an axis, such as the token that stands for the whole of a picture: zeros in
 * their place, and what they hold added.
 *
 * @param node the Concat
 * @param reading where the layers go
 */
record WithConstantParts(ForeignNode node, Reading reading) {
    /** The joined value, if exactly one input comes from layers. */
    Optional<Value> joined() throws NotExpressible {
        int data = -1;
        for (int i = 0; i < node.inputs().size(); i++) {
            if (!(reading.value(node, i).orElse(null) instanceof ForeignArray)) {
                if (data >= 0) {
                    return Optional.empty();
                }
                data = i;
            }
        }
        return data < 0 || node.inputs().size() == 1 ? Optional.empty() : Optional.of(around(data));
    }

    private Value around(int data) throws NotExpressible {
        View in = reading.view(node, data);
        int axis = in.axis(node.integer("axis", 1));
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            sizes.add(i == data ? Math.toIntExact(Math.max(0, in.dims().get(axis))) : size(i, axis, in));
        }
        int begin = sizes.subList(0, data).stream().mapToInt(size -> size).sum();
        int end = sizes.subList(data + 1, sizes.size()).stream().mapToInt(size -> size).sum();
        View wide = PadReader.zeros(in, axis, begin, end, node, reading);
        return ArithmeticReaders.added(table(data, axis, sizes, in), wide, node, reading);
    }

    private int size(int input, int axis, View in) throws NotExpressible {
        ForeignArray part = reading.needed(node, input);
        if (axis == 0 || part.dims().size() != in.rank()) {
            throw new NotExpressible("the values it joins have different numbers of axes");
        }
        return part.dims().get(axis);
    }

    /** What the constants hold, zeros where the data are. */
    private ForeignArray table(int data, int axis, List<Integer> sizes, View in) throws NotExpressible {
        List<Integer> dims = new ArrayList<>(in.dims().stream().map(Long::intValue).toList());
        dims.set(0, 1);
        dims.set(axis, sizes.stream().mapToInt(size -> size).sum());
        if (in.dims().subList(1, in.rank()).contains(Sizes.UNKNOWN)) {
            throw new NotExpressible("it joins constants to a value whose sizes are not known");
        }
        int inner = dims.subList(axis + 1, dims.size()).stream().reduce(1, (a, b) -> a * b);
        int outer = dims.subList(0, axis).stream().reduce(1, (a, b) -> a * b);
        float[] values = AxisMap.room(outer, (long) dims.get(axis) * inner);
        int start = 0;
        for (int i = 0; i < sizes.size(); i++) {
            if (i != data) {
                float[] part = ofOneSample(reading.needed(node, i), outer * sizes.get(i) * inner);
                for (int o = 0; o < outer; o++) {
                    System.arraycopy(part, o * sizes.get(i) * inner, values, (o * dims.get(axis) + start) * inner,
                            sizes.get(i) * inner);
                }
            }
            start += sizes.get(i);
        }
        return new ForeignArray(dims, Numbers.of(values), false);
    }

    /** A graph made for several samples repeats the constant for each. */
    private static float[] ofOneSample(ForeignArray part, int count) throws NotExpressible {
        float[] values = part.floats();
        if (count < 1 || values.length % count != 0) {
            throw new NotExpressible("its constants don't fit its data");
        }
        for (int i = count; i < values.length; i++) {
            if (values[i] != values[i % count]) {
                throw new NotExpressible("its constants differ from sample to sample");
            }
        }
        return values;
    }
}
