// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.core.English;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.fix.FillWrapper;
import org.vesalius.network.layer.InputCount;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.meta.LayerInfo;

/** The layer inside a wrapper, with its behaviour. */
record Wrapped(Layer layer, LayerBehavior<Layer> behavior) {

    /** Looks into a wrapper; says what is missing if it is empty or holds what can't be wrapped. */
    static Wrapped in(Layer wrapper, Layer inside, LayerCatalog catalog, EClass usual) throws ShapeMismatch {
        Optional<LayerBehavior<Layer>> behavior = Optional.ofNullable(inside).flatMap(catalog::behavior);
        boolean usable = behavior.isPresent() && behavior.get().inputs().equals(InputCount.one())
                && inside.eClass() != NetworkPackage.Literals.OUTPUT
                && inside.eClass() != NetworkPackage.Literals.BLOCK_OUTPUT;
        if (usable) {
            return new Wrapped(inside, behavior.get());
        }
        String label = LayerInfo.of(usual).label();
        String holds = inside == null ? "holds no layer" : "can't hold " + LayerInfo.called(inside);
        throw new ShapeMismatchBuilder(wrapper).offer(new FillWrapper("Put " + English.one(label) + " into " + LayerInfo.called(wrapper),
                wrapper, usual)).say(holds + "; put " + English.one(label) + " into it.",
                        "A wrapper applies the layer inside it: an ordinary layer with one input.");
    }
}
