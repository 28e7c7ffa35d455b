// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analyser;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

import org.eclipse.emf.ecore.EClass;
import org.vesalius.core.check.Problem;
import org.vesalius.experiment.io.NetworkUse;
import org.vesalius.network.analysis.LayerFigures;
import org.vesalius.network.analysis.NetworkFigures;
import org.vesalius.network.analysis.TrainingScale;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;
import org.vesalius.network.ui.analysis.AnalysisSnapshot.AnalysedLayer;
import org.vesalius.network.ui.analysis.NetworkTotals;

/**
 * What the analyser shows of a network, worked out before anything is drawn.
 *
 * @param rows the layers, in the order of computation
 * @param parameters all parameters
 * @param flops floating point operations of the network for one sample
 * @param training how it is trained
 * @param trainingBytes memory that training needs
 * @param problems the problems, errors first
 */
record AnalyserReport(List<Row> rows, ParameterCount parameters, OptionalLong flops, Training training,
        OptionalLong trainingBytes, List<Problem> problems) {

    AnalyserReport {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
        Objects.requireNonNull(training);
    }

    /** A report on nothing. */
    static AnalyserReport empty() {
        return new AnalyserReport(List.of(), ParameterCount.NONE, OptionalLong.empty(), Training.of(List.of()),
                OptionalLong.empty(), List.of());
    }

    /**
     * Works out the report; for any thread.
     *
     * @param before the report before, whose rows are taken over where nothing changed
     */
    static AnalyserReport of(AnalysisSnapshot snapshot, NetworkFigures total, Training training, AnalyserReport before) {
        int batch = training.scale().batch();
        Map<AnalysedLayer, Row> known = new IdentityHashMap<>();
        if (before.training().scale().batch() == batch) {
            before.rows().forEach(row -> known.put(row.layer(), row));
        }
        List<Row> rows = new ArrayList<>();
        for (AnalysedLayer layer : snapshot.layers()) {
            Row same = known.get(layer);
            rows.add(same == null ? Row.of(layer, batch) : same);
        }
        return new AnalyserReport(rows, total.parameters(), total.flops(), training,
                total.trainingBytes(training.scale()), snapshot.problems());
    }

    /** Returns how many layers are drawn, inside blocks too. */
    long layers() {
        return rows.stream().filter(row -> NetworkTotals.counts(row.type())).count();
    }

    /**
     * What the analyser says of one layer.
     *
     * @param layer what is known of it
     * @param typeLabel what the type is called
     * @param shape what it gives for one sample; empty while that is not known
     * @param elements how many numbers that is
     * @param parameters how many numbers it keeps
     * @param flops floating point operations for one sample
     * @param bytes memory for the result of one batch
     */
    record Row(AnalysedLayer layer, String typeLabel, String shape, OptionalLong elements, long parameters,
            OptionalLong flops, OptionalLong bytes) {
        static Row of(AnalysedLayer layer, int batch) {
            LayerFigures figures = layer.figures();
            return new Row(layer, LayerInfo.of(layer.type()).label(), figures.shape().map(Shape::display).orElse(""),
                    figures.shape().map(Shape::elements).orElse(OptionalLong.empty()), figures.parameters().total(),
                    figures.flops(), figures.activationBytes(batch));
        }

        /** Returns the id of the layer. */
        String id() {
            return layer.id();
        }

        /** Returns its name, behind the names of the blocks that hold it. */
        String name() {
            return layer.path();
        }

        /** Returns its type. */
        EClass type() {
            return layer.type();
        }
    }
}

/**
 * How a network is trained, as far as it costs memory, and who says so.
 *
 * @param scale batch size and optimiser
 * @param source where this comes from, for people
 * @param choice the experiments among which the user may choose, the one that says so first; empty where there is no choice
 */
record Training(TrainingScale scale, String source, List<NetworkUse> choice) {

    Training {
        Objects.requireNonNull(scale);
        Objects.requireNonNull(source);
        choice = List.copyOf(choice);
    }

    /** Returns what the first experiment says; what is usual, for a network that no experiment uses. */
    static Training of(List<NetworkUse> uses) {
        return switch (uses.size()) {
            case 0 -> new Training(TrainingScale.usual(), "as usual: no experiment uses this network yet", List.of());
            case 1 -> new Training(uses.get(0).scale(), "as in " + uses.get(0).name(), List.of());
            default -> new Training(uses.get(0).scale(), "as in", uses);
        };
    }

    /** Returns the same with a batch that was chosen here. */
    Training withBatch(int batch) {
        return batch == scale.batch() ? this : new Training(
                new TrainingScale(batch, scale.optimizer(), scale.statesPerParameter()), "chosen here", List.of());
    }
}
