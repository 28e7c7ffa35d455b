// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import java.util.Map;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.compute.Parameter.Role;
import org.vesalius.worker.dl4j.onednn.Contiguous;

/** Runs a {@link Computation} as a layer of a graph. */
final class ComputingLayer extends BaseLayer<ComputedLayer> {

    private static final long serialVersionUID = 1L;

    private transient Pass pass;

    ComputingLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        return layerConf().computation().forward(Contiguous.of(input), pass().begin(training, workspaces));
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        INDArray inputGradient = layerConf().computation().backward(Contiguous.of(input), Contiguous.of(epsilon),
                pass().begin(true, workspaces));
        pass().clear();
        Gradient gradient = new DefaultGradient();
        layerConf().computation().parameters().forEach(parameter -> gradient.setGradientFor(parameter.key(),
                gradientViews.get(parameter.key()), 'c'));
        return new Pair<>(gradient, inputGradient);
    }

    @Override
    public void setParamTable(Map<String, INDArray> paramTable) {
        super.setParamTable(paramTable);
        pass = null;
    }

    @Override
    public void setBackpropGradientsViewArray(INDArray gradients) {
        super.setBackpropGradientsViewArray(gradients);
        pass = null;
    }

    /** Statistics follow the batch, not the mean over its samples. */
    @Override
    public boolean updaterDivideByMinibatch(String key) {
        return layerConf().computation().parameters().stream()
                .noneMatch(parameter -> parameter.key().equals(key) && parameter.role() == Role.STATISTIC);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public void clear() {
        super.clear();
        pass().clear();
    }

    private Pass pass() {
        if (pass == null) {
            pass = new Pass(params, gradientViews);
        }
        return pass;
    }
}
