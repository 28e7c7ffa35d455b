// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
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
}
