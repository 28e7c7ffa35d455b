// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.sequence;

import java.util.List;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.compute.Combination;

/**
 * What each step gathers: shares {@code [samples, heads, m, n]} of the steps of values {@code [samples, n, heads·length]}
 * give {@code [samples, m, heads·length]}. Source: Vaswani et al., arXiv:1706.03762, section 3.2.
 */
public final class AttendedValues implements Combination {

    private final Heads heads;

    /**
     * @param heads number of heads
     * @param length length of the vectors in each
     */
    public AttendedValues(int heads, int length) {
        this.heads = new Heads(heads, length);
    }

    @Override
    public INDArray forward(List<INDArray> inputs, LayerWorkspaceMgr workspaces) {
        INDArray shares = inputs.get(0);
        INDArray gathered = Heads.multiply(shares, false, heads.split(inputs.get(1)), false,
                heads.empty(shares.dataType(), shares.size(0), shares.size(2)));
        long[] shape = {shares.size(0), shares.size(2), heads.width()};
        return heads.join(gathered, workspaces.createUninitialized(ArrayType.ACTIVATIONS, shares.dataType(), shape, 'c'));
    }

    @Override
    public List<INDArray> backward(List<INDArray> inputs, INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray shares = inputs.get(0);
        INDArray values = heads.split(inputs.get(1));
        INDArray gathered = heads.split(epsilon);
        INDArray ofShares = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, shares.dataType(),
                shares.shape(), 'c');
        Heads.multiply(gathered, false, values, true, ofShares);
        INDArray ofValues = Heads.multiply(shares, true, gathered, false, values.dup('c'));
        return List.of(ofShares, heads.join(ofValues, inputs.get(1), workspaces));
    }
}
