// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
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
        return fitOf(output.getLoss()).check(new LossEnd(output, activation, units));
    }

    private static LossFits.LossFit fitOf(Loss loss) {
        return switch (loss) {
            case BINARY_CROSS_ENTROPY, FOCAL, DICE -> new LossFits.ProbabilityFit();
            case CATEGORICAL_CROSS_ENTROPY, KULLBACK_LEIBLER -> new LossFits.DistributionFit();
            case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> new LossFits.QuantityFit();
            case HINGE -> new LossFits.MarginFit();
            case POISSON -> new LossFits.CountFit();
            case COX_EFRON, COX_BRESLOW -> new LossFits.LogHazardFit();
            case DISCRETE_HAZARDS -> new LossFits.HazardFit();
        };
    }
}
