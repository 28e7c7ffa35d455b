// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import org.vesalius.network.weights.WeightSpec;
import org.vesalius.network.weights.WeightTensor;

/**
 * A weight of a layer, and how ONNX wants it.
 *
 * @param layerId id of the layer in the expanded network
 * @param spec name and shape in Vesalius
 * @param layout how it lies in ONNX
 */
record StoredWeight(String layerId, WeightSpec spec, WeightLayout layout) {

    /** How many numbers it takes in the file. */
    int length() {
        return Math.toIntExact(WeightTensor.elements(layout.shape().apply(spec.shape())));
    }
}
