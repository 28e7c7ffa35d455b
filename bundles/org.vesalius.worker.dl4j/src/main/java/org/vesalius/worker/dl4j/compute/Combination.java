// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import java.util.List;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A differentiable computation over several arrays, without parameters. It holds no state.
 *
 * <p>Arrays are {@code [samples, …]}, row-major without gaps. Inputs and gradients handed in are left unchanged.
 */
public interface Combination {

    /**
     * @param inputs what flows in, in order
     * @param workspaces where the result is to be allocated, as activations
     * @return the result
     */
    INDArray forward(List<INDArray> inputs, LayerWorkspaceMgr workspaces);

    /**
     * @param inputs what flowed in
     * @param epsilon gradient of the loss with respect to the result
     * @param workspaces where the gradients are to be allocated, as gradients of activations
     * @return gradient of the loss with respect to each input
     */
    List<INDArray> backward(List<INDArray> inputs, INDArray epsilon, LayerWorkspaceMgr workspaces);
}
