// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer.window;

import java.util.ArrayList;
import java.util.List;

import org.vesalius.network.Weighted;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.Parameter.Role;
import org.vesalius.worker.dl4j.initial.FixedValues.Constant;
import org.vesalius.worker.dl4j.initial.RandomValues.Uniform;

/** The parameters of layers whose kernel slides over their input. */
final class KernelParts {

    static final String KERNEL = "kernel";
    static final String BIAS = "bias";

    private KernelParts() {
    }

    /**
     * A kernel, started as Keras does: of its last two axes the first counts as inputs and the second as outputs, the
     * others are places.
     *
     * @param owner the layer
     * @param shape sizes of its axes
     */
    static Parameter kernel(Weighted owner, String name, long... shape) {
        long places = 1;
        for (int i = 0; i < shape.length - 2; i++) {
            places *= shape[i];
        }
        return Parameter.of(name, Role.KERNEL,
                Uniform.glorot(places * shape[shape.length - 2], places * shape[shape.length - 1]), shape);
    }

    /** A kernel and, where it is used, a bias that starts at 0. */
    static List<Parameter> withBias(Parameter kernel, boolean useBias, long channels) {
        List<Parameter> parameters = new ArrayList<>(List.of(kernel));
        if (useBias) {
            parameters.add(Parameter.of(BIAS, Role.BIAS, new Constant(0), channels));
        }
        return parameters;
    }
}
