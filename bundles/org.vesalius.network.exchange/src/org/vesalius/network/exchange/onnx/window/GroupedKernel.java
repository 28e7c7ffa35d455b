// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.window;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.exchange.onnx.draw.SlidingWindow;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Numbers;

/** Kernels of convolutions in groups as kernels over all channels. */
final class GroupedKernel {
    private static final long MOST = 1 << 26;

    private GroupedKernel() {
    }

    /** The kernel out × in × places, zero where a result does not see a channel. */
    static ForeignArray whole(ForeignArray kernel, long groups) throws NotExpressible {
        if (groups == 1) {
            return kernel;
        }
        int results = kernel.dims().get(0);
        int seen = kernel.dims().get(1);
        if (groups < 1 || results % groups != 0 || kernel.size() == 0 || kernel.size() * groups > MOST) {
            throw new NotExpressible("it convolves in " + groups + " groups");
        }
        int places = kernel.size() / (results * seen);
        int channels = (int) (seen * groups);
        float[] from = kernel.floats();
        float[] to = new float[results * channels * places];
        for (int result = 0; result < results; result++) {
            int first = (int) (result / (results / groups)) * seen;
            System.arraycopy(from, result * seen * places, to, (result * channels + first) * places, seen * places);
        }
        List<Integer> dims = new ArrayList<>(kernel.dims());
        dims.set(1, channels);
        return new ForeignArray(dims, Numbers.of(to), false);
    }

    /** The kernel in × out × places of a transposed convolution, zero where a channel does not reach a result. */
    static ForeignArray transposed(ForeignArray kernel, long groups) throws NotExpressible {
        if (groups == 1) {
            return kernel;
        }
        int channels = kernel.dims().get(0);
        int results = kernel.dims().get(1);
        if (groups < 1 || channels % groups != 0 || kernel.size() == 0 || kernel.size() * groups > MOST) {
            throw new NotExpressible("it convolves in " + groups + " groups");
        }
        int places = kernel.size() / (channels * results);
        int all = (int) (results * groups);
        float[] from = kernel.floats();
        float[] to = new float[channels * all * places];
        for (int channel = 0; channel < channels; channel++) {
            int first = (int) (channel / (channels / groups)) * results;
            System.arraycopy(from, channel * results * places, to, (channel * all + first) * places, results * places);
        }
        List<Integer> dims = new ArrayList<>(kernel.dims());
        dims.set(1, all);
        return new ForeignArray(dims, Numbers.of(to), false);
    }

    /** The kernel with zeros between its places. */
    static ForeignArray dilated(ForeignArray kernel, SlidingWindow window) throws NotExpressible {
        List<Integer> dims = new ArrayList<>(kernel.dims().subList(0, 2));
        long size = (long) dims.get(0) * dims.get(1);
        for (int axis = 0; axis < window.axes(); axis++) {
            dims.add(window.span(axis));
            size *= window.span(axis);
        }
        if (size > MOST) {
            throw new NotExpressible("its dilated kernel would be very large");
        }
        float[] to = new float[(int) size];
        for (int index = 0; index < kernel.size(); index++) {
            to[place(index, kernel.dims(), dims, window)] = kernel.floats()[index];
        }
        return new ForeignArray(dims, Numbers.of(to), false);
    }

    private static int place(int index, List<Integer> from, List<Integer> to, SlidingWindow window) {
        int rest = index;
        int place = 0;
        int step = 1;
        for (int axis = from.size() - 1; axis >= 0; axis--) {
            int dilation = axis < 2 ? 1 : window.dilations().get(axis - 2);
            place += rest % from.get(axis) * dilation * step;
            rest /= from.get(axis);
            step *= to.get(axis);
        }
        return place;
    }
}
