// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.CrossValidation;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.ui.editor.ExperimentEditor;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;
import org.vesalius.ui.tests.harness.Widgets;

/** An experiment becomes a cross-validation in the editor. */
@WindowTest
class FoldsTest {
    private static final String EXPERIMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <experiment:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:experiment="http://vesalius.org/experiment/1.0" name="trial" network="r.network" dataset="data">
              <bindings layer="record" column="age"/>
              <bindings layer="finding" column="sick"/>
              <training epochs="2">
                <optimizer xsi:type="experiment:Adam"/>
              </training>
            </experiment:Experiment>
            """;
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
    private static final String DATASET = """
            {"format": 1, "name": "Records", "root": ".", "columns": [
              {"name": "age", "type": "number", "role": "input"},
              {"name": "sick", "type": "category", "role": "label", "categories": ["no", "yes"]},
              {"name": "site", "type": "text", "role": "site"},
              {"name": "part", "type": "text", "role": "part"}]}
            """;
    private static final String SAMPLES = """
            sample,age,sick,site,part
            a,40,no,north,train
            b,60,yes,north,train
            c,41,no,south,train
            d,61,yes,south,validation
            e,42,no,west,train
            f,43,no,west,train
            g,62,yes,west,train
            """;

    private final Robot robot = new Robot();
    private IProject project;

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    @Test
    void theColumnOfTheFoldsAndTheOneThatTestsAreTypedIn() throws Exception {
        ExperimentEditor editor = open();
        Ui.await("the part column", () -> says("Train: 6 samples (no 4, yes 2)"));
        chooseCrossValidation();
        Ui.await("that no column tells folds", () -> says("The data set has no column in the role 'fold'."));
        Ui.await("the columns to choose from, though none tells folds", () -> items("Column:").contains("site")
                && Widgets.labelled(shell(), "Output finding:", Combo.class).getText().equals("sick"));
        type("Column:", "site");
        Ui.await("the folds, of which the first tests", () -> says("3 folds: north, south and west")
                && says("Test: 2 samples (no 1, yes 1)") && says("3 runs, one for each fold that tests."));
        assertNull(Ui.ask(() -> folds(editor).getTest()));
        assertEquals(List.of("north", "south", "west"), Ui.ask(() -> items("Test fold:")));
        Screenshots.save("experiment-folds");
        type("Test fold:", "west");
        Ui.await("one run", () -> says("Test: 3 samples (no 2, yes 1)") && !says("one for each fold"));
        Ui.run(() -> Widgets.labelled(shell(), "Validation share:", Text.class).setFocus());
        robot.key("ctrl+a");
        robot.type("0.3");
        Ui.await("the share", () -> folds(editor).getValidation() == 0.3);
        robot.key("ctrl+s");
        Ui.await("saved", () -> !editor.isDirty());
        CrossValidation saved = new ExperimentFiles().load(project.getFile("trial.experiment").getLocation().toPath()).getFolds();
        assertEquals("site west 0.3", saved.getColumn() + " " + saved.getTest() + " " + saved.getValidation());
    }

    /** As a keystroke in the list does. */
    private static void chooseCrossValidation() {
        Ui.run(() -> {
            Combo combo = Widgets.labelled(shell(), "Folds:", Combo.class);
            combo.select(Arrays.asList(combo.getItems()).indexOf("Cross-validation"));
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }

    private void type(String label, String text) {
        Ui.run(() -> Widgets.labelled(shell(), label, Combo.class).setFocus());
        robot.key("ctrl+a");
        robot.type(text);
    }

    private static List<String> items(String label) {
        return List.of(Widgets.labelled(shell(), label, Combo.class).getItems());
    }

    private static CrossValidation folds(ExperimentEditor editor) {
        return editor.document().orElseThrow().experiment().getFolds();
    }

    private static boolean says(String words) {
        return Widgets.says(shell(), words);
    }

    private ExperimentEditor open() throws Exception {
        project = Workbench.emptyProject("folds");
        write("r.network", NETWORK);
        project.getFolder("data").create(true, true, null);
        write("data/dataset.json", DATASET);
        write("data/samples.csv", SAMPLES);
        ExperimentEditor editor = Workbench.open(write("trial.experiment", EXPERIMENT), ExperimentEditor.class);
        Ui.await("the form", () -> editor.form().filter(form -> form.resolved() != null).isPresent());
        return editor;
    }

    private IFile write(String name, String text) {
        return Workbench.write(project, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Shell shell() {
        return Workbench.page().getWorkbenchWindow().getShell();
    }
}
