// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vesalius.evaluation.EvaluationFile;
import org.vesalius.evaluation.OutputTask;

class OutputReportTest {
    /** As format 1 was written: of one output, without its name and task. */
    private static final String FORMAT_1 = """
            {"format":1, "loss":0.25, "accuracy":0.75, "auc":null, "sensitivity":0.5, "specificity":1.0,
             "confusion":[[2,0],[1,1]], "n":4, "explanation":"why", "part":"test", "counts":{"clear":2,"opacity":2},
             "patients":3, "validation":{"n":0}}""";

    private static final String FORMAT_2 = """
            {"format":2, "output":"findings", "task":"multi-label", "loss":0.5, "auc":0.625,
             "findings":{"a":{"auc":0.625,"average-precision":0.5,"positives":3,"n":8},
                         "b":{"auc":null,"average-precision":null,"positives":0,"n":5}},
             "undefined":["b"], "n":8, "part":"validation", "outputs":[{"output":"risk","task":"survival","loss":1.5,
             "concordance":0.75,"log-likelihood":-12.5,"ties":"efron","pairs":20,"events":5,"n":8}]}""";

    @Test
    void theFormatBeforeIsThatOfOneOutputThatToldCategories() {
        OutputReport report = new OutputReport(object(FORMAT_1));

        assertThat(report.task()).contains(OutputTask.BINARY);
        assertThat(report.output()).isEmpty();
        assertThat(report.part()).isEqualTo("test");
        assertThat(report.metrics()).containsExactlyInAnyOrderEntriesOf(Map.of("loss", .25, "accuracy", .75, "auc",
                Double.NaN, "sensitivity", .5, "specificity", 1.0));
        assertThat(report.categories()).containsEntry("clear", 2L).containsEntry("opacity", 2L);
        assertThat(report.confusion().orElseThrow().accuracy()).isEqualTo(.75);
        assertThat(report.count("patients")).hasValue(3);
        assertThat(report.explanation()).isEqualTo("why");
    }

    @Test
    void eachOfSeveralOutputsHasAReport() {
        List<OutputReport> reports = EvaluationFile.outputs(object(FORMAT_2)).stream().map(OutputReport::new).toList();

        assertThat(reports).hasSize(2).allMatch(OutputReport::measured);
        assertThat(reports.get(0).task()).contains(OutputTask.MULTI_LABEL);
        assertThat(reports.get(0).metrics()).containsOnlyKeys("loss", "auc");
        assertThat(reports.get(0).parts().get("a")).containsEntry("auc", .625).containsEntry("positives", 3.0);
        assertThat(reports.get(0).parts().get("b").get("auc")).isNaN();
        assertThat(reports.get(1).output()).isEqualTo("risk");
        assertThat(reports.get(1).metrics()).containsOnlyKeys("loss", "concordance", "log-likelihood");
        assertThat(reports.get(1).count("events")).hasValue(5);
        assertThat(reports.get(1).confusion()).isEmpty();
    }

    @Test
    void aTaskOfALaterVersionIsKept() {
        OutputReport report = new OutputReport(object("{\"task\":\"boxes\",\"map\":0.5,\"n\":2}"));

        assertThat(report.task()).isEmpty();
        assertThat(report.metrics()).containsEntry("map", .5);
    }

    private static JsonObject object(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
