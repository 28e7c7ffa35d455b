// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vesalius.evaluation.survival.Concordance;
import org.vesalius.evaluation.survival.DiscreteHazards;

/**
 * The hazard of each interval. The truth is known of the intervals that a sample was followed up in: 0 of those it
 * lasted, 1 of that with the event. Times are intervals here, so two events in one interval are no pair.
 */
final class HazardMeasure implements OutputMeasure {
    private final SurvivalFollowUp followUp = new SurvivalFollowUp();
    private double loss;

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
        }
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("loss", loss / followUp.size());
        metrics.put("concordance", Concordance.of(followUp.times(), followUp.risks()).value());
        metrics.put("uno-c", Concordance.uno(followUp.times(), followUp.risks()));
        return metrics;
    }

    @Override
    public JsonObject toJson() {
        JsonObject json = new JsonObject();
        OutputMeasure.addAll(json, metrics());
        CoxMeasure.addPairs(json, followUp);
        return json;
    }
}
