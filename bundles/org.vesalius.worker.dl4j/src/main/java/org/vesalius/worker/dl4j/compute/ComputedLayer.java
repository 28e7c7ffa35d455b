// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import java.util.Collection;
import java.util.List;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.Regularization.ApplyStep;
import org.vesalius.worker.dl4j.compute.Parameter.Role;

/** DL4J's configuration of a layer that runs a {@link Computation}. */
public final class ComputedLayer extends BaseLayer {

    private static final long serialVersionUID = 1L;

    private final transient Computation computation;

    /** @param computation what it runs */
    public ComputedLayer(Computation computation) {
        super(new Settings().activation(new ActivationIdentity()));
        this.computation = computation;
    }

    /** What it runs. */
    public Computation computation() {
        return computation;
    }

    @Override
    public Layer instantiate(NeuralNetConfiguration conf, Collection<TrainingListener> listeners, int layerIndex,
            INDArray parametersView, boolean initialize, DataType type) {
        ComputingLayer layer = new ComputingLayer(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(layerIndex);
        layer.setParamsViewArray(parametersView);
        layer.setParamTable(initializer().init(conf, parametersView, initialize));
        layer.setConf(conf);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return new ComputedParameters(computation.parameters());
    }

    @Override
    public IUpdater getUpdaterByParam(String key) {
        boolean learned = computation.parameters().stream()
                .noneMatch(parameter -> parameter.key().equals(key) && parameter.role() == Role.STATISTIC);
        return learned ? super.getUpdaterByParam(key) : new NoOp();
    }

    /** What counts against kernels in the loss does not concern those between time steps; decay does. */
    @Override
    public List<Regularization> getRegularizationByParam(String key) {
        List<Regularization> all = super.getRegularizationByParam(key);
        boolean recurrent = computation.parameters().stream()
                .anyMatch(parameter -> parameter.key().equals(key) && parameter.role() == Role.RECURRENT_KERNEL);
        return recurrent && all != null
                ? all.stream().filter(each -> each.applyStep() == ApplyStep.POST_UPDATER).toList() : all;
    }

    @Override
    public boolean isPretrainParam(String name) {
        return false;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType input) {
        throw new UnsupportedOperationException("shapes come from the network, not from DL4J");
    }

    @Override
    public void setNIn(InputType input, boolean override) {
        // sizes are given by the computation
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType input) {
        return null;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType input) {
        throw new UnsupportedOperationException("memory is estimated from the network, not by DL4J");
    }

    /** The settings that all layers share. */
    private static final class Settings extends BaseLayer.Builder<Settings> {

        @Override
        @SuppressWarnings("unchecked")
        public ComputedLayer build() {
            throw new UnsupportedOperationException("made by its constructor");
        }
    }
}
