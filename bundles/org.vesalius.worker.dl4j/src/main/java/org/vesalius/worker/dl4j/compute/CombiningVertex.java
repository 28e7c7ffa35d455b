// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import java.util.Arrays;
import java.util.List;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.onednn.Contiguous;

/** Runs a {@link Combination} as a vertex of a graph. */
final class CombiningVertex extends BaseGraphVertex {

    private static final long serialVersionUID = 1L;

    private final transient Combination combination;

    CombiningVertex(ComputationGraph graph, String name, int index, Combination combination, DataType type) {
        super(graph, name, index, null, null, type);
        this.combination = combination;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        return combination.forward(contiguousInputs(), workspaces);
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
        List<INDArray> gradients = combination.backward(contiguousInputs(), Contiguous.of(epsilon), workspaces);
        return new Pair<>(null, gradients.toArray(INDArray[]::new));
    }

    private List<INDArray> contiguousInputs() {
        return Arrays.stream(inputs).map(Contiguous::of).toList();
    }

    @Override
    public boolean hasLayer() {
        return false;
    }

    @Override
    public Layer getLayer() {
        return null;
    }

    @Override
    public void setBackpropGradientsViewArray(INDArray gradients) {
        if (gradients != null) {
            throw new IllegalArgumentException("a combination has no parameters");
        }
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArrays(INDArray[] masks, MaskState state, int samples) {
        return masks == null || masks.length == 0 ? null : new Pair<>(masks[0], state);
    }

    @Override
    public String toString() {
        return "CombiningVertex(" + vertexName + ", " + combination + ")";
    }
}
