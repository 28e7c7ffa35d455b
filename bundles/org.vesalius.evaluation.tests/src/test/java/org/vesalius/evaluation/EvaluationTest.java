// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final List<String> TWO = List.of("clear", "opacity");
    private static final List<String> THREE = List.of("a", "b", "c");

    @Test
    void twoCategoriesByHand() {
        Predictions predictions = new Predictions(TWO, List.of(row("1", "opacity", 0.9), row("2", "clear", 0.1),
                row("3", "opacity", 0.8), row("4", "clear", 0.5), row("5", "opacity", 0.4)));

        EvaluationResult result = Evaluation.of(predictions);

        assertThat(result.n()).isEqualTo(5);
        assertThat(result.confusion()).isDeepEqualTo(new long[][] {{1, 1}, {1, 2}});
        assertThat(result.accuracy()).isEqualTo(0.6);
        assertThat(result.sensitivity()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(result.specificity()).isEqualTo(0.5);
        // of six pairs only 0.4 against 0.5 is lost
        assertThat(result.auc()).isCloseTo(5.0 / 6, within(1e-12));
        // (0.105361 + 0.105361 + 0.223144 + 0.693147 + 0.916291) / 5
        assertThat(result.loss()).isCloseTo(0.408661, within(1e-6));
    }

    @Test
    void threeCategoriesAreTheMeanOfEachAgainstTheRest() {
        Predictions predictions = new Predictions(THREE, List.of(row("1", "a", 0.6, 0.3, 0.1),
                row("2", "a", 0.2, 0.7, 0.1), row("3", "b", 0.1, 0.8, 0.1), row("4", "c", 0.3, 0.3, 0.4)));

        EvaluationResult result = Evaluation.of(predictions);

        assertThat(result.confusion()).isDeepEqualTo(new long[][] {{1, 1, 0}, {0, 1, 0}, {0, 0, 1}});
        assertThat(result.accuracy()).isEqualTo(0.75);
        assertThat(result.sensitivity()).isCloseTo((0.5 + 1 + 1) / 3, within(1e-12));
        assertThat(result.specificity()).isCloseTo((1 + 2.0 / 3 + 1) / 3, within(1e-12));
        // a: pairs (0.6, 0.2) against (0.1, 0.3): 3 of 4; b: 0.8 wins against all; c likewise
        assertThat(result.auc()).isCloseTo((0.75 + 1 + 1) / 3, within(1e-12));
    }

    @Test
    void aMatrixThatWasCountedBeforeGivesRatesOfEachCategory() {
        ConfusionMatrix matrix = ConfusionMatrix.of(new long[][] {{8, 2, 0}, {1, 3, 1}, {0, 0, 0}});

        assertThat(matrix.categories()).isEqualTo(3);
        assertThat(matrix.samples(1)).isEqualTo(5);
        assertThat(matrix.sensitivity(0)).isEqualTo(8.0 / 10);
        assertThat(matrix.specificity(1)).isEqualTo(8.0 / 10);
        assertThat(matrix.precision(0)).isEqualTo(8.0 / 9);
        assertThat(matrix.precision(2)).isZero();
        assertThat(matrix.sensitivity(2)).isNaN();
        assertThatThrownBy(() -> ConfusionMatrix.of(new long[][] {{1, 2}})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void samplesWithoutLabelDontCount() {
        Predictions predictions = new Predictions(TWO,
                List.of(row("1", "opacity", 0.9), row("2", "", 0.1), row("3", "clear", 0.2)));

        assertThat(Evaluation.of(predictions).n()).isEqualTo(2);
        assertThat(Evaluation.of(predictions).accuracy()).isEqualTo(1);
    }

    @Test
    void jsonHasAllKeys() {
        Predictions predictions = new Predictions(TWO, List.of(row("1", "opacity", 0.9), row("2", "clear", 0.2)));

        JsonObject json = EvaluationJson.toJson(Evaluation.of(predictions));

        assertThat(json.keySet()).containsExactly("loss", "accuracy", "auc", "sensitivity", "specificity", "confusion",
                "n");
        assertThat(json.get("confusion").toString()).isEqualTo("[[1,0],[0,1]]");
        assertThat(json.get("auc").getAsDouble()).isEqualTo(1);
    }

    @Test
    void jsonSaysWhyAValueIsMissing() {
        Predictions oneCategory = new Predictions(TWO, List.of(row("1", "opacity", 0.9), row("2", "opacity", 0.2)));

        JsonObject json = EvaluationJson.toJson(Evaluation.of(oneCategory));

        assertThat(json.get("auc").isJsonNull()).isTrue();
        assertThat(json.get("specificity").isJsonNull()).isTrue();
        assertThat(json.get("sensitivity").getAsDouble()).isEqualTo(0.5);
        assertThat(json.get("explanation").getAsString()).contains("one category");
        JsonObject empty = EvaluationJson.toJson(Evaluation.of(new Predictions(TWO, List.of())));
        assertThat(empty.get("explanation").getAsString()).contains("no labelled sample");
    }

    @Test
    void onlyASubset() {
        Predictions predictions = new Predictions(TWO, List.of(new Prediction("1", "test", "clear", new double[1]),
                new Prediction("2", "validation", "clear", new double[1])));

        assertThat(predictions.ofSubset("test").rows()).extracting(Prediction::sample).containsExactly("1");
    }

    @Test
    void predictionsFitTheirCategories() {
        assertThatThrownBy(() -> new Predictions(THREE, List.of(row("1", "a", 0.5))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1 scores instead of 3");
        assertThatThrownBy(() -> new Predictions(TWO, List.of(row("1", "other", 0.5))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("unknown label");
    }

    private static Prediction row(String sample, String label, double... scores) {
        return new Prediction(sample, "test", label, scores);
    }
}
