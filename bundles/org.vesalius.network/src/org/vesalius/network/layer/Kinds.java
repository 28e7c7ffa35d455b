// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.Optional;
import org.eclipse.emf.ecore.EClass;

/**
 * The kinds of a layer type for sequences, images and volumes. The metamodel tells them by the end of their names:
 * {@code Convolution1D}, {@code Convolution2D}, {@code Convolution3D}.
 */
final class Kinds {
    private Kinds() {
    }

    /** The kind of a type for so many dimensions; empty if there is none. */
    static Optional<EClass> of(EClass type, int dimensions) {
        String name = type.getName();
        if (!name.matches(".*[123]D")) {
            return Optional.empty();
        }
        String wanted = name.substring(0, name.length() - 2) + dimensions + "D";
        return type.getEPackage().getEClassifier(wanted) instanceof EClass kind
                ? Optional.of(kind) : Optional.empty();
    }
}
