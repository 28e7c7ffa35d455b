// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.LayerConstraint;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.vesalius.network.Constraint;

/**
 * Forces a kernel to fulfil a constraint after each step of the optimiser. DL4J's own apply twice and shrink a little
 * each time.
 */
final class KernelConstraint implements LayerConstraint {

    private static final long serialVersionUID = 1L;
    /** Keeps norms above 0, as in Keras. */
    private static final double LEAST_NORM = 1e-7;

    private final transient LayerParameter kernel;
    private final transient Constraint constraint;
    private final double limit;
    private final int[] neuronAxes;

    /**
     * @param kernel the parameter
     * @param constraint what it has to fulfil
     * @param limit the largest norm
     * @param neuronAxes axes of the weight that count its neurons, from the last one, which is 1
     */
    KernelConstraint(LayerParameter kernel, Constraint constraint, double limit, int[] neuronAxes) {
        this.kernel = kernel;
        this.constraint = constraint;
        this.limit = limit;
        this.neuronAxes = neuronAxes.clone();
    }

    @Override
    public void applyConstraint(Layer layer, int iteration, int epoch) {
        INDArray array = layer.getParam(kernel.parameter());
        switch (constraint) {
            case NON_NEGATIVE -> array.assign(Transforms.relu(array));
            case UNIT_NORM -> scale(array, norms(array).rdivi(1));
            case MAX_NORM -> {
                INDArray norms = norms(array);
                scale(array, Transforms.min(norms, limit).divi(norms));
            }
            case NONE -> throw new IllegalStateException("nothing to fulfil");
        }
    }

    /** The norm of the weights that lead to each neuron, the other axes being of size 1. */
    private INDArray norms(INDArray array) {
        int[] neurons = Arrays.stream(neuronAxes).map(axis -> kernel.layout().engineAxis(array.rank() - axis)).toArray();
        int[] others = IntStream.range(0, array.rank()).filter(axis -> Arrays.stream(neurons).noneMatch(n -> n == axis))
                .toArray();
        return Transforms.max(array.norm2(true, others), LEAST_NORM, false);
    }

    private static void scale(INDArray array, INDArray factors) {
        Nd4j.exec(DynamicCustomOp.builder("multiply").addInputs(array, factors).addOutputs(array).build());
    }

    @Override
    public LayerConstraint clone() {
        return this;
    }

    @Override
    public void setParams(Set<String> params) {
        throw new UnsupportedOperationException("it belongs to one parameter");
    }

    @Override
    public Set<String> getParams() {
        return Set.of(kernel.parameter());
    }
}
