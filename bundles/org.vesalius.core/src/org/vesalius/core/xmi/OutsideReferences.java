// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.xmi;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Finds references out of a model, which its file could not hold. */
final class OutsideReferences {
    private final EObject root;

    OutsideReferences(EObject root) {
        this.root = root;
    }

    /** One of them, as {@code Connection.source}. */
    Optional<String> first() {
        TreeIterator<EObject> all = EcoreUtil.getAllContents(List.of(root));
        while (all.hasNext()) {
            EObject owner = all.next();
            for (EReference reference : owner.eClass().getEAllReferences()) {
                if (isStored(reference) && targets(owner, reference).anyMatch(this::isOutside)) {
                    return Optional.of(owner.eClass().getName() + "." + reference.getName());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isStored(EReference reference) {
        return !reference.isContainment() && !reference.isContainer() && !reference.isTransient()
                && !reference.isDerived();
    }

    private static Stream<?> targets(EObject owner, EReference reference) {
        Object value = owner.eGet(reference, false);
        return reference.isMany() ? ((Collection<?>) value).stream() : Stream.ofNullable(value);
    }

    private boolean isOutside(Object target) {
        return !EcoreUtil.isAncestor(root, (EObject) target);
    }
}
