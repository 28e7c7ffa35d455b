// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
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
}
