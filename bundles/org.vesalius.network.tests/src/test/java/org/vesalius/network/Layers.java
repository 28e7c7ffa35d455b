// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Layers from text, so that tests can be tables. */
public final class Layers {
    private Layers() {
    }

    /**
     * A layer of a type of {@code network.ecore}.
     *
     * @param type the name of its class, such as {@code Convolution3D}
     * @param settings attributes as in a file: {@code filters=2 kernelSize=3x3x3}; may be empty
     */
    public static Layer of(String type, String settings) {
        Layer layer = (Layer) EcoreUtil.create((EClass) NetworkPackage.eINSTANCE.getEClassifier(type));
        for (String setting : settings.isBlank() ? new String[0] : settings.strip().split(" ")) {
            String[] parts = setting.split("=");
            EAttribute attribute = (EAttribute) layer.eClass().getEStructuralFeature(parts[0]);
            layer.eSet(attribute, EcoreUtil.createFromString(attribute.getEAttributeType(), parts[1]));
        }
        return layer;
    }
}
