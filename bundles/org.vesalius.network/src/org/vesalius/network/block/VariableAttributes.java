// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.network.NetworkPackage;

/** The attributes of a layer type that a block can vary: its numbers and sizes, and what is yes or no. */
public final class VariableAttributes {
    private VariableAttributes() {
    }

    /** All of them, in the order of the metamodel; the place on the canvas is not among them. */
    public static List<EAttribute> of(EClass type) {
        return type.getEAllAttributes().stream().filter(VariableAttributes::isVariable).toList();
    }

    /** The one of this name, if the type has it and it can be varied. */
    public static Optional<EAttribute> named(EClass type, String name) {
        return type.getEStructuralFeature(name) instanceof EAttribute attribute && isVariable(attribute)
                ? Optional.of(attribute) : Optional.empty();
    }

    private static boolean isVariable(EAttribute attribute) {
        boolean hyperParameter = attribute.getEContainingClass() != NetworkPackage.Literals.LAYER;
        return hyperParameter && attribute.isChangeable() && !attribute.isMany()
                && new VariedValue(attribute).supported();
    }
}
