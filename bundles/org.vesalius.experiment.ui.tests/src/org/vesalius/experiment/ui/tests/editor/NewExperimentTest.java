// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.template.NetworkTemplates;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Dialogs;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** A new experiment begins with a network and a data set. */
@WindowTest
class NewExperimentTest {

    private static final String DATASET = """
            {"format": 1, "name": "Two", "root": ".", "columns": [
              {"name": "image", "type": "image", "role": "input", "reader": "chest-phantom", "options": {"seed": "2026"}},
              {"name": "class", "type": "category", "role": "label", "categories": ["a", "b"]},
              {"name": "part", "type": "text", "role": "part"}]}
            """;

    private final Robot robot = new Robot();

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    @Test
    void asksForNetworkAndDataSetAndBindsThem() throws Exception {
        IProject project = Workbench.emptyProject("new-experiment");
        byte[] network = network();
        Workbench.write(project, "first.network", network);
        Workbench.write(project, "second.network", network);
        project.getFolder("data").create(true, true, null);
        Workbench.write(project, "data/dataset.json", DATASET.getBytes(StandardCharsets.UTF_8));
        Workbench.write(project, "data/samples.csv",
                "sample,image,class,part\ns1,\"chest:patient=1,view=1,finding=clear\",a,train\n".getBytes(StandardCharsets.UTF_8));
        openWizard(new StructuredSelection(project));
        Ui.await("the lists", () -> combos().size() == 2);
        assertEquals(List.of("first.network", "second.network", "Choose later"), Ui.ask(() -> List.of(combos().get(0).getItems())));
        assertEquals(List.of("data", "Choose later"), Ui.ask(() -> List.of(combos().get(1).getItems())));
        robot.key("ctrl+a");
        robot.type("trial");
        Ui.run(() -> combos().get(0).setFocus());
        robot.key("Down");
        Ui.await("the second network", () -> combos().get(0).getText().equals("second.network"));
        Screenshots.save("new-experiment");
        Controls.press("&Finish");
        Dialogs.awaitEnd();
        Ui.await("its editor", () -> Workbench.page().getActiveEditor() != null);
        Experiment written = new ExperimentFiles().load(project.getFile("trial.experiment").getLocation().toPath());
        assertEquals("second.network", written.getNetwork());
        assertEquals("data", written.getDataset());
        assertEquals(List.of("image", "class"), written.getBindings().stream().map(binding -> binding.getColumn()).toList());
    }

    @Test
    void theSelectedDataSetIsTakenAndOtherwiseTheNewest() throws Exception {
        IProject project = Workbench.emptyProject("new-experiment-of-selected");
        for (String folder : List.of("data", "data-2", "data-3")) {
            project.getFolder(folder).create(true, true, null);
            Workbench.write(project, folder + "/dataset.json", DATASET.getBytes(StandardCharsets.UTF_8));
        }
        project.getFile("data/dataset.json").setLocalTimeStamp(1_000_000);
        project.getFile("data-3/dataset.json").setLocalTimeStamp(2_000_000);
        assertEquals("data-3", dataset(new StructuredSelection(project.getFile("data-3/dataset.json"))));
        assertEquals("data-2", dataset(new StructuredSelection(project)));
    }

    @Test
    void liesBesideTheRunThatIsSelected() throws Exception {
        IProject project = Workbench.emptyProject("new-experiment-of-run");
        Workbench.write(project, "first.network", network());
        for (String folder : List.of("runs", "runs/1", "runs/1/dataset")) {
            project.getFolder(folder).create(true, true, null);
        }
        Workbench.write(project, "runs/1/run.json", "{}".getBytes(StandardCharsets.UTF_8));
        Workbench.write(project, "runs/1/dataset/dataset.json", DATASET.getBytes(StandardCharsets.UTF_8));
        for (IResource selected : List.of(project.getFolder("runs"), project.getFile("runs/1/dataset/dataset.json"))) {
            openWizard(new StructuredSelection(selected));
            Ui.await("the network of the project", () -> combos().get(0).getText().equals("first.network"));
            assertEquals("Choose later", Ui.ask(() -> combos().get(1).getText()), "the frozen data set of a run");
            robot.key("Escape");
            Dialogs.awaitEnd();
        }
    }

    private static byte[] network() throws IOException {
        return new NetworkFiles(StandardLayers.catalog())
                .toBytes(new NetworkTemplates().create(NetworkTemplates.REFERENCE_CNN));
    }

    private String dataset(StructuredSelection selection) {
        openWizard(selection);
        Ui.await("the lists", () -> combos().size() == 2);
        String chosen = Ui.ask(() -> combos().get(1).getText());
        robot.key("Escape");
        Dialogs.awaitEnd();
        return chosen;
    }

    private static void openWizard(StructuredSelection selection) {
        Ui.start(() -> {
            try {
                INewWizard wizard = (INewWizard) PlatformUI.getWorkbench().getNewWizardRegistry()
                        .findWizard("org.vesalius.product.newExperiment").createWizard();
                wizard.init(PlatformUI.getWorkbench(), selection);
                new WizardDialog(Workbench.page().getWorkbenchWindow().getShell(), wizard).open();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Ui.await("the name of the file", () -> Controls.find(Text.class, Text::isFocusControl).isPresent());
    }

    private static List<Combo> combos() {
        return Controls.visible(Combo.class).filter(combo -> combo.getItemCount() > 0
                && combo.getItem(combo.getItemCount() - 1).equals("Choose later")).toList();
    }
}
