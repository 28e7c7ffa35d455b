// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.Layer;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.meta.Limits;

/** Brings settings that no layer may have into their range. */
final class WithinLimits {
    private WithinLimits() {
    }

    /**
     * Brings a layer's settings, and those of a layer inside it, into their range.
     *
     * @return what was changed, for people; empty if nothing was
     * @throws NotExpressible if a size or a number of things is out of range
     */
    static String bring(Layer layer) throws NotExpressible {
        List<Limits.Violation> violations = new ArrayList<>(new Limits().violations(layer));
        for (EObject inside : layer.eContents()) {
            violations.addAll(new Limits().violations(inside));
        }
        List<String> changed = new ArrayList<>();
        for (Limits.Violation violation : violations) {
            changed.add(bring(violation));
        }
        return String.join("; ", changed);
    }

    private static String bring(Limits.Violation violation) throws NotExpressible {
        String label = violation.info().label().toLowerCase(Locale.ROOT);
        if (!(violation.value() instanceof Double value) || value.isNaN()) {
            throw new NotExpressible("its " + label + " is " + violation.value() + ", and may be "
                    + violation.allowed() + " here");
        }
        double near = Math.min(Math.max(value, violation.info().min().orElse(value)),
                violation.info().max().orElse(value));
        violation.owner().eSet(violation.attribute(), near);
        return "its " + label + " is " + value + " in the file and " + near + " here, where it may be "
                + violation.allowed();
    }
}
