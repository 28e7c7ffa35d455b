// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import java.util.Locale;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.Layer;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;
import org.vesalius.network.meta.Limits;

/**
 * Brings settings that no layer here may have into their range, and says so.
 *
 * @param use takes the notes
 */
record Range(LayerUse use) {
    /**
     * Brings the settings of a layer, and of those inside it, into their range.
     *
     * @throws UnsupportedSetting if a size or a number of things is out of it
     */
    void bring(Layer layer) {
        Limits limits = new Limits();
        limits.violations(layer).forEach(this::bring);
        for (EObject inside : layer.eContents()) {
            limits.violations(inside).forEach(this::bring);
        }
    }

    private void bring(Limits.Violation violation) {
        String label = violation.info().label().toLowerCase(Locale.ROOT);
        if (!(violation.value() instanceof Double value) || value.isNaN()) {
            throw new UnsupportedSetting("its " + label + " is " + violation.value() + ", and may be "
                    + violation.allowed() + " here");
        }
        double near = Math.min(Math.max(value, violation.info().min().orElse(value)),
                violation.info().max().orElse(Double.MAX_VALUE));
        violation.owner().eSet(violation.attribute(), near);
        use.differs("its " + label + " is " + value + " in Keras and " + near + " here, where it may be "
                + violation.allowed());
    }
}
