// SPDX-License-Identifier: EPL-2.0
package org.example.lab;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.vesalius.network.Layer;
import org.vesalius.network.layer.EcoreLayers;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.LayerPackage;
import org.vesalius.network.layer.OneInputBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.layer.View;
import org.vesalius.network.shape.Shape;

/** The layer types of this laboratory: those in {@code lab.ecore}. */
public final class LabLayers implements LayerPackage {
    static final String MIRROR = "Mirror";

    @Override
    public EPackage metamodel() {
        return EcoreLayers.read(LabLayers.class, "lab.ecore");
    }

    @Override
    public List<LayerBehavior<?>> behaviors() {
        return List.of(new Mirror());
    }

    /** The axis that a Mirror turns round, counted from 1. */
    static int axis(Layer mirror) {
        return (Integer) mirror.eGet(mirror.eClass().getEStructuralFeature("axis"));
    }

    /** Shape unchanged, nothing learned. */
    private static final class Mirror extends OneInputBehavior<Layer> {
        Mirror() {
            super(Layer.class);
        }

        @Override
        public boolean describes(EClass candidate) {
            return candidate.getName().equals(MIRROR);
        }

        @Override
        protected Shape outputShape(Layer layer, Shape input) throws ShapeMismatch {
            if (axis(layer) >= input.rank()) {
                throw new ShapeMismatchBuilder(layer).say("gets " + input.display() + " and turns axis " + axis(layer)
                        + " round, which is no place of it; choose an axis from 1 to " + (input.rank() - 1) + ".",
                        "The last axis holds channels, which have no left and right.");
            }
            return input;
        }

        @Override
        protected OptionalLong flops(Layer layer, Shape input, Shape output) {
            return Flops.NONE;
        }

        /** Each place sees another place, so places can't be compared. */
        @Override
        public Optional<View> view(Layer layer, List<Shape> inputs, Shape output) {
            return Optional.empty();
        }
    }
}
