// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.template;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Output;
import org.vesalius.network.Weighted;

/** The end of a network that tells classes apart: the layer that has one number for each, and the loss behind it. */
final class Decision {
    private static final int FARTHEST = 8;

    private final Output output;
    private final Layer deciding;
    private final Layer activating;
    private final EAttribute count;

    private Decision(Output output, Layer deciding, Layer activating, EAttribute count) {
        this.output = output;
        this.deciding = deciding;
        this.activating = activating;
        this.count = count;
    }

    /** Finds the decision of a network; empty if it has several outputs, or none whose classes can be counted. */
    static Optional<Decision> of(Network network) {
        List<Output> outputs = network.getLayers().stream().filter(Output.class::isInstance).map(Output.class::cast)
                .toList();
        boolean classes = outputs.size() == 1 && (outputs.get(0).getLoss() == Loss.BINARY_CROSS_ENTROPY
                || outputs.get(0).getLoss() == Loss.CATEGORICAL_CROSS_ENTROPY);
        return classes ? before(outputs.get(0)) : Optional.empty();
    }

    /** Walks back over layers without weights to the one that decides. */
    private static Optional<Decision> before(Output output) {
        Layer layer = output;
        Layer activating = null;
        for (int steps = 0; steps < FARTHEST && layer.getIncoming().size() == 1; steps++) {
            layer = layer.getIncoming().get(0).getSource();
            activating = layer instanceof Activation ? layer : activating;
            Layer inner = inner(layer);
            Optional<EAttribute> count = count(inner);
            if (count.isPresent()) {
                return Optional.of(new Decision(output, inner, activating == null ? inner : activating, count.get()));
            }
        }
        return Optional.empty();
    }

    private static Layer inner(Layer layer) {
        return layer.eContents().stream().filter(Weighted.class::isInstance).map(Layer.class::cast).findFirst()
                .orElse(layer);
    }

    private static Optional<EAttribute> count(Layer layer) {
        return List.of("units", "filters").stream().map(layer.eClass()::getEStructuralFeature)
                .filter(EAttribute.class::isInstance).map(EAttribute.class::cast).findFirst();
    }

    /** Returns how many classes it tells apart; a single number for yes or no counts as two. */
    int classes() {
        return Math.max(2, (Integer) deciding.eGet(count));
    }

    /** Lets it tell that many classes apart: two by one number and a sigmoid as they were, more by a softmax. */
    void tell(int classes) {
        int present = (Integer) deciding.eGet(count);
        boolean yesOrNo = classes == 2 && present <= 1 || classes < 2;
        deciding.eSet(count, yesOrNo ? 1 : classes);
        activate(yesOrNo ? ActivationFunction.SIGMOID : ActivationFunction.SOFTMAX);
        output.setLoss(yesOrNo ? Loss.BINARY_CROSS_ENTROPY : Loss.CATEGORICAL_CROSS_ENTROPY);
    }

    private void activate(ActivationFunction function) {
        if (activating instanceof Activation own) {
            own.setFunction(function);
            return;
        }
        EStructuralFeature feature = activating.eClass().getEStructuralFeature("activation");
        if (feature != null && feature.getEType() == NetworkPackage.Literals.ACTIVATION_FUNCTION) {
            activating.eSet(feature, function);
        }
    }
}
