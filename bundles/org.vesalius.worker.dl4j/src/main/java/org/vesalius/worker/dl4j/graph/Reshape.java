// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.vesalius.worker.dl4j.onednn.Contiguous;

/**
 * The same numbers in the same row-major order under other axes. What comes out is always contiguous; a copy is made
 * only if what goes in is not.
 */
final class Reshape extends ArrayStep {

    private static final long serialVersionUID = 1L;

    private final long[] before;
    private final long[] after;

    /**
     * @param before sizes of the axes that go in, without the first
     * @param after sizes of the axes that come out, without the first
     */
    Reshape(long[] before, long[] after) {
        this.before = withFreeFirst(before);
        this.after = withFreeFirst(after);
    }

    @Override
    protected INDArray forward(INDArray input, LayerWorkspaceMgr workspaces) {
        return workspaces.leverageTo(ArrayType.ACTIVATIONS, Contiguous.of(input).reshape('c', after));
    }

    @Override
    protected INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        return workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, Contiguous.of(epsilon).reshape('c', before));
    }

    private static long[] withFreeFirst(long[] sizes) {
        long[] all = new long[sizes.length + 1];
        all[0] = -1;
        System.arraycopy(sizes, 0, all, 1, sizes.length);
        return all;
    }

    @Override
    public String toString() {
        return "Reshape " + Arrays.toString(before) + " to " + Arrays.toString(after);
    }
}
