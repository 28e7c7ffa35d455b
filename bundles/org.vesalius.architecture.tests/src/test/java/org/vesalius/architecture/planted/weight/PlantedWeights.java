// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture.planted.weight;

import org.vesalius.architecture.planted.layer.PlantedLayer;

/**
 * Breaks the rule of packages, together with the layer that makes it.
 *
 * @param layer the layer that holds it
 */
public record PlantedWeights(PlantedLayer layer) {
}
