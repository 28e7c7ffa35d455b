// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vesalius.network.Network;
import org.vesalius.network.exchange.onnx.write.WrittenModel;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.weights.NetworkWeights;

/**
 * What Vesalius writes into the metadata of an ONNX file for itself: the network as drawn, and weights that no operator
 * uses. It is believed only where writing that network again gives the very graph of the file, so that a file which
 * another tool has changed since is read for what it is.
 *
 * @param catalog the layer types
 */
record OwnNotes(LayerCatalog catalog) {
    private static final String NETWORK = "vesalius.network";

    /** The model, with the notes. */
    ModelProto attach(WrittenModel written, Network network, Optional<NetworkWeights> weights) {
        ModelProto.Builder model = written.model().toBuilder();
        String text = new String(new NetworkFiles(catalog).toBytes(network), StandardCharsets.UTF_8);
        model.addMetadataProps(entry(NETWORK, text));
        weights.ifPresent(all -> new UnusedWeights(written.placements()).write(all, model));
        return model.build();
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }
}
