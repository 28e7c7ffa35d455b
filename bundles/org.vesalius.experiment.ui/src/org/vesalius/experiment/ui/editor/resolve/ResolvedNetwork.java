// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.resolve;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vesalius.network.shape.Shape;

/**
 * What the network file of an experiment holds.
 *
 * @param problem why it can't be used, with what to do; empty when it can
 * @param name name of the network
 * @param ends its inputs, then its outputs
 * @param parameters number of parameters, as far as shapes are known
 * @param trainingBytes memory that training needs at the batch size of the experiment; absent while shapes are unknown
 */
public record ResolvedNetwork(String problem, String name, List<End> ends, long parameters,
        OptionalLong trainingBytes) {

    /**
     * Where data goes into the network or comes out of it.
     *
     * @param layer name of the Input or Output layer
     * @param input true for an input
     * @param shape what flows there; empty while unknown
     */
    public record End(String layer, boolean input, Optional<Shape> shape) {
        /** What flows there: {@code 128×128×3}, or a question mark while unknown. */
        public String display() {
            return shape.map(Shape::display).orElse("?");
        }
    }

    /** Returns a network that can't be used. */
    public static ResolvedNetwork unusable(String problem) {
        return new ResolvedNetwork(problem, "", List.of(), 0, OptionalLong.empty());
    }

    /** Returns whether there is a network. */
    public boolean usable() {
        return problem.isEmpty();
    }
}
