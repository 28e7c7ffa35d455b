// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.layer.LayerCatalog;

/**
 * Layers that Keras has no class for travel in the form of its custom classes, {@code Package>Type}, with their
 * attributes as text, so that they come back as they were: {@code Vesalius>Type}, and for a lab's layers the prefix of
 * their package. Custom classes of a lab are known by their bare name too, and their settings by the names of Python.
 */
public final class OwnTypes {
    private static final String OURS = "Vesalius";

    private final LayerCatalog layers;

    /** @param layers the layer types that there are */
    public OwnTypes(LayerCatalog layers) {
        this.layers = layers;
    }

    /** What Keras is told that a type is called. */
    public static String className(EClass type) {
        return prefix(type) + type.getName();
    }

    private static String prefix(EClass type) {
        EPackage owner = type.getEPackage();
        return (owner == NetworkPackage.eINSTANCE ? OURS : owner.getNsPrefix()) + ">";
    }

    /** Whether a class is one of these; those that say that they are of Vesalius always are. */
    boolean has(String className) {
        return className.startsWith(OURS + ">") || find(className).isPresent();
    }

    private Optional<EClass> find(String className) {
        return layers.types().stream().filter(type -> className.equals(className(type))
                || type.getEPackage() != NetworkPackage.eINSTANCE && className.equals(type.getName())).findFirst();
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
    Layer create(String className, KerasConfig config) {
        EClass type = find(className).orElseThrow(() -> new UnsupportedSetting("this Vesalius has no such layer"));
        Layer layer = (Layer) EcoreUtil.create(type);
        for (EAttribute attribute : type.getEAllAttributes()) {
            if (own(attribute)) {
                Optional<JsonElement> plain = config.take(attribute.getName());
                plain.or(() -> config.take(inPython(attribute.getName())))
                        .ifPresent(value -> layer.eSet(attribute, value(attribute, value)));
            }
        }
        return layer;
    }

    /** {@code max_length} for {@code maxLength}. */
    private static String inPython(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
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
