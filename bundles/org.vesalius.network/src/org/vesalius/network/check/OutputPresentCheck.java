// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.List;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Output;
import org.vesalius.network.fix.AppendLayer;
import org.vesalius.network.graph.Successors;
import org.vesalius.network.meta.LayerInfo;

/**
 * Something comes out that training can compare with the truth. A Block output outside a block has a finding of its own.
 */
final class OutputPresentCheck implements NetworkCheck {
    @Override
    public List<Problem> check(CheckedNetwork network) {
        if (!network.layers(Output.class).isEmpty() || !network.layers(BlockOutput.class).isEmpty()) {
            return List.of();
        }
        List<Fix> fixes = network.layers().stream().filter(layer -> Successors.of(layer).isEmpty())
                .map(OutputPresentCheck::behind).toList();
        return List.of(new Problem("network.no-output", Severity.ERROR, "",
                "The network has no Output; put one behind the layer that decides.",
                "An Output says which result is compared with the label in training, and by which loss.", fixes));
    }

    private static Fix behind(Layer layer) {
        Loss loss = usual(FinalActivation.before(layer).function());
        return new AppendLayer("Add an Output behind " + LayerInfo.called(layer) + " with " + loss.getLiteral(), layer,
                NetworkPackage.Literals.OUTPUT, added -> ((Output) added).setLoss(loss));
    }

    private static Loss usual(ActivationFunction function) {
        return switch (function) {
            case SIGMOID -> Loss.BINARY_CROSS_ENTROPY;
            case SOFTMAX -> Loss.CATEGORICAL_CROSS_ENTROPY;
            default -> Loss.MEAN_SQUARED_ERROR;
        };
    }
}
