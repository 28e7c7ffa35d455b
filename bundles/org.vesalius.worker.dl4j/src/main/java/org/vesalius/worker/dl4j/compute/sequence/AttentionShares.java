// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.sequence;

import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.worker.dl4j.compute.Combination;
import org.vesalius.worker.dl4j.compute.Elementwise;
import org.vesalius.worker.dl4j.compute.Rows;

/**
 * How much each step of the queries takes from each step of the keys: softmax(Q·Kᵀ/√length) in each head. Queries
 * {@code [samples, m, heads·length]}, keys {@code [samples, n, heads·length]} and perhaps a mask of the keys
 * {@code [samples, n]} give {@code [samples, heads, m, n]}. Source: Vaswani et al., arXiv:1706.03762, section 3.2.
 */
public final class AttentionShares implements Combination {

    /** What is added to the comparison with a step that does not count, as in Keras. */
    private static final double EXCLUDED = -1e9;

    private final Heads heads;

    /**
     * @param heads number of heads
     * @param length length of the vectors that are compared
     */
    public AttentionShares(int heads, int length) {
        this.heads = new Heads(heads, length);
    }

    @Override
    public INDArray forward(List<INDArray> inputs, LayerWorkspaceMgr workspaces) {
        INDArray queries = inputs.get(0);
        INDArray result = workspaces.createUninitialized(ArrayType.ACTIVATIONS, queries.dataType(),
                heads.shares(queries, inputs.get(1)), 'c');
        return shares(inputs, result);
    }

    @Override
    public List<INDArray> backward(List<INDArray> inputs, INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray queries = heads.split(inputs.get(0));
        INDArray keys = heads.split(inputs.get(1));
        INDArray shares = shares(inputs, epsilon.dup('c'));
        INDArray ofSums = shares.mul(epsilon);
        INDArray total = ofSums.sum(true, 3);
        ofSums.subi(Elementwise.multiply(shares, total, shares)).divi(heads.root());
        List<INDArray> gradients = new ArrayList<>();
        gradients.add(heads.join(Heads.multiply(ofSums, false, keys, false, queries.dup('c')), inputs.get(0),
                workspaces));
        gradients.add(heads.join(Heads.multiply(ofSums, true, queries, false, keys.dup('c')), inputs.get(1),
                workspaces));
        if (inputs.size() > 2) {
            INDArray mask = inputs.get(2);
            gradients.add(workspaces.create(ArrayType.ACTIVATION_GRAD, mask.dataType(), mask.shape(), 'c'));
        }
        return gradients;
    }

    private INDArray shares(List<INDArray> inputs, INDArray result) {
        Heads.multiply(heads.split(inputs.get(0)), false, heads.split(inputs.get(1)), true, result);
        result.divi(heads.root());
        if (inputs.size() > 2) {
            INDArray mask = inputs.get(2);
            INDArray penalty = mask.rsub(1).muli(EXCLUDED).reshape('c', mask.size(0), 1, 1, mask.size(1));
            Elementwise.add(result, penalty, result);
        }
        INDArray rows = Rows.of(result, result.size(3));
        Nd4j.exec(DynamicCustomOp.builder("softmax").addInputs(rows).addOutputs(rows).addIntegerArguments(1).build());
        return result;
    }
}
