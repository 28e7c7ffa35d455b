// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.ui.training.TrainingView;
import org.vesalius.ui.tests.harness.Appearance;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** What can be done with a run: its results are shown, and it is deleted. */
@WindowTest
class RunMenuTest {

    private static final String DATASET = """
            {"format": 1, "name": "Three", "root": ".", "columns": [
              {"name": "image", "type": "image", "role": "input", "reader": "chest-phantom", "options": {"seed": "2026"}},
              {"name": "class", "type": "category", "role": "label", "categories": ["normal", "opacity", "effusion"]},
              {"name": "part", "type": "text", "role": "part"}]}
            """;
    private static final String SAMPLES = """
            sample,image,class,part
            s1,"chest:patient=1,view=1,finding=clear",normal,test
            s2,"chest:patient=2,view=1,finding=clear",normal,test
            s3,"chest:patient=3,view=1,finding=opacity",opacity,test
            s4,"chest:patient=4,view=1,finding=opacity",effusion,test
            s5,"chest:patient=5,view=1,finding=clear",normal,validation
            """;
    private static final String EXPERIMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <experiment:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:experiment="http://vesalius.org/experiment/1.0" name="three" network="n.network" dataset="d">
              <bindings layer="image" column="image"/>
              <bindings layer="finding" column="class"/>
            </experiment:Experiment>
            """;
    private static final String PREDICTIONS = """
            sample,part,label,score:normal,score:opacity,score:effusion,decision
            s1,test,normal,0.7,0.2,0.1,normal
            s2,test,normal,0.2,0.7,0.1,opacity
            s3,test,opacity,0.1,0.8,0.1,opacity
            s4,test,effusion,0.3,0.3,0.4,effusion
            s5,validation,normal,0.9,0.05,0.05,normal
            """;
    private static final String EVALUATION = """
            {"loss": 0.9, "accuracy": 0.75, "auc": 0.917, "sensitivity": 0.833, "specificity": 0.889,
             "confusion": [[1, 1, 0], [0, 1, 0], [0, 0, 1]], "n": 4, "part": "test",
             "counts": {"normal": 2, "opacity": 1, "effusion": 1}, "patients": 3,
             "validation": {"loss": 0.1, "accuracy": 1, "auc": null, "sensitivity": 1, "specificity": null,
               "confusion": [[1, 0, 0], [0, 0, 0], [0, 0, 0]], "n": 1, "part": "validation",
               "counts": {"normal": 1, "opacity": 0, "effusion": 0}, "patients": 1,
               "explanation": "All samples are of one category, so it can't be told from others."}}
            """;

    private final Robot robot = new Robot();
    private RunInView shown;
    private IProject project;
    private SimulatedRun run;

    @BeforeEach
    void createRun() throws IOException {
        shown = RunInView.of("menu", "three");
        project = shown.project();
        run = shown.run();
        Workbench.write(project, "three.experiment", new byte[0]);
        Path dataset = Files.createDirectories(run.folder().dataset());
        Files.writeString(dataset.resolve("dataset.json"), DATASET);
        Files.writeString(dataset.resolve("samples.csv"), SAMPLES);
        Files.writeString(run.folder().experiment(), EXPERIMENT);
        Files.writeString(run.folder().predictions(), PREDICTIONS);
        shown.show(EVALUATION);
    }

    @AfterEach
    void close() {
        shown.close();
    }

    @Test
    void resultsTellOfEachCategoryAndShowTheWorstCases() {
        Ui.await("the link", () -> Controls.find(Link.class, link -> link.getText().contains("Show results")).isPresent());
        Controls.follow("Show results");
        Ui.await("the images", () -> images() == 4);
        assertEquals(List.of("normal 2 50.0% 100.0% 100.0%", "opacity 1 100.0% 66.7% 50.0%",
                "effusion 1 100.0% 100.0% 100.0%", "Mean of categories 4 83.3% 88.9% 83.3%"), Ui.ask(RunMenuTest::rows));
        assertEquals(List.of("20% for normal", "40% for effusion", "70% for normal", "80% for opacity"),
                Ui.ask(() -> captions(" for ")));
        assertTrue(Ui.ask(() -> says("normal\n\u2192 opacity") && says("effusion\ncorrect")));
        assertTrue(Ui.ask(() -> says("chest:patient=4,view=1,finding=opacity\ns4")), "where the image is");
        assertTrue(Ui.ask(() -> says("4 samples of 3 patients. Accuracy 75.0% (3 of 4)")));
        assertTrue(Ui.ask(() -> says("each counts the same, however many samples it has")));
        Ui.run(() -> Workbench.page().toggleZoom(Workbench.page().getReference(Workbench.page().getActiveEditor())));
        Screenshots.save("results-light");
        Appearance.dark();
        Screenshots.save("results-dark");
        robot.click(Ui.ask(() -> {
            CTabFolder tabs = Controls.find(CTabFolder.class, each -> each.getItemCount() == 2
                    && each.getItem(1).getText().equals("Validation")).orElseThrow();
            Rectangle tab = tabs.getItem(1).getBounds();
            return tabs.toDisplay(tab.x + tab.width / 2, tab.y + tab.height / 2);
        }));
        Ui.await("the other part", () -> says("All samples are of one category"));
        assertEquals("opacity 0 \u2013 100.0% \u2013", Ui.ask(() -> rows().get(1)));
    }

    @Test
    void longNamesOfCategoriesAreToldInFull() throws IOException {
        String name = "pleural effusion that hides both recesses of the diaphragm";
        Path dataset = run.folder().dataset();
        Files.writeString(dataset.resolve("dataset.json"), DATASET.replace("effusion", name));
        Files.writeString(dataset.resolve("samples.csv"), SAMPLES.replace("opacity,effusion", "opacity," + name)
                .replace("opacity\",effusion", "opacity\"," + name));
        Files.writeString(run.folder().predictions(), PREDICTIONS.replace("effusion", name));
        run.evaluate(EVALUATION.replace("effusion", name));
        Ui.run(() -> RunCommands.execute("results"));
        Ui.await("the confusion", () -> confusion().isPresent());
        Ui.run(() -> Workbench.page().toggleZoom(Workbench.page().getReference(Workbench.page().getActiveEditor())));
        Screenshots.save("results-long-names");
        robot.move(Ui.steady("the last cell", () -> {
            Point size = confusion().orElseThrow().getSize();
            return confusion().orElseThrow().toDisplay(size.x - 30, size.y - 30);
        }));
        Ui.await("what the cell says", () -> ("1 of 1 sample of '" + name + "' taken for '" + name + "'")
                .equals(confusion().orElseThrow().getToolTipText()));
    }

    private static Optional<Canvas> confusion() {
        return Controls.find(Canvas.class, canvas -> canvas.getClass().getSimpleName().equals("ConfusionCanvas"));
    }

    @Test
    void aRunIsDeletedAfterAQuestion() throws Exception {
        Ui.await("the run", () -> says("Trained 10 epochs."));
        Ui.start(() -> RunCommands.execute("delete"));
        Ui.await("the question", () -> says("with its weights, curves and results?"));
        Screenshots.save("run-delete");
        robot.key("Return");
        Ui.await("an empty view", () -> says("No run yet."));
        assertFalse(Files.exists(run.folder().path()));
    }

    @Test
    void theMenuIsThereWhereverOnePointsInTheView() {
        Ui.await("the run", () -> says("Trained 10 epochs."));
        Label state = Ui.ask(() -> Controls.find(Label.class, label -> label.getText().equals("Finished")).orElseThrow());
        Point at = Ui.ask(() -> state.toDisplay(10, 5));
        robot.rightClick(at);
        Screenshots.save("run-menu");
        robot.key("Down", "Return");
        Ui.await("the first of the menu, the results", () -> Workbench.page().getActiveEditor() != null
                && "org.vesalius.experiment.ui.results".equals(Workbench.page().getActiveEditor().getSite().getId()));
    }

    @Test
    void theCommandsAreThereForTheRunOfTheEditorInFrontAndForTheRunThatIsWatched() {
        Ui.await("the run", () -> says("Trained 10 epochs."));
        Ui.run(() -> RunCommands.execute("results"));
        Ui.await("the results in front", () -> Workbench.page().getActivePart() == Workbench.page().getActiveEditor()
                && Workbench.page().getActiveEditor() != null);
        Ui.await("commands with the results in front", () -> RunCommands.enabled("evaluate") && RunCommands.enabled("delete"));
        Ui.run(() -> Workbench.page().hideView(Workbench.page().findView(TrainingView.ID)));
        assertTrue(Ui.ask(() -> RunCommands.enabled("export")), "the results are those of a run");
        Workbench.closeEditors();
        assertFalse(Ui.ask(() -> RunCommands.enabled("export")), "no run is in front");
        Ui.run(() -> ((TrainingView) Workbench.page().showView(TrainingView.ID)).show(run.folder()));
        Workbench.open(project.getFile("three.experiment"), IEditorPart.class);
        assertTrue(Ui.ask(() -> RunCommands.enabled("export")), "the view shows a run");
        IFile predictions = project.getFile("runs/" + run.folder().name() + "/predictions.csv");
        Ui.run(() -> Workbench.page().hideView(Workbench.page().findView(TrainingView.ID)));
        assertFalse(Ui.ask(() -> RunCommands.enabled("export")), "an experiment is no run");
        Ui.run(() -> project.refreshLocal(IResource.DEPTH_INFINITE, null));
        Workbench.open(predictions, IEditorPart.class);
        assertTrue(Ui.ask(() -> RunCommands.enabled("export")), "the file is one of a run");
    }

    @Test
    void onlyARunThatIsNotCompleteIsResumed() throws Exception {
        Ui.await("the run", () -> says("Trained 10 epochs."));
        SimulatedRun stopped = SimulatedRun.training(project.getLocation().append("runs").toPath(), "stopped");
        stopped.goTo(RunState.STOPPED, "Stopped by the user.");
        Ui.run(() -> project.refreshLocal(IResource.DEPTH_INFINITE, null));
        Ui.await("that nothing is left to train", () -> !RunCommands.enabled("resume"));
        assertTrue(Ui.ask(() -> RunCommands.enabled("evaluate")));
        Ui.run(() -> ((TrainingView) Workbench.page().findView(TrainingView.ID)).show(stopped.folder()));
        Ui.await("the stopped run", () -> says("Stopped by the user."));
        assertTrue(Ui.ask(() -> RunCommands.enabled("resume")));
    }

    private static long images() {
        return Controls.visible(Label.class).filter(label -> label.getImage() != null && label.getBounds().width == 128).count();
    }

    private static List<String> captions(String words) {
        return Controls.visible(Label.class).map(Label::getText).filter(text -> text.matches("\\d+%" + words + "\\w+"))
                .toList();
    }

    private static List<String> rows() {
        Table table = Controls.find(Table.class, each -> each.getColumnCount() == 5
                && each.getColumn(4).getText().equals("Precision")).orElseThrow();
        return Stream.of(table.getItems()).map(RunMenuTest::words).toList();
    }

    private static String words(TableItem item) {
        return String.join(" ", IntStream.range(0, 5).mapToObj(item::getText).toList());
    }

    private static boolean says(String words) {
        return Controls.find(Label.class, label -> label.getText().contains(words)).isPresent()
                || Controls.find(Link.class, link -> link.getText().contains(words)).isPresent();
    }
}
