// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Output;
import org.vesalius.network.fix.InsertLayer;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.meta.LayerInfo;

/** Whether the loss of an Output fits what comes in, and what to change if it does not. */
final class LossFit {
    private static final String ID = "network.loss";
    private static final String LOGARITHM = "Cross-entropies take the logarithm of probabilities, so numbers outside 0"
            + " to 1 make no sense to them. Sigmoid gives each finding a probability of its own; softmax gives"
            + " probabilities that sum to 1 over categories that exclude each other.";

    private final Output output;
    private final FinalActivation activation;

    LossFit(Output output, FinalActivation activation) {
        this.output = output;
        this.activation = activation;
    }

    Optional<Problem> binary(int units) {
        return switch (activation.function()) {
            case SIGMOID -> Optional.empty();
            case SOFTMAX -> units == 1 ? Optional.of(alwaysOne()) : Optional.of(problem(Severity.WARNING,
                    called() + " has binary cross-entropy behind a softmax; take categorical cross-entropy for"
                            + " categories that exclude each other, sigmoid for findings that may occur together.",
                    List.of(setLoss(Loss.CATEGORICAL_CROSS_ENTROPY), setActivation(ActivationFunction.SIGMOID))));
            default -> Optional.of(notProbabilities("binary cross-entropy", ActivationFunction.SIGMOID));
        };
    }

    Optional<Problem> categorical(int units) {
        if (units == 1) {
            return Optional.of(alwaysOne());
        }
        return switch (activation.function()) {
            case SOFTMAX -> Optional.empty();
            case SIGMOID -> Optional.of(problem(Severity.WARNING,
                    called() + " has categorical cross-entropy behind a sigmoid; take softmax for categories that"
                            + " exclude each other, binary cross-entropy for findings that may occur together.",
                    List.of(setActivation(ActivationFunction.SOFTMAX), setLoss(Loss.BINARY_CROSS_ENTROPY))));
            default -> Optional.of(notProbabilities("categorical cross-entropy", ActivationFunction.SOFTMAX));
        };
    }

    Optional<Problem> squaredError() {
        Loss better = switch (activation.function()) {
            case SIGMOID -> Loss.BINARY_CROSS_ENTROPY;
            case SOFTMAX -> Loss.CATEGORICAL_CROSS_ENTROPY;
            default -> null;
        };
        if (better == null) {
            return Optional.empty();
        }
        return Optional.of(problem(Severity.ADVICE, called() + " has mean squared error behind a "
                + activation.function().getLiteral() + "; " + words(better) + " learns faster here.",
                List.of(setLoss(better))));
    }

    private Problem notProbabilities(String loss, ActivationFunction wanted) {
        return problem(Severity.ERROR, called() + " has " + loss + ", which wants " + wanted.getLiteral()
                + " before it, but " + LayerInfo.called(activation.layer()) + " is "
                + activation.function().getLiteral() + ".",
                List.of(setActivation(wanted), setLoss(Loss.MEAN_SQUARED_ERROR)));
    }

    private Problem alwaysOne() {
        List<Fix> fixes = new ArrayList<>();
        fixes.add(new BinaryDecision("Decide yes or no: sigmoid and binary cross-entropy", output,
                setActivation(ActivationFunction.SIGMOID)));
        return problem(Severity.ERROR, called() + " gets a single number, and one category alone is always certain;"
                + " take sigmoid and binary cross-entropy, or one unit for each category.", fixes);
    }

    private String called() {
        return LayerInfo.called(output);
    }

    private Problem problem(Severity severity, String message, List<Fix> fixes) {
        return new Problem(ID, severity, CheckedNetwork.subject(output), message, LOGARITHM, fixes);
    }

    private Fix setLoss(Loss loss) {
        return new SetAttribute("Use " + words(loss), output, NetworkPackage.Literals.OUTPUT__LOSS, loss);
    }

    private Fix setActivation(ActivationFunction function) {
        String name = function.getLiteral();
        return activation.attribute()
                .<Fix>map(attribute -> new SetAttribute("Use " + name + " in " + LayerInfo.called(activation.layer()),
                        activation.layer(), attribute, function))
                .orElseGet(() -> new InsertLayer("Insert a " + name + " before " + called(),
                        Inputs.connections(output).get(0), NetworkPackage.Literals.ACTIVATION,
                        added -> ((Activation) added).setFunction(function)));
    }

    private static String words(Loss loss) {
        return loss == Loss.MEAN_SQUARED_ERROR ? "mean squared error"
                : loss == Loss.BINARY_CROSS_ENTROPY ? "binary cross-entropy" : "categorical cross-entropy";
    }
}
