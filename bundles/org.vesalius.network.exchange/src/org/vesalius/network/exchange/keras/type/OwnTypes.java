// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;

/**
 * Layers that Keras has no class for travel as {@code Vesalius>Type}, the form of custom classes, with their attributes
 * as text, so that they come back as they were.
 */
public final class OwnTypes {
    private static final String PREFIX = "Vesalius>";

    private OwnTypes() {
    }

    public static String className(EClass type) {
        return PREFIX + type.getName();
    }

    static boolean is(String className) {
        return className.startsWith(PREFIX);
    }

    /** The attributes of a layer that are not what everybody has. */
    public static JsonObject settings(Layer layer) {
        JsonObject config = new JsonObject();
        for (EAttribute attribute : layer.eClass().getEAllAttributes()) {
            if (own(attribute) && layer.eIsSet(attribute)) {
                config.addProperty(attribute.getName(),
                        EcoreUtil.convertToString(attribute.getEAttributeType(), layer.eGet(attribute)));
            }
        }
        return config;
    }

    /** The layer that was written so. */
    static Layer create(String className, KerasConfig config) {
        EClass type = Optional.ofNullable(NetworkPackage.eINSTANCE.getEClassifier(className.substring(PREFIX.length())))
                .filter(EClass.class::isInstance).map(EClass.class::cast)
                .filter(found -> !found.isAbstract() && NetworkPackage.Literals.LAYER.isSuperTypeOf(found))
                .orElseThrow(() -> new UnsupportedSetting("this Vesalius has no such layer"));
        Layer layer = (Layer) EcoreUtil.create(type);
        for (Map.Entry<String, JsonElement> entry : config.json().entrySet()) {
            EStructuralFeature feature = type.getEStructuralFeature(entry.getKey());
            if (feature instanceof EAttribute attribute && own(attribute)) {
                config.take(entry.getKey()).ifPresent(value -> layer.eSet(attribute, value(attribute, value)));
            }
        }
        return layer;
    }

    private static Object value(EAttribute attribute, JsonElement text) {
        EDataType type = attribute.getEAttributeType();
        try {
            return EcoreUtil.createFromString(type, JsonValues.text(text));
        } catch (IllegalArgumentException e) {
            throw new UnsupportedSetting("its setting " + attribute.getName() + " can't be read");
        }
    }

    private static boolean own(EAttribute attribute) {
        return attribute.getEContainingClass() != NetworkPackage.Literals.LAYER;
    }
}
