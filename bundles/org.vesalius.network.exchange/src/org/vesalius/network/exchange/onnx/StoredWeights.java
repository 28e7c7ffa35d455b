// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.network.exchange.onnx.read.ArrayReader;
import org.vesalius.network.exchange.onnx.write.Placement;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightTensor;

/**
 * The weights in a model that Vesalius wrote.
 *
 * @param model the model
 * @param file where it comes from
 */
record StoredWeights(ModelProto model, Path file) {
    /**
     * Takes them out.
     *
     * @throws IllegalArgumentException if one is missing or of another size
     */
    void collect(List<Placement> placements, NetworkWeights.Builder weights) {
        Map<String, TensorProto> tensors = new HashMap<>();
        model.getGraph().getInitializerList().forEach(tensor -> tensors.put(tensor.getName(), tensor));
        ArrayReader arrays = new ArrayReader(file);
        for (Placement placement : placements) {
            TensorProto tensor = tensors.get(placement.initializer());
            WeightTensor stored = tensor == null ? null : arrays.tensor(tensor);
            if (stored == null || !stored.shape().equals(placement.shape())) {
                throw new IllegalArgumentException("the weights are not those of the network");
            }
            placement.scatter(stored.values(), weights);
        }
    }
}
