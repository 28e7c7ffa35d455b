// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.Cropping1D;
import org.vesalius.network.Cropping2D;
import org.vesalius.network.Cropping3D;
import org.vesalius.network.Dropout;
import org.vesalius.network.Flatten;
import org.vesalius.network.GlobalPooling;
import org.vesalius.network.LastTimeStep;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Permute;
import org.vesalius.network.Pooling;
import org.vesalius.network.RepeatVector;
import org.vesalius.network.Reshape;
import org.vesalius.network.SpatialDropout;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.UpSampling1D;
import org.vesalius.network.UpSampling2D;
import org.vesalius.network.UpSampling3D;
import org.vesalius.network.graph.Inputs;

/**
 * The function that was applied last to what a layer gives. Layers that only move or select numbers are looked
 * through.
 *
 * @param function the function; linear if none was applied
 * @param layer the layer that applies it, or the one where the search ended
 * @param attribute its attribute that says so; empty if it has none
 */
record FinalActivation(ActivationFunction function, Layer layer, Optional<EAttribute> attribute) {
    private static final List<Class<? extends Layer>> MOVING = List.of(Flatten.class, Reshape.class, Permute.class,
            RepeatVector.class, Pooling.class, GlobalPooling.class, Dropout.class, SpatialDropout.class,
            LastTimeStep.class, Cropping1D.class, Cropping2D.class, Cropping3D.class, UpSampling1D.class,
            UpSampling2D.class, UpSampling3D.class);

    /** Looks back from a layer, itself included. */
    static FinalActivation before(Layer start) {
        Layer layer = start;
        List<Layer> inputs = Inputs.of(layer);
        int steps = 0;
        while (keepsRange(layer) && inputs.size() == 1 && steps++ < 100) {
            layer = inputs.get(0);
            inputs = Inputs.of(layer);
        }
        return of(unwrapped(layer));
    }

    /** Whether nothing is known: a layer of a plug-in may apply any function in its own way. */
    boolean unknown() {
        return attribute.isEmpty() && layer.eClass().getEPackage() != NetworkPackage.eINSTANCE;
    }

    private static FinalActivation of(Layer layer) {
        for (EAttribute attribute : layer.eClass().getEAllAttributes()) {
            if (layer.eGet(attribute) instanceof ActivationFunction function) {
                return new FinalActivation(function, layer, Optional.of(attribute));
            }
        }
        return new FinalActivation(ActivationFunction.LINEAR, layer, Optional.empty());
    }

    /** Whether a layer only moves, selects or averages numbers. */
    static boolean keepsRange(Layer layer) {
        return MOVING.stream().anyMatch(type -> type.isInstance(layer));
    }

    private static Layer unwrapped(Layer layer) {
        if (layer instanceof TimeDistributed steps && steps.getLayer() != null) {
            return steps.getLayer();
        }
        return layer instanceof Bidirectional both && both.getLayer() != null ? both.getLayer() : layer;
    }
}
