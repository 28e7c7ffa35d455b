// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.Objects;
import java.util.Optional;

import org.vesalius.worker.dl4j.initial.Initializer;

/**
 * One parameter of a DL4J layer or vertex: which weight of the layer it is, and how it starts.
 *
 * @param parameter DL4J's name of the parameter, such as {@code W}
 * @param weight the name of the weight as the layer's behaviour and Keras know it, such as {@code kernel}
 * @param layout how DL4J's numbers relate to those of the weight
 * @param initializer draws its first values in DL4J's shape; empty where those that DL4J sets are right
 */
public record LayerParameter(String parameter, String weight, WeightLayout layout,
        Optional<Initializer> initializer) {

    /** No component may be null. */
    public LayerParameter {
        Objects.requireNonNull(parameter, "parameter");
        Objects.requireNonNull(weight, "weight");
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(initializer, "initializer");
    }

    /** A parameter whose numbers stand in the order of the weight's. */
    public static LayerParameter of(String parameter, String weight, Initializer initializer) {
        return new LayerParameter(parameter, weight, WeightLayout.same(), Optional.of(initializer));
    }

    /** A parameter that starts as DL4J sets it. */
    public static LayerParameter preset(String parameter, String weight) {
        return new LayerParameter(parameter, weight, WeightLayout.same(), Optional.empty());
    }

    /** The same with other first values. */
    LayerParameter startedBy(Initializer other) {
        return new LayerParameter(parameter, weight, layout, Optional.of(other));
    }

    /** The same with its numbers in another order. */
    public LayerParameter in(WeightLayout other) {
        return new LayerParameter(parameter, weight, other, initializer);
    }
}
