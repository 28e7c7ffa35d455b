// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Convolution;
import org.vesalius.network.Dense;
import org.vesalius.network.Flatten;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Output;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.fix.CombinedFix;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.fix.TransferableFix;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.meta.LayerInfo;

/**
 * Whether an Output says as many numbers as there are categories to tell apart: one for each, or a single one for two.
 *
 * @param output the Output
 * @param units how many numbers it says
 * @param classes how many categories there are, at least 2
 */
public record ClassUnits(Output output, int units, int classes) {
    private static final int LOOK_BACK = 100;

    /** Whether the numbers suffice and the loss can use them. */
    public boolean fit() {
        return units == classes || units == 1 && classes == 2 && output.getLoss() != Loss.CATEGORICAL_CROSS_ENTROPY;
    }

    /** The layer that decides how many numbers there are, if it could be found. */
    public Optional<Layer> decidingLayer() {
        return Inputs.of(output).stream().findFirst().flatMap(ClassUnits::decidingLayer);
    }

    /** What makes them fit, the best first; empty if no layer was found whose units could be set. */
    public List<Fix> fixes() {
        List<Fix> fixes = new ArrayList<>();
        decidingLayer().ifPresent(layer -> {
            if (classes == 2) {
                fixes.add(fix(layer, 1, ActivationFunction.SIGMOID, Loss.BINARY_CROSS_ENTROPY));
            }
            fixes.add(fix(layer, classes, ActivationFunction.SOFTMAX, Loss.CATEGORICAL_CROSS_ENTROPY));
        });
        return fixes;
    }

    private Fix fix(Layer layer, int wanted, ActivationFunction function, Loss loss) {
        FinalActivation present = FinalActivation.before(Inputs.of(output).get(0));
        LossEnd end = new LossEnd(output, present, units);
        String label = "Give " + LayerInfo.called(layer) + " " + wanted + (wanted == 1 ? " unit" : " units");
        List<TransferableFix> changes = new ArrayList<>();
        changes.add(new SetAttribute(label, layer, attribute(layer), wanted));
        if (present.function() == function && output.getLoss() == loss) {
            return new CombinedFix(label, changes);
        }
        changes.add(end.use(function));
        changes.add(end.use(loss));
        return new CombinedFix(label + " with " + function.getLiteral() + " and " + LossEnd.words(loss), changes);
    }

    private static EAttribute attribute(Layer layer) {
        return layer instanceof Dense ? NetworkPackage.Literals.DENSE__UNITS
                : NetworkPackage.Literals.CONVOLUTION__FILTERS;
    }

    private static Optional<Layer> decidingLayer(Layer last) {
        Layer layer = last;
        for (int i = 0; i < LOOK_BACK; i++) {
            Layer inside = layer instanceof TimeDistributed steps ? steps.getLayer() : layer;
            if (inside instanceof Dense || inside instanceof Convolution) {
                return Optional.of(inside);
            }
            boolean passes = layer instanceof Activation || FinalActivation.keepsRange(layer)
                    && !(layer instanceof Flatten);
            if (!passes || Inputs.of(layer).size() != 1) {
                return Optional.empty();
            }
            layer = Inputs.of(layer).get(0);
        }
        return Optional.empty();
    }
}
