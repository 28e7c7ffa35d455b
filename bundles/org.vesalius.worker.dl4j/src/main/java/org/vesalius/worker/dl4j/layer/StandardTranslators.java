// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.worker.dl4j.graph.LayerTranslators;

/** The translators of all layer types of the metamodel. */
public final class StandardTranslators {

    private StandardTranslators() {
    }

    /** One translator for each concrete layer type but Input and Output, which the graph itself handles. */
    public static LayerTranslators all() {
        return LayerTranslators.of(List.of(new DenseTranslator(), new FlattenTranslator(), new ActivationTranslator(),
                new DropoutTranslator(), new Convolution1DTranslator(), new Convolution2DTranslator(),
                new Pooling1DTranslator(), new Pooling2DTranslator(), new GlobalPoolingTranslator(),
                new BatchNormalizationTranslator(), new EmbeddingTranslator(), new SimpleRnnTranslator(),
                new LstmTranslator(), new BidirectionalTranslator(), new TimeDistributedTranslator(),
                new ConcatenateTranslator(), new AddTranslator()));
    }
}
