// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.template;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.vesalius.network.Input;
import org.vesalius.network.Network;
import org.vesalius.network.shape.Shape;

/**
 * What can be set before a network is made of a template.
 *
 * @param input shape of one sample, where the network has one input
 * @param classes how many classes it tells apart, where it does
 */
record TemplateOptions(Optional<Shape> input, OptionalInt classes) {

    /** Returns what a network has now, and so what can be set. */
    static TemplateOptions of(Network network) {
        return new TemplateOptions(only(network).map(Input::getShape),
                Decision.of(network).map(decision -> OptionalInt.of(decision.classes())).orElse(OptionalInt.empty()));
    }

    private static Optional<Input> only(Network network) {
        List<Input> inputs = network.getLayers().stream().filter(Input.class::isInstance).map(Input.class::cast).toList();
        return inputs.size() == 1 ? Optional.of(inputs.get(0)) : Optional.empty();
    }

    /** Sets them in a network. */
    void apply(Network network) {
        TemplateOptions present = of(network);
        input.filter(wanted -> present.input.isPresent()).ifPresent(wanted -> only(network).orElseThrow().setShape(wanted));
        if (classes.isPresent() && present.classes.isPresent() && !classes.equals(present.classes)) {
            Decision.of(network).orElseThrow().tell(classes.getAsInt());
        }
    }
}
