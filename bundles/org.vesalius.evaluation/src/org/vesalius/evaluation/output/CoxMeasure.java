// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.vesalius.evaluation.survival.Concordance;
import org.vesalius.evaluation.survival.CoxLikelihood;
import org.vesalius.evaluation.survival.CoxLikelihood.Ties;

/** The logarithm of the hazard of each sample, against times to an event. */
final class CoxMeasure implements OutputMeasure {
    private final Ties ties;
    private final SurvivalFollowUp followUp = new SurvivalFollowUp();

    CoxMeasure(Ties ties) {
        this.ties = ties;
    }

    @Override
    public void add(Answer answer) {
        if (answer.known()[0]) {
            followUp.add(answer.truth()[0], answer.truth()[1] > 0, answer.said()[0]);
        }
    }

    @Override
    public Map<String, Double> metrics() {
        return metrics(followUp.risks());
    }

    /** Says the same risk of every sample. */
    @Override
    public Map<String, Double> baseline() {
        Map<String, Double> baseline = metrics(new double[followUp.size()]);
        baseline.remove("loss");
        return baseline;
    }

    private Map<String, Double> metrics(double[] risks) {
        double logLikelihood = new CoxLikelihood(ties).at(followUp.times(), risks).logLikelihood();
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("loss", -logLikelihood / followUp.size());
        metrics.put("concordance", Concordance.of(followUp.times(), risks).value());
        metrics.put("uno-c", Concordance.uno(followUp.times(), risks));
        metrics.put("log-likelihood", logLikelihood);
        return metrics;
    }

    @Override
    public JsonObject toJson() {
        JsonObject json = OutputMeasure.figures(metrics(), baseline());
        json.addProperty("ties", ties.name().toLowerCase(Locale.ROOT));
        addPairs(json, followUp);
        SurvivalCurve.of(followUp.times(), time -> time).addTo(json);
        return json;
    }

    static void addPairs(JsonObject json, SurvivalFollowUp followUp) {
        json.addProperty("pairs", Concordance.of(followUp.times(), followUp.risks()).pairs());
        json.addProperty("events", followUp.times().events());
        json.addProperty(SAMPLES, followUp.size());
        if (followUp.size() > 0 && json.get("concordance").isJsonNull()) {
            json.addProperty("explanation", "Of no two samples is known which had the event first.");
        }
    }
}
