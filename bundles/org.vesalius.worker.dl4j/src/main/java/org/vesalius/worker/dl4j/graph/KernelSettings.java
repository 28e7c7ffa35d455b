// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.vesalius.network.Constraint;
import org.vesalius.network.Initializer;
import org.vesalius.network.TransposedConvolution1D;
import org.vesalius.network.TransposedConvolution2D;
import org.vesalius.network.TransposedConvolution3D;
import org.vesalius.network.Weighted;

/**
 * What a layer asks of its kernels: how they start, what counts against them in the loss, and what they are forced to
 * fulfil. Kernels that lead from one time step to the next are left alone, as in Keras.
 *
 * @param owner the layer
 */
record KernelSettings(Weighted owner) {

    private static final String KERNEL = "kernel";
    private static final String EMBEDDINGS = "embeddings";
    private static final String RECURRENT = "recurrent_kernel";
    private static final String DEPTHWISE = "depthwise_kernel";

    /** The same parameters, the kernels among them started as the layer asks. */
    LayerParameter[] started(LayerParameter... parameters) {
        if (owner.getInitializer() == Initializer.USUAL) {
            return parameters;
        }
        return Arrays.stream(parameters).map(parameter -> isKernel(parameter)
                ? parameter.startedBy(new KernelStart(owner.getInitializer(), parameter.layout())) : parameter)
                .toArray(LayerParameter[]::new);
    }

    /**
     * Sets regularisation and constraint.
     *
     * @param configuration DL4J's layer
     * @param parameters its parameters
     */
    void apply(BaseLayer configuration, LayerParameter... parameters) {
        List<Regularization> penalties = new ArrayList<>();
        if (owner.getL1() > 0) {
            penalties.add(new L1Regularization(owner.getL1()));
        }
        if (owner.getL2() > 0) {
            // Keras takes the sum of the squares, DL4J half of it.
            penalties.add(new L2Regularization(2 * owner.getL2()));
        }
        if (!penalties.isEmpty()) {
            configuration.setRegularization(penalties);
        }
        if (owner.getConstraint() != Constraint.NONE) {
            configuration.setConstraints(Arrays.stream(parameters)
                    .filter(KernelSettings::isKernel).<org.deeplearning4j.nn.api.layers.LayerConstraint>map(this::constraint).toList());
        }
    }

    private KernelConstraint constraint(LayerParameter kernel) {
        return new KernelConstraint(kernel, owner.getConstraint(), owner.getConstraintLimit(), neuronAxes(kernel));
    }

    /**
     * Which axes of the weight count its neurons, from the last one, which is 1. Those of an attention lie side by side,
     * head after head.
     */
    private int[] neuronAxes(LayerParameter kernel) {
        if (kernel.weight().equals(DEPTHWISE)) {
            return new int[] {1, 2};
        }
        boolean transposed = owner instanceof TransposedConvolution1D || owner instanceof TransposedConvolution2D
                || owner instanceof TransposedConvolution3D;
        return new int[] {transposed ? 2 : 1};
    }

    private static boolean isKernel(LayerParameter parameter) {
        String weight = parameter.weight();
        return weight.equals(EMBEDDINGS) || weight.endsWith(KERNEL) && !weight.equals(RECURRENT);
    }
}
