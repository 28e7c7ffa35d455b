// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;

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
}
