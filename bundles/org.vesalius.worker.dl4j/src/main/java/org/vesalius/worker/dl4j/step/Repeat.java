// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.step;

import java.util.stream.IntStream;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.graph.ArrayStep;
import org.vesalius.worker.dl4j.onednn.Contiguous;

/**
 * Repeats every step, pixel or voxel: {@code a b} becomes {@code a a b b}. The last axis, the channels, stays as it is.
 */
public final class Repeat extends ArrayStep {

    private static final long serialVersionUID = 1L;

    private final int[] factors;

    /** @param factors how often numbers are repeated along each axis of a sample but the last */
    public Repeat(int... factors) {
        this.factors = factors.clone();
    }

    @Override
    protected INDArray forward(INDArray input, LayerWorkspaceMgr workspaces) {
        INDArray result = workspaces.createUninitialized(ArrayType.ACTIVATIONS, input.dataType(),
                resized(input.shape(), true), 'c');
        INDArray single = Contiguous.of(input).reshape('c', split(input.shape(), false));
        long[] repeated = split(input.shape(), true);
        result.reshape('c', repeated).assign(single.broadcast(repeated));
        return result;
    }

    @Override
    protected INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        long[] shape = resized(epsilon.shape(), false);
        INDArray repeated = Contiguous.of(epsilon).reshape('c', split(shape, true));
        INDArray result = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, epsilon.dataType(), shape, 'c');
        // Each factor has an axis of its own behind the one it belongs to: 2, 4, …
        int[] axes = IntStream.rangeClosed(1, factors.length).map(i -> 2 * i).toArray();
        return result.assign(repeated.sum(axes).reshape('c', shape));
    }

    private long[] resized(long[] shape, boolean larger) {
        long[] result = shape.clone();
        for (int i = 0; i < factors.length; i++) {
            result[i + 1] = larger ? shape[i + 1] * factors[i] : shape[i + 1] / factors[i];
        }
        return result;
    }

    /** Sizes of the input with an axis behind each repeated one: of its factor, or of size 1. */
    private long[] split(long[] input, boolean repeated) {
        long[] sizes = new long[2 * factors.length + 2];
        sizes[0] = input[0];
        for (int i = 0; i < factors.length; i++) {
            sizes[2 * i + 1] = input[i + 1];
            sizes[2 * i + 2] = repeated ? factors[i] : 1;
        }
        sizes[sizes.length - 1] = input[input.length - 1];
        return sizes;
    }
}
