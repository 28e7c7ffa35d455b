// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;

/**
 * A package of layer types as one contribution: what the types are, and how each behaves. A plug-in names its class at
 * the extension point {@code org.vesalius.engine.layers} for the window and the command line, and in
 * {@code META-INF/services/org.vesalius.network.layer.LayerPackage} for the workers. It needs a public constructor
 * without arguments.
 */
public interface LayerPackage {
    /** A package whose concrete classes extend {@link org.vesalius.network.Layer}. */
    EPackage metamodel();

    /** One behaviour for each of these classes. */
    List<? extends LayerBehavior<?>> behaviors();

    /**
     * The icon of one of these types: a PNG of 16×16, beside it one of 32×32 for dense screens, whose name ends with
     * {@code @2x}. It is looked for in the folder {@code icons} of the jar, under the name of the type; a type without
     * one is shown with a plain icon.
     */
    default Optional<URL> icon(EClass type) {
        return Optional.ofNullable(getClass().getResource("/icons/" + type.getName() + ".png"));
    }
}
