// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A step without parameters that rearranges an array, with the way back for the gradient. It keeps nothing between
 * calls. {@link GraphPlan#step} puts it into the graph.
 */
public abstract class ArrayStep implements InputPreProcessor {

    private static final long serialVersionUID = 1L;

    /**
     * @param input {@code [samples, …]}; left unchanged
     * @param workspaces where the result is to be allocated, as activations
     * @return the rearranged array
     */
    protected abstract INDArray forward(INDArray input, LayerWorkspaceMgr workspaces);

    /**
     * @param epsilon gradient of the loss with respect to the result
     * @param workspaces where the result is to be allocated, as gradient of activations
     * @return gradient of the loss with respect to the input
     */
    protected abstract INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces);

    @Override
    public final INDArray preProcess(INDArray input, int samples, LayerWorkspaceMgr workspaces) {
        return forward(input, workspaces);
    }

    @Override
    public final INDArray backprop(INDArray epsilon, int samples, LayerWorkspaceMgr workspaces) {
        // Layers that nothing can be learned below, such as an embedding, pass no gradient on.
        return epsilon == null ? null : backward(epsilon, workspaces);
    }

    /** Itself: a step holds no state. */
    @Override
    public final InputPreProcessor clone() {
        return this;
    }

    @Override
    public final InputType getOutputType(InputType input) {
        throw new UnsupportedOperationException("shapes come from the network, not from DL4J");
    }

    @Override
    public final Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int samples) {
        return new Pair<>(mask, state);
    }
}
