// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/** Knows what the objects of an expanded network were drawn as. */
public interface Drawing {
    /**
     * The object of the drawing that an object stands for; an object of the drawing stands for itself. Empty where the
     * drawing has none, as for what is inside a block that is used by reference.
     */
    <T extends EObject> Optional<T> of(T object);
}
