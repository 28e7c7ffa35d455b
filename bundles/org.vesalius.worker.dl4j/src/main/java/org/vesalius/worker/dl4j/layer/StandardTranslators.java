// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.ArrayList;
import java.util.List;

import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.LayerTranslators;

/** The translators of all layer types of the metamodel. */
public final class StandardTranslators {

    private StandardTranslators() {
    }

    /** One translator for each concrete layer type but Input and Output, which the graph itself handles. */
    public static LayerTranslators all() {
        List<LayerTranslator<?>> all = new ArrayList<>();
        all.addAll(List.of(new DenseTranslator(), new PlaceholderTranslator(), new EmbeddingTranslator()));
        all.addAll(SequenceTranslators.all());
        all.addAll(WindowTranslators.all());
        all.addAll(ActivatingTranslators.all());
        all.addAll(ArrangingTranslators.all());
        all.addAll(CombiningTranslators.all());
        all.addAll(NoiseTranslators.all());
        all.addAll(NormalizingTranslators.all());
        return LayerTranslators.of(all);
    }
}
