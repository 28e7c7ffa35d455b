// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vesalius.worker.dl4j.compute.Parameter.Role;

/**
 * Lays the parameters of a {@link Computation} into DL4J's flat vectors, one behind the other, each row-major. They are
 * 0 until the graph's own initializers run.
 *
 * @param parameters the parameters
 */
record ComputedParameters(List<Parameter> parameters) implements ParamInitializer {

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return parameters.stream().mapToLong(Parameter::length).sum();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return parameters.stream().map(Parameter::key).toList();
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return names(Role.KERNEL, Role.RECURRENT_KERNEL);
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return names(Role.BIAS);
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return weightKeys(layer).contains(key);
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return biasKeys(layer).contains(key);
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration conf, INDArray view, boolean initialize) {
        Map<String, INDArray> arrays = views(view);
        arrays.forEach((name, array) -> {
            conf.addVariable(name);
            if (initialize) {
                array.assign(0);
            }
        });
        return arrays;
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray view) {
        return views(view);
    }

    private Map<String, INDArray> views(INDArray view) {
        Map<String, INDArray> arrays = new LinkedHashMap<>();
        long start = 0;
        for (Parameter parameter : parameters) {
            long end = start + parameter.length();
            INDArray part = view.reshape(view.length()).get(NDArrayIndex.interval(start, end));
            arrays.put(parameter.key(), part.reshape('c', parameter.shape()));
            start = end;
        }
        return arrays;
    }

    private List<String> names(Role... roles) {
        List<Role> wanted = List.of(roles);
        return parameters.stream().filter(parameter -> wanted.contains(parameter.role())).map(Parameter::key).toList();
    }
}
