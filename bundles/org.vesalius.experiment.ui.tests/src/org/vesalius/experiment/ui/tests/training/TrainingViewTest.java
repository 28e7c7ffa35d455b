// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.ui.training.TrainingFrame;
import org.vesalius.experiment.ui.training.TrainingView;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;
import org.vesalius.ui.chart.ChartCanvas;
import org.vesalius.ui.tests.harness.Widgets;

/** The training view reads run folders, whoever writes them. */
@WindowTest
class TrainingViewTest {

    private IProject project;
    private Path runs;

    @BeforeEach
    void createProject() {
        project = Workbench.emptyProject("training");
        runs = project.getLocation().append("runs").toPath();
    }

    @AfterEach
    void closeView() {
        Ui.run(() -> Workbench.page().hideView(Workbench.page().findView(TrainingView.ID)));
    }

    @Test
    void drawsARunWhileItLearns() throws IOException {
        SimulatedRun run = SimulatedRun.training(runs, "live");
        open(run);
        run.epoch(1, 0.7);
        awaitEpochs(1);
        assertTrue(Ui.ask(() -> says("Epoch 1 of 10, batch 4 of 4")));
        run.epoch(2, 0.4);
        awaitEpochs(2);
        Ui.await("both charts painted", () -> charts().stream().allMatch(TrainingViewTest::paintedWithPoints));
        assertEquals(2, charts().size());
        Screenshots.save("training-live");
    }

    @Test
    void showsTheTestMetricsOfAFinishedRun() throws IOException {
        SimulatedRun run = SimulatedRun.training(runs, "finished");
        run.epoch(1, 0.7);
        run.evaluate("{\"loss\":0.21,\"accuracy\":0.92,\"auc\":0.973,\"sensitivity\":0.9,\"specificity\":0.94,"
                + "\"confusion\":[[58,4],[6,52]],\"n\":120}");
        run.goTo(RunState.FINISHED, "");
        open(run);
        Ui.await("the metrics", () -> says("Test, 120 samples"));
        assertTrue(Ui.ask(() -> says("TP 52, FN 6, TN 58, FP 4")));
        Screenshots.save("training-finished");
    }

    @Test
    void saysWhyARunFailedAndOffersItsLog() throws IOException {
        SimulatedRun run = SimulatedRun.training(runs, "failed");
        run.epoch(1, 0.7);
        run.goTo(RunState.FAILED, "The worker ran out of memory.");
        open(run);
        Ui.await("the reason", () -> says("The worker ran out of memory."));
        Screenshots.save("training-failed");
        Files.writeString(run.folder().log(), "what the worker said last");
        Controls.follow("Open the log");
        Ui.await("the log", () -> Workbench.page().getActiveEditor() instanceof ITextEditor editor
                && editor.getDocumentProvider().getDocument(editor.getEditorInput()).get().contains("said last"));
        Workbench.closeEditors();
    }

    @Test
    void showsThatTheWorkerIsGone() throws IOException {
        SimulatedRun run = SimulatedRun.training(runs, "lost");
        run.epoch(1, 0.7);
        run.loseWorker();
        open(run);
        Ui.await("the state", () -> says("Lost"));
    }

    @Test
    void saysThatALostWorkerWasStartedAgain() throws IOException {
        SimulatedRun run = SimulatedRun.training(runs, "restarted");
        run.epoch(1, 0.7);
        run.restart("The worker crashed in native code (SIGSEGV). It is started again (restart 1 of 2).");
        open(run);
        Ui.await("the restart", () -> says("SIGSEGV") && says("(restart 1 of 2)"));
        run.goTo(RunState.FINISHED, "Trained 3 epochs.");
        Ui.await("the restart beside the end", () -> says("(restart 1 of 2).\nTrained 3 epochs."));
    }

    @Test
    void keepsALossThatIsNotANumberAsAnEvent() throws IOException {
        SimulatedRun run = SimulatedRun.training(runs, "diverged");
        run.epoch(1, 0.7);
        run.epoch(2, Double.NaN);
        open(run);
        awaitEpochs(2);
        assertTrue(Double.isNaN(frame().loss().series().get(1).points().y(1)));
        Ui.await("the picture", () -> charts().stream().allMatch(TrainingViewTest::paintedWithPoints));
        Screenshots.save("training-not-a-number");
    }

    @Test
    void findsARunAgainAfterTheViewWasClosed() throws IOException {
        Workbench.write(project, "found.experiment", new byte[0]);
        SimulatedRun run = SimulatedRun.training(runs, "found");
        open(run);
        run.epoch(1, 0.7);
        awaitEpochs(1);
        closeView();
        run.epoch(2, 0.4);
        Ui.run(() -> Workbench.page().showView(TrainingView.ID));
        Ui.await("the run, drawn from its beginning", () -> view().shown()
                .filter(shown -> shown.folder().equals(run.folder()) && shown.snapshot().epochs().size() == 2)
                .isPresent());
    }

    @Test
    void showsAnEndedRunWhoeverWasWatchedBefore() throws IOException {
        SimulatedRun live = SimulatedRun.training(runs, "watched");
        live.epoch(1, 0.7);
        SimulatedRun ended = SimulatedRun.training(runs, "ended");
        ended.goTo(RunState.FINISHED, "");
        for (int i = 0; i < 5; i++) {
            open(live);
            open(ended);
            Ui.await("the ended run", () -> view().shown()
                    .filter(shown -> shown.folder().equals(ended.folder())).isPresent());
        }
    }

    private static void open(SimulatedRun run) {
        Ui.run(() -> ((TrainingView) Workbench.page().showView(TrainingView.ID)).show(run.folder()));
    }

    private static void awaitEpochs(int count) {
        Ui.await(count + " epochs", () -> view().shown().filter(shown -> shown.snapshot().epochs().size() == count)
                .isPresent());
    }

    private static TrainingFrame frame() {
        return Ui.ask(() -> view().shown().orElseThrow());
    }

    private static TrainingView view() {
        return (TrainingView) Workbench.page().findView(TrainingView.ID);
    }

    private static List<ChartCanvas> charts() {
        return Ui.ask(() -> Widgets.all(shell(), ChartCanvas.class));
    }

    private static boolean paintedWithPoints(ChartCanvas chart) {
        return chart.painted() != null && chart.painted().content().hasPoints();
    }

    private static boolean says(String words) {
        return Widgets.says(shell(), words);
    }

    private static Shell shell() {
        return Workbench.page().getWorkbenchWindow().getShell();
    }
}
