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
                "test: AUC 0.7500 (n = 8; 5 patients)", "  mean of 3 folds: AUC 0.5000 \u00b1 0.2500",
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
                .containsExactly("test: (n = 8: 4 events)", "  mean of 2 folds: concordance 0.5000 \u00b1 0.2500", "  Why.");
    }

    private static List<String> lines(String json) {
        return new EvaluationText(JsonParser.parseString(json).getAsJsonObject()).lines();
    }
}
