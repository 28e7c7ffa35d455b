// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.field;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** What the metamodel says about types and references: the words people read, and the types to choose from. */
public final class Metamodel {

    private static final String TYPE = "http://vesalius.org/type";
    private static final String FEATURE = "http://vesalius.org/attribute";
    private static final String LABEL = "label";

    private Metamodel() {
    }

    /** Returns what people call a type. */
    public static String label(EClass type) {
        return annotation(type, TYPE);
    }

    /** Returns what people call a reference or attribute. */
    public static String label(EStructuralFeature feature) {
        return annotation(feature, FEATURE);
    }

    private static String annotation(ENamedElement element, String source) {
        return Optional.ofNullable(EcoreUtil.getAnnotation(element, source, LABEL)).orElse(element.getName());
    }

    /** Returns what an element is for; may be empty. */
    public static String documentation(EModelElement element) {
        return Optional.ofNullable(EcoreUtil.getDocumentation(element)).orElse("");
    }

    /** Returns the types of the same package that an object of type {@code base} may have, in their order there. */
    public static List<EClass> concreteTypes(EClass base) {
        return base.getEPackage().getEClassifiers().stream().filter(EClass.class::isInstance).map(EClass.class::cast)
                .filter(type -> !type.isAbstract() && base.isSuperTypeOf(type)).toList();
    }

    /** Creates an object that keeps the values of {@code like} for the attributes both have; {@code like} may be null. */
    public static EObject create(EClass type, EObject like) {
        EObject created = EcoreUtil.create(type);
        if (like != null) {
            for (EAttribute attribute : like.eClass().getEAllAttributes()) {
                if (type.getEAllAttributes().contains(attribute) && like.eIsSet(attribute)) {
                    created.eSet(attribute, like.eGet(attribute));
                }
            }
        }
        return created;
    }
}
