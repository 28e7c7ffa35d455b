// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.experiment.ui.training.TrainingView;
import org.vesalius.ui.chart.ChartCanvas;
import org.vesalius.ui.tests.harness.Appearance;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** The results of a network with outputs of several tasks: a tab each. */
@WindowTest
class OutputResultsTest {
    private static final String EVALUATION = """
            {"format": 2, "output": "findings", "task": "multi-label", "loss": 0.3125, "auc": 0.8125,
             "average-precision": 0.5, "micro-average-precision": 0.625, "hamming-loss": 0.125,
             "findings": {"Effusion": {"auc": 0.75, "average-precision": 0.5, "positives": 12, "n": 40},
                          "Mass & nodule": {"auc": 0.875, "average-precision": 0.5, "positives": 3, "n": 38},
                          "Hernia": {"auc": null, "average-precision": null, "positives": 0, "n": 40}},
             "undefined": ["Hernia"], "n": 40, "part": "test", "patients": 25,
             "explanation": "Left out of the mean AUC, since no sample has it or all have it: Hernia.",
             "outputs": [
              {"output": "age", "task": "regression", "loss": 40.5, "mae": 4.25, "rmse": 6.5, "r2": 0.75, "bias": -0.5,
               "n": 39},
              {"output": "lung", "task": "segmentation", "loss": 0.1, "dice": 0.9, "iou": 0.8181,
               "structures": {"left": {"dice": 0.91, "iou": 0.83, "n": 40}, "right": {"dice": 0.89, "iou": 0.8, "n": 39}},
               "n": 40},
              {"output": "risk", "task": "survival", "loss": 1.5, "concordance": 0.6797, "log-likelihood": -60.5,
               "ties": "efron", "pairs": 612, "events": 20, "n": 40}]}
            """;

    private final Robot robot = new Robot();
    private RunInView shown;

    @BeforeEach
    void createRun() throws IOException {
        shown = RunInView.of("outputs", "several");
        shown.show(EVALUATION);
    }

    @AfterEach
    void close() {
        shown.close();
    }

    /** Loss and each metric of each output, with a title that names the output. */
    @Test
    void eachOutputHasCurvesOfItsOwn() throws IOException {
        MetricValues training = MetricValues.NONE.with(Metric.LOSS, 0.9).with("loss:findings", 0.5).with("loss:age", 0.4);
        shown.run().epochOfOutputs(2, training, training.with("auc:findings", 0.8).with("mae:age", 4.5).with("dice:lung", 0.9)
                .with("iou:lung", 0.8).with("concordance:risk", 0.67));
        Ui.run(() -> Workbench.page()
                .toggleZoom(Workbench.page().getReference(Workbench.page().findView(TrainingView.ID))));
        Ui.await("the curves", () -> Controls.visible(ChartCanvas.class).count() == 9);
        Ui.await("painted", () -> Controls.visible(ChartCanvas.class).allMatch(chart -> chart.painted() != null
                && chart.painted().image().getHeight() == chart.getSize().y));
        Screenshots.save("outputs-curves");
    }

    @Test
    void eachOutputHasATabWithItsMeasures() {
        Ui.await("the link", () -> Controls.find(Link.class, link -> link.getText().contains("Show results")).isPresent());
        Screenshots.save("outputs-training");
        Ui.await("a line for each output", () -> Controls.find(Link.class,
                link -> link.getText().contains("Test, risk, 40 samples:   concordance 0.680")).isPresent());
        Controls.follow("Show results");
        Ui.await("the findings", () -> says("40 samples of 25 patients."));
        assertEquals(List.of("Test: findings", "Test: age", "Test: lung", "Test: risk"), Ui.ask(OutputResultsTest::tabs));
        assertEquals(List.of("Effusion 0.7500 0.5000 12 40", "Mass & nodule 0.8750 0.5000 3 38", "Hernia \u2013 \u2013 0 40"),
                Ui.ask(() -> rows(1)));
        assertTrue(Ui.ask(() -> says("Hernia.")));
        Ui.run(() -> Workbench.page().toggleZoom(Workbench.page().getReference(Workbench.page().getActiveEditor())));
        Screenshots.save("outputs-findings-light");
        Appearance.dark();
        Screenshots.save("outputs-findings-dark");
        choose(1);
        Ui.await("the quantity", () -> says("39 samples"));
        assertEquals("MAE 4.2500", Ui.ask(() -> rows(0).get(1)));
        choose(2);
        Ui.await("the structures", () -> says("By structure"));
        assertEquals("right 0.8900 0.8000 39", Ui.ask(() -> rows(1).get(1)));
        choose(3);
        Ui.await("the risk", () -> says("for 612 pairs it is known who had the event first"));
        assertEquals(List.of("Loss 1.5000", "Concordance 0.6797", "Log likelihood -60.5000"), Ui.ask(() -> rows(0)));
        Screenshots.save("outputs-risk-dark");
    }

    private void choose(int number) {
        robot.click(Ui.ask(() -> {
            CTabFolder folder = folder();
            Rectangle tab = folder.getItem(number).getBounds();
            return folder.toDisplay(tab.x + tab.width / 2, tab.y + tab.height / 2);
        }));
    }

    private static CTabFolder folder() {
        return Controls.find(CTabFolder.class, each -> each.getItemCount() == 4
                && each.getItem(1).getText().equals("Test: age")).orElseThrow();
    }

    private static List<String> tabs() {
        return Stream.of(folder().getItems()).map(item -> item.getText()).toList();
    }

    /** The rows of the first or second table of the tab in front. */
    private static List<String> rows(int number) {
        Table table = Controls.visible(Table.class).filter(each -> each.getColumnCount() > 1
                && List.of("Metric", "Name").contains(each.getColumn(0).getText())).skip(number).findFirst().orElseThrow();
        return Stream.of(table.getItems()).map(item -> String.join(" ",
                IntStream.range(0, table.getColumnCount()).mapToObj(item::getText).toList())).toList();
    }

    private static boolean says(String words) {
        return Controls.find(Label.class, label -> label.getText().contains(words)).isPresent();
    }
}
