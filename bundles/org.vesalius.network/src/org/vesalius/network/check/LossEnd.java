// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.List;
import org.vesalius.core.English;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Output;
import org.vesalius.network.fix.CombinedFix;
import org.vesalius.network.fix.InsertLayer;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.fix.TransferableFix;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.meta.LayerInfo;

/**
 * The end of a network: an Output and what stands before it.
 *
 * @param output the Output
 * @param activation the function that was applied last
 * @param units the size of the last axis that comes in; unknown if it is
 */
record LossEnd(Output output, FinalActivation activation, int units) {
    private static final String ID = "network.loss";

    ActivationFunction function() {
        return activation.function();
    }

    /** {@code Output 'finding' has binary cross-entropy}. */
    String hasLoss() {
        return LayerInfo.called(output) + " has " + words(output.getLoss());
    }

    /** {@code Dense 'fc2' is relu}; a layer that applies no function gives any number. */
    String comesIn() {
        String called = LayerInfo.called(activation.layer());
        return activation.attribute().isPresent() ? called + " is " + function().getLiteral()
                : called + " gives any number";
    }

    Problem problem(Severity severity, String message, String explanation, Fix... fixes) {
        return new Problem(ID, severity, CheckedNetwork.subject(output), message, explanation, List.of(fixes));
    }

    /** One category alone is always certain. */
    Problem alwaysOne(String explanation) {
        Fix decide = new CombinedFix("Decide yes or no: sigmoid and binary cross-entropy",
                List.of(use(ActivationFunction.SIGMOID), use(Loss.BINARY_CROSS_ENTROPY)));
        return problem(Severity.ERROR, LayerInfo.called(output)
                + " gets a single number, and one category alone is always certain; take sigmoid and binary"
                + " cross-entropy, or one unit for each category.", explanation, decide);
    }

    TransferableFix use(Loss loss) {
        return new SetAttribute("Use " + words(loss), output, NetworkPackage.Literals.OUTPUT__LOSS, loss);
    }

    TransferableFix use(ActivationFunction function) {
        String name = function.getLiteral();
        return activation.attribute()
                .<TransferableFix>map(attribute -> new SetAttribute("Use " + name + " in " + LayerInfo.called(activation.layer()),
                        activation.layer(), attribute, function))
                .orElseGet(() -> new InsertLayer("Insert " + English.one(name) + " before " + LayerInfo.called(output),
                        Inputs.connections(output).get(0), NetworkPackage.Literals.ACTIVATION,
                        added -> ((Activation) added).setFunction(function)));
    }

    /** What people call a loss. */
    static String words(Loss loss) {
        return switch (loss) {
            case BINARY_CROSS_ENTROPY -> "binary cross-entropy";
            case CATEGORICAL_CROSS_ENTROPY -> "categorical cross-entropy";
            case HUBER -> "Huber loss";
            case DICE -> "Dice loss";
            case POISSON -> "Poisson loss";
            case COX_EFRON -> "Cox's partial likelihood (Efron)";
            case COX_BRESLOW -> "Cox's partial likelihood (Breslow)";
            case FOCAL, HINGE -> loss.getLiteral() + " loss";
            case KULLBACK_LEIBLER -> "Kullback-Leibler divergence";
            default -> loss.getLiteral().replace('-', ' ');
        };
    }
}
