// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTextTest {

    @Test
    void theFoldsOfACrossValidationStandBelowAllPredictions() {
        String json = """
                {"output": "o", "task": "multi-label", "part": "test", "auc": 0.75, "n": 8, "patients": 5,
                 "folds": {"count": 3, "mean": {"auc": 0.5}, "sd": {"auc": 0.25}, "undefined": {"auc": 1}}}""";

        assertThat(new EvaluationText(JsonParser.parseString(json).getAsJsonObject()).lines()).containsExactly(
                "folds held out: AUC 0.7500 (n = 8; 5 patients)", "  mean of 3 folds: AUC 0.5000 \u00b1 0.2500",
                "  AUC could not be computed in 1 fold, which the mean leaves out");
    }

    /** The patients are those of whom something is known, which is no number of one output. */
    @Test
    void thePatientsOfSeveralOutputsAreToldOnce() {
        assertThat(lines("""
                {"output": "a", "task": "multi-label", "part": "test", "auc": 0.75, "n": 8, "patients": 5, "incomplete": 2,
                 "outputs": [{"output": "b", "task": "multi-label", "auc": 0.5, "n": 3}]}""")).containsExactly(
                "test, a: AUC 0.7500 (n = 8)", "test, b: AUC 0.5000 (n = 3)",
                "  5 patients of whom the truth of some output is known", "  2 further samples left out for a missing value");
    }

    @Test
    void figuresThatOnlyFoldsHaveLeaveTheFirstLineToTheCounts() {
        assertThat(lines("""
                {"output": "o", "task": "survival", "part": "test", "n": 8, "events": 4, "explanation": "Why.",
                 "folds": {"count": 2, "mean": {"concordance": 0.5}, "sd": {"concordance": 0.25}, "undefined": {}}}"""))
                .containsExactly("folds held out: (n = 8: 4 events)", "  mean of 2 folds: concordance 0.5000 \u00b1 0.2500", "  Why.");
    }

    @Test
    void figuresHaveTheirBaselineAndUnit() {
        assertThat(lines("""
                {"output": "lung", "task": "segmentation", "part": "test", "dice": 0.875, "hd95": 3.25, "distance-unit": "mm",
                 "baseline": {"dice": 0.5}, "n": 8,
                 "structures": {"left": {"dice": 0.75, "hd95": null, "missed": 2, "baseline": {"dice": 0.25}, "n": 7}}}"""))
                .containsExactly("test: Dice 0.8750 (baseline 0.5000), HD95 3.2500 mm (n = 8)",
                        "  left: Dice 0.7500 (baseline 0.2500), HD95 unknown, missed 2, n 7");
    }

    @Test
    void survivalIsToldByTime() {
        assertThat(lines("""
                {"output": "o", "task": "survival", "part": "test", "integrated-brier-score": 0.125, "n": 21, "events": 9,
                 "baseline": {"integrated-brier-score": 0.25},
                 "kaplan-meier": {"median": 23.0, "points": [
                  {"time": 6, "at-risk": 21, "survival": 0.875, "lower": 0.625, "upper": 0.9375},
                  {"time": 10.5, "at-risk": 15, "survival": 0.75, "lower": 0.5, "upper": 0.875},
                  {"time": 23, "at-risk": 6, "survival": 0, "lower": null, "upper": null}]}}""")).containsExactly(
                "test: integrated Brier score 0.1250 (baseline 0.2500) (n = 21: 9 events)",
                "  without the event (Kaplan-Meier): median 23; 0.8750 (95 % 0.6250 to 0.9375) from 6, "
                        + "0.7500 (95 % 0.5000 to 0.8750) from 10.5, 0.0000 from 23");
    }

    private static List<String> lines(String json) {
        return new EvaluationText(JsonParser.parseString(json).getAsJsonObject()).lines();
    }
}
