// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.resolve;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Makes one model equal to another of the same type by changing only what differs: objects that stay, stay the same, and
 * the fields on them stay valid.
 */
public final class ModelSync {

    /** Makes {@code target} equal to {@code source}. */
    public void apply(EObject source, EObject target) {
        for (EAttribute attribute : source.eClass().getEAllAttributes()) {
            if (!Objects.equals(source.eGet(attribute), target.eGet(attribute))) {
                target.eSet(attribute, source.eGet(attribute));
            }
        }
        for (EReference reference : source.eClass().getEAllContainments()) {
            if (reference.isMany()) {
                applyList(source, target, reference);
            } else {
                applyChild(source, target, reference);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void applyList(EObject source, EObject target, EReference reference) {
        List<EObject> wanted = (List<EObject>) source.eGet(reference);
        List<EObject> present = (List<EObject>) target.eGet(reference);
        if (!EcoreUtil.equals(wanted, present)) {
            Collection<EObject> copies = EcoreUtil.copyAll(wanted);
            present.clear();
            present.addAll(copies);
        }
    }

    private void applyChild(EObject source, EObject target, EReference reference) {
        EObject wanted = (EObject) source.eGet(reference);
        EObject present = (EObject) target.eGet(reference);
        if (wanted != null && present != null && wanted.eClass() == present.eClass()) {
            apply(wanted, present);
        } else if (wanted != present) {
            target.eSet(reference, wanted == null ? null : EcoreUtil.copy(wanted));
        }
    }
}
