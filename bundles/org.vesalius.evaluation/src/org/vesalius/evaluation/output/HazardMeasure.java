// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vesalius.evaluation.survival.Concordance;
import org.vesalius.evaluation.survival.DiscreteHazards;
import org.vesalius.evaluation.survival.KaplanMeier;
import org.vesalius.evaluation.survival.SurvivalBrier;

/**
 * The hazard of each interval. The truth is known of the intervals that a sample was followed up in: 0 of those it
 * lasted, 1 of that with the event. Times are intervals here, so two events in one interval are no pair.
 */
final class HazardMeasure implements OutputMeasure {
    /** After the events of an interval, before the follow-ups that end with it; in intervals. */
    private static final double JUST_BEFORE_THE_END = 0.75;

    private final double[] ends;
    private final SurvivalFollowUp followUp = new SurvivalFollowUp();
    private final List<double[]> survival = new ArrayList<>();
    private double loss;

    /** @param kind its names are the ends of the intervals, if those are fitted */
    HazardMeasure(OutputKind kind) {
        ends = ends(kind.names());
    }

    private static double[] ends(List<String> names) {
        try {
            return names.stream().mapToDouble(Double::parseDouble).toArray();
        } catch (NumberFormatException e) {
            // not those of intervals
            return new double[0];
        }
    }

    /** Where a sample's follow-up ended. */
    record End(int lasted, boolean event) {
        static End of(Answer answer) {
            int lasted = 0;
            while (lasted < answer.truth().length && answer.known()[lasted] && answer.truth()[lasted] == 0) {
                lasted++;
            }
            return new End(lasted, lasted < answer.truth().length && answer.known()[lasted]);
        }

        /** An event comes within an interval, after all follow-ups that ended where it begins. */
        double time() {
            return event ? lasted + 0.5 : lasted;
        }
    }

    @Override
    public void add(Answer answer) {
        if (answer.anyKnown()) {
            End end = End.of(answer);
            double[] hazards = CategoryScores.of(answer.said(), 0);
            loss += DiscreteHazards.loss(hazards, end.lasted(), end.event());
            followUp.add(end.time(), end.event(), DiscreteHazards.risk(hazards));
            survival.add(DiscreteHazards.survival(hazards));
        }
    }

    /**
     * The mean of the Brier score from the beginning, where all survival is certain, to the end of the last interval. Who
     * is followed up to the end of an interval is known to have lasted it.
     */
    private double integratedBrier(List<double[]> said) {
        SurvivalBrier brier = new SurvivalBrier(followUp.times());
        double[] times = new double[ends.length + 1];
        double[] scores = new double[ends.length + 1];
        for (int i = 0; i < ends.length; i++) {
            int interval = i;
            times[i + 1] = ends[i];
            scores[i + 1] = brier.at(i + JUST_BEFORE_THE_END, said.stream().mapToDouble(one -> one[interval]).toArray());
        }
        return SurvivalBrier.integrated(times, scores);
    }

    /** Says of every sample what became of all of them, the Kaplan-Meier estimate. */
    @Override
    public Map<String, Double> baseline() {
        KaplanMeier estimate = KaplanMeier.of(followUp.times());
        double[] same = IntStream.range(0, ends.length).mapToDouble(i -> estimate.at(i + JUST_BEFORE_THE_END)).toArray();
        double[] risks = new double[followUp.size()];
        return Map.of("concordance", Concordance.of(followUp.times(), risks).value(),
                "uno-c", Concordance.uno(followUp.times(), risks),
                "integrated-brier-score", integratedBrier(Collections.nCopies(survival.size(), same)));
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("loss", loss / followUp.size());
        metrics.put("concordance", Concordance.of(followUp.times(), followUp.risks()).value());
        metrics.put("uno-c", Concordance.uno(followUp.times(), followUp.risks()));
        if (ends.length > 0) {
            metrics.put("integrated-brier-score", integratedBrier(survival));
        }
        return metrics;
    }

    @Override
    public JsonObject toJson() {
        JsonObject json = OutputMeasure.figures(metrics(), baseline());
        CoxMeasure.addPairs(json, followUp);
        if (ends.length > 0) {
            SurvivalCurve.of(followUp.times(), time -> ends[(int) time]).addTo(json);
        }
        return json;
    }
}
