// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check.leak;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.vesalius.dataset.Column;
import org.vesalius.evaluation.ClusteredAuc;
import org.vesalius.evaluation.RocAuc;

/**
 * How well something tells an answer of a label alone.
 *
 * @param outcome the answer
 * @param area by patients; at least one half, since what tells the opposite tells as much
 */
record Told(Outcome outcome, ClusteredAuc area) {

    /** For people: {@code AUC 0.83, 95 % interval 0.81 to 0.85}. */
    String words() {
        return String.format(Locale.ROOT, "whether %s (area under the ROC curve %.2f, 95 %% interval %.2f to %.2f)",
                outcome.name(), area.value(), area.lower(), area.upper());
    }
}

/**
 * Finds what something tells best.
 *
 * @param outcomes the answers that may be told
 * @param patients whom samples are of
 */
record Telling(List<Outcome> outcomes, Patients patients) {
    /** Below it nobody would call it a leak. */
    private static final double LEAST_AREA = 0.6;
    /** So far from one half that not one of some hundred tries on chance comes there. */
    private static final double LEAST_ERRORS = 4;
    private static final int LEAST_PATIENTS = 20;

    /** The same of the answers of one label. */
    Telling about(Column label) {
        return new Telling(outcomes.stream().filter(outcome -> outcome.label().equals(label)).toList(), patients);
    }

    /** What is told best by any of these; empty if nothing is told beyond chance. */
    Optional<Told> best(List<Predictor> predictors) {
        return predictors.stream().flatMap(predictor -> outcomes.stream().map(outcome -> told(predictor, outcome)))
                .flatMap(Optional::stream).max(Comparator.comparingDouble(Telling::surely));
    }

    private static double surely(Told told) {
        return told.area().value() - LEAST_ERRORS * told.area().standardError();
    }

    private Optional<Told> told(Predictor predictor, Outcome outcome) {
        int[] rows = IntStream.range(0, outcome.known().length)
                .filter(i -> outcome.known()[i] && !Double.isNaN(predictor.scores()[i])).toArray();
        return (predictor.ofKinds() ? crossed(predictor, outcome, rows) : direct(predictor.scores(), outcome, rows))
                .filter(area -> Math.min(area.positivePatients(), area.negativePatients()) >= LEAST_PATIENTS)
                .map(area -> new Told(outcome, area)).filter(told -> surely(told) > 0.5);
    }

    private Optional<ClusteredAuc> direct(double[] scores, Outcome outcome, int[] rows) {
        return area(scores, outcome, rows).map(area -> area.value() < 0.5 ? area.turned() : area);
    }

    /** Empty where it is near one half. */
    private Optional<ClusteredAuc> area(double[] scores, Outcome outcome, int[] rows) {
        boolean[] positive = new boolean[rows.length];
        double[] own = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            positive[i] = outcome.positive()[rows[i]];
            own[i] = scores[rows[i]];
        }
        double area = RocAuc.of(positive, own);
        if (!(Math.max(area, 1 - area) >= LEAST_AREA)) {
            return Optional.empty();
        }
        return Optional.of(
                ClusteredAuc.of(positive, own, Arrays.stream(rows).mapToObj(row -> patients.numbers()[row]).toArray()));
    }

    /** How often each kind is a yes is learnt from one half of the patients and tried on the rest, both ways, so that chance learns nothing. */
    private Optional<ClusteredAuc> crossed(Predictor predictor, Outcome outcome, int[] rows) {
        Optional<ClusteredAuc> even = half(predictor, outcome, rows, row -> patients.even(row));
        Optional<ClusteredAuc> odd = half(predictor, outcome, rows, row -> !patients.even(row));
        if (even.isEmpty() || odd.isEmpty()) {
            return Optional.empty();
        }
        double error = Math.hypot(even.get().standardError(), odd.get().standardError()) / 2;
        return Optional.of(new ClusteredAuc((even.get().value() + odd.get().value()) / 2, error,
                even.get().positivePatients() + odd.get().positivePatients(),
                even.get().negativePatients() + odd.get().negativePatients()));
    }

    private Optional<ClusteredAuc> half(Predictor predictor, Outcome outcome, int[] rows, IntPredicate learnt) {
        int kinds = Arrays.stream(predictor.levels()).max().orElse(0) + 1;
        double[] yes = new double[kinds];
        double[] all = new double[kinds];
        for (int row : rows) {
            if (learnt.test(row)) {
                yes[predictor.levels()[row]] += outcome.positive()[row] ? 1 : 0;
                all[predictor.levels()[row]]++;
            }
        }
        double share = (Arrays.stream(yes).sum() + 1) / (Arrays.stream(all).sum() + 2);
        double[] scores = Arrays.stream(predictor.levels())
                .mapToDouble(level -> level < 0 ? Double.NaN : (yes[level] + share) / (all[level] + 1)).toArray();
        // where kinds have equal shares, those with more in one half have fewer in the other, which tells nothing
        return area(scores, outcome, Arrays.stream(rows).filter(row -> !learnt.test(row)).toArray())
                .filter(area -> area.value() > 0.5 && Double.isFinite(area.standardError()));
    }
}
