// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture.planted.layer;

import org.vesalius.architecture.planted.weight.PlantedWeights;

/** Breaks the rule of packages, together with the weights that know it. */
public final class PlantedLayer {
    PlantedWeights weights() {
        return new PlantedWeights(this);
    }
}
