// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.vesalius.network.Add;
import org.vesalius.network.Average;
import org.vesalius.network.Maximum;
import org.vesalius.network.Minimum;
import org.vesalius.network.Subtract;
import org.vesalius.worker.dl4j.compute.CombinedVertex;
import org.vesalius.worker.dl4j.compute.Extreme;
import org.vesalius.worker.dl4j.graph.LayerTranslator;

/** Translators of layers that make one array of several. */
final class CombiningTranslators {

    private CombiningTranslators() {
    }

    static List<LayerTranslator<?>> all() {
        return List.of(new ConcatenateTranslator(), new DotTranslator(), new MultiplyTranslator(),
                new CombinationTranslator<>(Add.class, () -> new ElementWiseVertex(ElementWiseVertex.Op.Add)),
                new CombinationTranslator<>(Subtract.class,
                        () -> new ElementWiseVertex(ElementWiseVertex.Op.Subtract)),
                new CombinationTranslator<>(Average.class, () -> new ElementWiseVertex(ElementWiseVertex.Op.Average)),
                new CombinationTranslator<>(Maximum.class, () -> new CombinedVertex(new Extreme(true))),
                new CombinationTranslator<>(Minimum.class, () -> new CombinedVertex(new Extreme(false))));
    }
}
