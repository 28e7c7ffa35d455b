// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.ArrayList;
import java.util.List;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Placeholder;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.graph.TranslatorPackage;
import org.vesalius.worker.dl4j.layer.window.WindowTranslators;

/** The translators of all layer types of the metamodel. */
public final class StandardTranslators implements TranslatorPackage {

    /** One translator for each concrete layer type but Input and Output, which the graph itself handles. */
    @Override
    public List<LayerTranslator<?>> translators() {
        List<LayerTranslator<?>> all = new ArrayList<>();
        all.add(new PlaceholderTranslator());
        all.addAll(FeatureTranslators.all());
        all.addAll(SequenceTranslators.all());
        all.addAll(WindowTranslators.all());
        all.addAll(ActivatingTranslators.all());
        all.addAll(ArrangingTranslators.all());
        all.addAll(ResizingTranslators.all());
        all.addAll(CombiningTranslators.all());
        all.addAll(NoiseTranslators.all());
        all.addAll(NormalizingTranslators.all());
        return all;
    }

    /** A layer of another tool that nobody here can compute. */
    private static final class PlaceholderTranslator implements LayerTranslator<Placeholder> {

        @Override
        public Class<Placeholder> type() {
            return Placeholder.class;
        }

        /** @throws ReportedException always, with the name of the layer and what it stands for */
        @Override
        public Signal translate(Placeholder layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            String foreign = layer.getForeignType() == null ? "unknown" : layer.getForeignType();
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "Layer '" + layer.getName() + "' only stands for a layer of another tool (" + foreign
                            + "), which can't be computed here.",
                    "Put layers of Vesalius that do the same in its place.");
        }
    }
}
