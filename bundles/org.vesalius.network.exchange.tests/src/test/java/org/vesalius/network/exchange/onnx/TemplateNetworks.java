// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import java.util.List;
import org.vesalius.network.Network;
import org.vesalius.network.template.NetworkTemplates;

/** Templates that go to other tools in tests. */
public final class TemplateNetworks {
    private TemplateNetworks() {
    }

    /** Those that are computed in a moment. */
    public static List<Network> small() {
        return create("reference-cnn", "reference-rnn", "mlp", "lenet", "sequence-lstm", "image-record-fusion",
                "transformer-encoder");
    }

    /** Those with millions of weights. */
    public static List<Network> large() {
        return create("resnet-18", "resnet-50", "densenet-121", "mobilenet", "efficientnet-b0", "ecg-resnet-1d");
    }

    private static List<Network> create(String... ids) {
        NetworkTemplates templates = new NetworkTemplates();
        return List.of(ids).stream().map(templates::create).toList();
    }
}
