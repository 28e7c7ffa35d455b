// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.function.Consumer;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.network.Layer;

/**
 * A layer that a fix adds.
 *
 * @param type its type
 * @param setUp sets attributes that differ from the defaults
 */
public record NewLayer(EClass type, Consumer<Layer> setUp) {
}
