// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.model;

import java.util.List;

/**
 * A model as a graph of layers; a Sequential model is one too, whose input may have to be guessed.
 *
 * @param name its name
 * @param layers its layers, in the file's order
 * @param inputs its input layers
 * @param outputs its results
 */
public record KerasModel(String name, List<KerasLayer> layers, List<LayerCall.TensorRef> inputs, List<LayerCall.TensorRef> outputs) {
    public KerasModel {
        layers = List.copyOf(layers);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
