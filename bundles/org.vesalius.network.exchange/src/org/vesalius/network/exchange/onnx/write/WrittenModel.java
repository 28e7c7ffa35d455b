// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network as an ONNX model.
 *
 * @param model the model
 * @param placements where the weights of the layers stand in it
 * @param remarks what the user should know, by the id of the layer
 */
public record WrittenModel(ModelProto model, List<Placement> placements, Map<String, String> remarks) {
    /** Copies the collections. */
    public WrittenModel {
        placements = List.copyOf(placements);
        remarks = Map.copyOf(new LinkedHashMap<>(remarks));
    }
}
