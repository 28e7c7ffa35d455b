// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.ui.training.TrainingFrame;
import org.vesalius.experiment.ui.training.TrainingView;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Robot;
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
        assertTrue(Double.isNaN(frame().charts().get(0).series().get(1).points().y(1)));
        Ui.await("the image", () -> charts().stream().allMatch(TrainingViewTest::paintedWithPoints));
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

    @Test
    void aRunThatGoesOnIsChosenBeforeNewerOnesThatEnded() throws IOException {
        Workbench.write(project, "chosen.experiment", new byte[0]);
        SimulatedRun live = SimulatedRun.training(runs, "chosen", Instant.parse("2026-03-01T10:00:00Z"));
        SimulatedRun ended = SimulatedRun.training(runs, "chosen", Instant.parse("2026-03-01T11:00:00Z"));
        ended.goTo(RunState.FINISHED, "");
        Ui.run(() -> Workbench.page().showView(TrainingView.ID));
        Ui.await("the run that goes on", () -> view().shown()
                .filter(shown -> shown.folder().equals(live.folder())).isPresent());
    }

    @Test
    void theListTellsRunsOfOneMinuteApart() throws IOException {
        Workbench.write(project, "twice.experiment", new byte[0]);
        SimulatedRun.training(runs, "twice", Instant.parse("2026-03-01T10:00:07Z"));
        open(SimulatedRun.training(runs, "twice", Instant.parse("2026-03-01T10:00:51Z")));
        Ui.await("both runs", () -> titles().stream().filter(title -> title.contains("00:07")).count() == 1
                && titles().stream().filter(title -> title.contains("00:51")).count() == 1);
    }

    private static List<String> titles() {
        return Widgets.all(shell(), Combo.class).stream().flatMap(combo -> Stream.of(combo.getItems()))
                .filter(item -> item.startsWith("twice")).toList();
    }

    @Test
    void aRunThatIsAboutToStartShowsNoCurvesOfAnother() throws IOException {
        SimulatedRun before = SimulatedRun.training(runs, "before");
        before.epoch(1, 0.7);
        open(before);
        awaitEpochs(1);
        Ui.run(() -> view().expect("next"));
        assertTrue(Ui.ask(() -> says("Starting next")));
        assertTrue(charts().isEmpty(), "no curves");
        Screenshots.save("training-starting");
        SimulatedRun next = SimulatedRun.training(runs, "next");
        Ui.run(() -> view().show(next.folder()));
        Ui.await("the next run", () -> view().shown().filter(shown -> shown.folder().equals(next.folder())).isPresent());
        Ui.run(() -> view().expect("refused"));
        Ui.run(() -> view().giveUp());
        Ui.await("the run of before", () -> view().shown().filter(shown -> shown.folder().equals(next.folder())).isPresent());
    }

    @Test
    void theStatusLineTellsOfARunInEveryPerspectiveAndLeadsToIt() throws Exception {
        Ui.run(() -> PlatformUI.getWorkbench().showPerspective("org.vesalius.product.design",
                Workbench.page().getWorkbenchWindow()));
        Workbench.write(project, "signed.experiment", new byte[0]);
        SimulatedRun run = SimulatedRun.training(runs, "signed");
        new RunRecordFile(run.folder()).update(record -> record.withProgress(record.progress().withEpoch(2, "")));
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
        Ui.await("the sign", () -> sign("signed: epoch 3 of 10").isPresent());
        Screenshots.save("training-sign");
        new Robot().click(Ui.ask(() -> {
            ToolItem item = sign("signed: epoch 3 of 10").orElseThrow();
            return item.getParent().toDisplay(item.getBounds().x + 10, item.getBounds().y + item.getBounds().height / 2);
        }));
        Ui.await("the run", () -> view() != null && view().shown()
                .filter(shown -> shown.folder().equals(run.folder())).isPresent());
        run.goTo(RunState.FINISHED, "");
        Ui.await("no sign any more", () -> sign("signed").isEmpty());
    }

    private static Optional<ToolItem> sign(String words) {
        return Controls.visible(ToolBar.class).flatMap(bar -> Stream.of(bar.getItems()))
                .filter(item -> item.getText().contains(words)).findFirst();
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
