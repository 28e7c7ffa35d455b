// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ui.editor.ExperimentEditor;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Dialogs;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Widgets;
import org.vesalius.ui.tests.harness.Workbench;

/** Several columns feed one input. */
@WindowTest
class BoundColumnsTest {
    private static final String NETWORK = """
            <?xml version="1.0" encoding="UTF-8"?>
            <network:Network xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:network="http://vesalius.org/network/1.0" name="r">
              <layers xsi:type="network:Input" id="record" name="record" shape="features:3"/>
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
                xmlns:experiment="http://vesalius.org/experiment/1.0" name="trial" network="r.network" dataset="data">
              <bindings layer="record" column="age"/>
              <bindings layer="finding" column="sick"/>
              <training epochs="2">
                <optimizer xsi:type="experiment:Adam"/>
              </training>
            </experiment:Experiment>
            """;
    private static final String DATASET = """
            {"format": 1, "name": "Records", "root": ".", "columns": [
              {"name": "age", "type": "number", "role": "input"},
              {"name": "smoker", "type": "category", "role": "input", "categories": ["no", "yes"]},
              {"name": "sick", "type": "category", "role": "label", "categories": ["no", "yes"]},
              {"name": "part", "type": "text", "role": "part"}]}
            """;
    private static final String SAMPLES = "sample,age,smoker,sick,part\na,40,no,no,train\nb,60,yes,yes,train\n";

    private final Robot robot = new Robot();

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    @Test
    void columnsAreMarkedInADialog() throws Exception {
        ExperimentEditor editor = open();
        Ui.await("the bindings", () -> Controls.find(Combo.class, combo -> combo.getText().equals("age")).isPresent());
        Controls.press("Columns…");
        Ui.await("the columns", () -> Controls.find(Table.class, BoundColumnsTest::ofColumns).isPresent());
        assertEquals(true, Ui.ask(() -> table().getItem(0).getChecked()));
        Screenshots.save("bound-columns");
        Ui.run(() -> {
            table().setFocus();
            table().setSelection(1);
        });
        robot.key("space");
        Ui.await("the second one", () -> table().getItem(1).getChecked());
        assertEquals("input", Ui.ask(() -> table().getItem(1).getText(2)));
        robot.key("F2");
        Ui.await("the encodings", () -> Widgets.all(table(), CCombo.class).size() == 1);
        robot.key("Escape");
        Ui.await("the table again", () -> Widgets.all(table(), CCombo.class).isEmpty());
        Controls.press("OK");
        Dialogs.awaitEnd();
        Ui.await("both", () -> columns(editor).equals(List.of("age", "smoker", "sick")));
        Ui.await("how many there are",
                () -> Controls.find(Combo.class, combo -> combo.getText().equals("2 columns")).isPresent());
        Ui.await("what was checked with both",
                () -> editor.form().orElseThrow().resolved().checked().getBindings().size() == 3);
        Controls.follow("Standardise it");
        Ui.await("the encoding", () -> experiment(editor).getBindings().get(0).getEncoding() == Encoding.STANDARDISED);
        Screenshots.save("bound-columns-done");
    }

    private static boolean ofColumns(Table table) {
        return table.getColumnCount() == 4 && table.getColumn(3).getText().equals("Encoding");
    }

    private static Table table() {
        return Controls.find(Table.class, BoundColumnsTest::ofColumns).orElseThrow();
    }

    private ExperimentEditor open() throws Exception {
        IProject project = Workbench.emptyProject("bound-columns");
        Workbench.write(project, "r.network", NETWORK.getBytes(StandardCharsets.UTF_8));
        project.getFolder("data").create(true, true, null);
        Workbench.write(project, "data/dataset.json", DATASET.getBytes(StandardCharsets.UTF_8));
        Workbench.write(project, "data/samples.csv", SAMPLES.getBytes(StandardCharsets.UTF_8));
        IFile file = Workbench.write(project, "trial.experiment", EXPERIMENT.getBytes(StandardCharsets.UTF_8));
        ExperimentEditor editor = Workbench.open(file, ExperimentEditor.class);
        Ui.await("the form", () -> editor.form().filter(form -> form.resolved() != null).isPresent());
        return editor;
    }

    private static Experiment experiment(ExperimentEditor editor) {
        return editor.document().orElseThrow().experiment();
    }

    private static List<String> columns(ExperimentEditor editor) {
        return experiment(editor).getBindings().stream().map(Binding::getColumn).toList();
    }
}
