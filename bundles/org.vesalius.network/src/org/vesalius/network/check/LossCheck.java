// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Layer;
import org.vesalius.network.Output;
import org.vesalius.network.graph.Inputs;

/** The loss of each Output fits the activation before it and the number of units. */
final class LossCheck implements NetworkCheck {
    @Override
    public List<Problem> check(CheckedNetwork network) {
        List<Problem> problems = new ArrayList<>();
        for (Output output : network.layers(Output.class)) {
            List<Layer> before = Inputs.of(output);
            if (before.size() == 1 && network.inferred().shapeOf(output).isPresent()) {
                fit(network, output, before.get(0)).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<Problem> fit(CheckedNetwork network, Output output, Layer before) {
        FinalActivation activation = FinalActivation.before(before);
        if (activation.unknown()) {
            return Optional.empty();
        }
        int units = network.inferred().shapeOf(output).orElseThrow().last().size();
        LossFit fit = new LossFit(output, activation);
        return switch (output.getLoss()) {
            case BINARY_CROSS_ENTROPY -> fit.binary(units);
            case CATEGORICAL_CROSS_ENTROPY -> fit.categorical(units);
            case MEAN_SQUARED_ERROR -> fit.squaredError();
            default -> Optional.empty();
        };
    }
}
