// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.eclipse.ui.navigator.CommonNavigator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunState;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** The runs of two folds, each of four records, are measured together. */
@WindowTest
class PooledResultsTest {
    private static final String NETWORK = """
            <?xml version="1.0" encoding="UTF-8"?>
            <network:Network xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:network="http://vesalius.org/network/1.0" name="r">
              <layers xsi:type="network:Input" id="record" name="record" shape="features:1"/>
              <layers xsi:type="network:Dense" id="unit" name="unit" units="1" activation="sigmoid"/>
              <layers xsi:type="network:Output" id="finding" name="finding"/>
              <connections source="record" target="unit"/>
              <connections source="unit" target="finding"/>
            </network:Network>
            """;
    private static final String EXPERIMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <experiment:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:experiment="http://vesalius.org/experiment/1.0" name="trial" network="network.network" dataset="dataset">
              <bindings layer="record" column="age"/>
              <bindings layer="finding" column="sick"/>
              <folds column="site" test="%s" validation="0.3"/>
              <training epochs="10">
                <optimizer xsi:type="experiment:Adam"/>
              </training>
            </experiment:Experiment>
            """;
    private static final String DATASET = """
            {"format": 1, "name": "Records", "root": ".", "columns": [
              {"name": "age", "type": "number", "role": "input"},
              {"name": "sick", "type": "category", "role": "label", "categories": ["no", "yes"]},
              {"name": "site", "type": "text", "role": "site"}]}
            """;
    private static final String SAMPLES = """
            sample,age,sick,site
            a,40,no,north
            b,60,yes,north
            c,41,no,north
            d,61,yes,north
            e,42,no,south
            f,43,no,south
            g,62,no,south
            h,63,yes,south
            """;

    private final Robot robot = new Robot();
    private IProject project;

    @BeforeEach
    void createRuns() throws Exception {
        project = Workbench.emptyProject("pooled");
        run("north", "a,test,no,0.1", "b,test,yes,0.9", "c,test,no,0.6", "d,test,yes,0.7");
        run("south", "e,test,no,0.2", "f,test,no,0.3", "g,test,no,0.8", "h,test,yes,0.75");
        Ui.run(() -> project.refreshLocal(IResource.DEPTH_INFINITE, null));
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    private void run(String fold, String... predictions) throws IOException {
        SimulatedRun run = SimulatedRun.training(project.getLocation().append("runs").toPath(), "trial-fold-" + fold);
        RunFolder folder = run.folder();
        Files.writeString(folder.network(), NETWORK);
        Files.writeString(folder.experiment(), EXPERIMENT.formatted(fold));
        Path dataset = Files.createDirectories(folder.dataset());
        Files.writeString(dataset.resolve("dataset.json"), DATASET);
        Files.writeString(dataset.resolve("samples.csv"), SAMPLES);
        Files.writeString(folder.predictions(), "sample,part,label,score:yes,decision,threshold,format\n"
                + Stream.of(predictions).map(row -> row + ",,0.5,4\n").collect(Collectors.joining()));
        Files.writeString(folder.evaluation(), "{\"format\": 2, \"fold\": \"" + fold + "\", \"part\": \"test\", \"n\": 4}\n");
        run.goTo(RunState.FINISHED, "Trained 10 epochs.");
    }

    /**
     * Counted by hand: of 3 sick and 5 others, 13 of 15 pairs are in order, 4 of 4 and 2 of 3 in the folds; c and g are
     * taken for sick.
     */
    @Test
    void theRunsSelectedInTheProjectExplorerAreEvaluatedTogether() throws Exception {
        IResource[] runs = project.getFolder("runs").members();
        assertEquals(2, runs.length);
        Ui.run(() -> explorer().selectReveal(new StructuredSelection(runs[0])));
        robot.click(Ui.steady("the first run", PooledResultsTest::place));
        Ui.await("one run selected", () -> selected() == 1);
        robot.key("shift+Down");
        Ui.await("both runs selected", () -> selected() == 2);
        assertTrue(Ui.ask(() -> RunCommands.enabled("evaluate")));
        assertFalse(Ui.ask(() -> RunCommands.enabled("predict")), "of several runs there is no one model");
        Ui.run(() -> RunCommands.execute("evaluate"));
        Ui.await("the results", () -> says("8 samples. Accuracy 75.0% (6 of 8), AUC 0.867"));
        assertEquals("Results of 2 runs together", Ui.ask(() -> Workbench.page().getActiveEditor().getTitle()));
        assertTrue(Ui.ask(() -> says("The held-out samples of 2 runs together")));
        assertEquals(List.of("Accuracy 0.7500 0.6250 0.7500 0.0000", "AUC 0.8667 0.5000 0.8333 0.2357"),
                Ui.ask(PooledResultsTest::rows));
        Ui.run(() -> Workbench.page().toggleZoom(Workbench.page().getReference(Workbench.page().getActiveEditor())));
        Screenshots.save("results-of-folds");
        theNextSessionOpensThemAgain();
    }

    private static void theNextSessionOpensThemAgain() {
        IEditorInput again = Ui.ask(() -> {
            IPersistableElement kept = Workbench.page().getActiveEditor().getEditorInput().getPersistable();
            XMLMemento memento = XMLMemento.createWriteRoot("kept");
            kept.saveState(memento);
            return (IEditorInput) PlatformUI.getWorkbench().getElementFactory(kept.getFactoryId()).createElement(memento);
        });
        Workbench.closeEditors();
        Ui.await("no results", () -> !says("8 samples."));
        Ui.run(() -> Workbench.page().openEditor(again, "org.vesalius.experiment.ui.results"));
        Ui.await("the results again", () -> says("8 samples. Accuracy 75.0% (6 of 8), AUC 0.867"));
    }

    private static Point place() throws PartInitException {
        Tree tree = explorer().getCommonViewer().getTree();
        if (tree.getSelectionCount() != 1) {
            return null;
        }
        Rectangle bounds = tree.getSelection()[0].getBounds();
        return tree.toDisplay(bounds.x + Math.min(20, bounds.width / 2), bounds.y + bounds.height / 2);
    }

    private static CommonNavigator explorer() throws PartInitException {
        return (CommonNavigator) Workbench.page().showView(IPageLayout.ID_PROJECT_EXPLORER);
    }

    private static int selected() throws PartInitException {
        return explorer().getCommonViewer().getTree().getSelectionCount();
    }

    /** The rows of accuracy and AUC. */
    private static List<String> rows() {
        Table table = Controls.visible(Table.class).filter(each -> each.getColumn(0).getText().equals("Metric")).findFirst()
                .orElseThrow();
        return Stream.of(table.getItems()).map(item -> String.join(" ",
                IntStream.range(0, table.getColumnCount()).mapToObj(item::getText).toList()))
                .filter(row -> row.startsWith("A")).toList();
    }

    private static boolean says(String words) {
        return Controls.find(Label.class, label -> label.getText().contains(words)).isPresent();
    }
}
