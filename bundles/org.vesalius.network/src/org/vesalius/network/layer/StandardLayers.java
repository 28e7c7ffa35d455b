// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import org.vesalius.network.Activation;
import org.vesalius.network.Dropout;
import org.vesalius.network.LSTM;
import org.vesalius.network.Output;
import org.vesalius.network.SimpleRNN;

/** The behaviours of the layer types in {@code network.ecore}. */
final class StandardLayers {
    private StandardLayers() {
    }

    static List<LayerBehavior<?>> behaviors() {
        LayerCatalog none = LayerCatalog.empty();
        return List.of(new InputBehavior(), new DenseBehavior(), new FlattenBehavior(),
                new UnchangedShape<>(Activation.class), new UnchangedShape<>(Dropout.class),
                new Convolution1DBehavior(), new Convolution2DBehavior(),
                new Pooling1DBehavior(), new Pooling2DBehavior(), new GlobalPoolingBehavior(),
                new BatchNormalizationBehavior(), new EmbeddingBehavior(),
                new RecurrentBehavior<>(SimpleRNN.class, 1), new RecurrentBehavior<>(LSTM.class, 4),
                new BidirectionalBehavior(none), new TimeDistributedBehavior(none),
                new ConcatenateBehavior(), new AddBehavior(), new UnchangedShape<>(Output.class));
    }
}
