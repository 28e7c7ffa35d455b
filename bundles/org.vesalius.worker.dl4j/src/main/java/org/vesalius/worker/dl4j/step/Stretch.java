// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.step;

import java.util.stream.IntStream;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.compute.Elementwise;
import org.vesalius.worker.dl4j.graph.ArrayStep;

/** Repeats along axes of size 1. */
public final class Stretch extends ArrayStep {

    private static final long serialVersionUID = 1L;

    private final long[] before;
    private final long[] after;

    /**
     * @param before sizes of one sample
     * @param after sizes of the result, equal where those before are not 1
     */
    public Stretch(long[] before, long[] after) {
        this.before = before.clone();
        this.after = after.clone();
    }

    @Override
    protected INDArray forward(INDArray input, LayerWorkspaceMgr workspaces) {
        long[] shape = batch(input.size(0), after);
        INDArray result = workspaces.createUninitialized(ArrayType.ACTIVATIONS, input.dataType(), shape, 'c');
        return Elementwise.add(result.assign(0), input, result);
    }

    @Override
    protected INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        int[] axes = IntStream.range(0, before.length).filter(i -> before[i] != after[i]).map(i -> i + 1).toArray();
        long[] shape = batch(epsilon.size(0), before);
        INDArray result = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, epsilon.dataType(), shape, 'c');
        return result.assign(epsilon.sum(axes).reshape('c', shape));
    }

    private static long[] batch(long samples, long[] sizes) {
        long[] shape = new long[sizes.length + 1];
        shape[0] = samples;
        System.arraycopy(sizes, 0, shape, 1, sizes.length);
        return shape;
    }
}
