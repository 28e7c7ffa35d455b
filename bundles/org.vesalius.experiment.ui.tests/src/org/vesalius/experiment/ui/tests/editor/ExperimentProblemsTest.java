// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ui.editor.ExperimentEditor;
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

/** What is wrong with an experiment is told in its form and in the Problems view, and mended from both. */
@WindowTest
class ExperimentProblemsTest {

    private static final String EXPERIMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <experiment:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:experiment="http://vesalius.org/experiment/1.0" name="trial" network="cnn.network" dataset="data">
              <training epochs="2">
                <optimizer xsi:type="experiment:Adam"/>
              </training>
            </experiment:Experiment>
            """;
    private static final String DATASET = """
            {"format": 1, "name": "Five", "root": ".", "columns": [
              {"name": "image", "type": "image", "role": "input", "reader": "chest-phantom", "options": {"seed": "2026"}},
              {"name": "class", "type": "category", "role": "label", "categories": ["a", "b", "c", "d", "e"]},
              {"name": "part", "type": "text", "role": "part"}]}
            """;
    private static final String SAMPLES = """
            sample,image,class,part
            s1,"chest:patient=1,view=1,finding=clear",a,train
            s2,"chest:patient=2,view=1,finding=clear",b,validation
            """;

    private final Robot robot = new Robot();
    private IProject project;
    private IFile file;

    @BeforeEach
    void createProject() throws Exception {
        project = Workbench.emptyProject("experiment-problems");
        Workbench.write(project, "cnn.network", new NetworkFiles(StandardLayers.catalog())
                .toBytes(new NetworkTemplates().create(NetworkTemplates.REFERENCE_CNN)));
        IFolder data = project.getFolder("data");
        data.create(true, true, null);
        Workbench.write(project, "data/dataset.json", DATASET.getBytes(StandardCharsets.UTF_8));
        Workbench.write(project, "data/samples.csv", SAMPLES.getBytes(StandardCharsets.UTF_8));
        file = Workbench.write(project, "trial.experiment", EXPERIMENT.getBytes(StandardCharsets.UTF_8));
        Workbench.show("org.vesalius.product.train");
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    @Test
    void aFixThatWasCarriedOutOnceIsNotCarriedOutAgain() {
        ExperimentEditor editor = open();
        Ui.await("the fix", () -> link("Bind it to column 'image'"));
        Ui.run(() -> {
            Link fix = Controls.find(Link.class, each -> each.getText().contains("Bind it to column 'image'")).orElseThrow();
            follow(fix);
            if (!fix.isDisposed()) {
                follow(fix);
            }
        });
        assertEquals(List.of("image"), Ui.ask(() -> columns(editor)));
        Ui.await("the other one is still offered", () -> link("Bind it to column 'class'"));
        assertTrue(Ui.ask(() -> !link("Bind it to column 'image'")));
        Controls.follow("Bind it to column 'class'");
        Ui.await("both bindings", () -> columns(editor).equals(List.of("image", "class")));
    }

    private static void follow(Link link) {
        link.notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void aFindingAboutTheDataIsWaivedWithAReason() throws Exception {
        Workbench.write(project, "data/samples.csv", SAMPLES.replace("patient=2", "patient=1").getBytes(StandardCharsets.UTF_8));
        open();
        Ui.await("the link", () -> link("Train in spite of it"));
        long errors = Ui.ask(ExperimentProblemsTest::waivable);
        Controls.follow("Train in spite of it");
        Ui.await("the question", () -> Controls.find(Text.class, text -> text.isFocusControl()).isPresent()
                && Controls.find(Label.class, label -> label.getText().contains("Why is a training on these data sound"))
                        .isPresent());
        robot.key("Return");
        robot.type("one patient drawn twice on purpose");
        Screenshots.save("experiment-waiver");
        robot.key("Return");
        Dialogs.awaitEnd();
        Ui.await("the warning", () -> Controls.find(Label.class,
                label -> label.getText().contains("Waived: one patient drawn twice on purpose")).isPresent());
        assertEquals(errors - 1, Ui.ask(ExperimentProblemsTest::waivable));
        assertTrue(Files.readString(project.getLocation().toPath().resolve("data/journal.jsonl"))
                .contains("\"reason\":\"one patient drawn twice on purpose\""));
    }

    private static long waivable() {
        return Controls.visible(Link.class).filter(link -> link.getText().contains("Train in spite of it")).count();
    }

    @Test
    void problemsAreInTheProblemsViewAndMendedFromThere() {
        Ui.await("the markers", () -> markers().size() == 2);
        IMarker marker = Ui.ask(() -> markers().get(0));
        assertEquals("Input 'image' is bound to no column.", marker.getAttribute(IMarker.MESSAGE, ""));
        Ui.run(() -> IDE.getMarkerHelpRegistry().getResolutions(marker)[0].run(marker));
        Ui.await("the binding", () -> Workbench.page().getActiveEditor() instanceof ExperimentEditor editor
                && editor.document().isPresent() && columns(editor).equals(List.of("image")));
        Ui.run(() -> Workbench.page().saveEditor(Workbench.page().getActiveEditor(), false));
        Ui.await("one marker less", () -> markers().size() == 1);
    }

    @Test
    void unitsThatDoNotFitTheCategoriesAreMendedInTheDesigner() {
        ExperimentEditor editor = open();
        Controls.follow("Bind it to column 'image'");
        Ui.await("the other one", () -> link("Bind it to column 'class'") && !link("Bind it to column 'image'"));
        Controls.follow("Bind it to column 'class'");
        Ui.await("what is wrong with the units", () -> link("5 units"));
        Screenshots.save("experiment-units");
        Ui.run(() -> Workbench.page().saveEditor(editor, false));
        Ui.await("the marker of the network", () -> Stream.of(project.getFile("cnn.network").findMarkers(IMarker.PROBLEM, true,
                IResource.DEPTH_ZERO)).anyMatch(marker -> marker.getAttribute("fixes", "").contains("5 units")));
        Controls.follow("5 units");
        Ui.await("the mended network", () -> {
            IEditorPart designer = Workbench.page().getActiveEditor();
            return designer != null && designer.getTitle().contains("cnn") && designer.isDirty();
        });
        Screenshots.save("experiment-units-mended");
        Ui.run(() -> Workbench.page().saveEditor(Workbench.page().getActiveEditor(), false));
        Ui.run(() -> Workbench.page().activate(editor));
        Ui.await("nothing wrong with the units", () -> !link("5 units"));
    }

    private ExperimentEditor open() {
        ExperimentEditor editor = Workbench.open(file, ExperimentEditor.class);
        Ui.await("the form", () -> editor.form().filter(form -> form.resolved() != null).isPresent());
        return editor;
    }

    private static boolean link(String words) {
        return Controls.find(Link.class, link -> link.getText().contains(words)).isPresent();
    }

    private static List<String> columns(ExperimentEditor editor) {
        Experiment experiment = editor.document().orElseThrow().experiment();
        return experiment.getBindings().stream().map(Binding::getColumn).toList();
    }

    private List<IMarker> markers() throws Exception {
        return Stream.of(file.findMarkers("org.vesalius.experiment.ui.problem", true, IResource.DEPTH_ZERO))
                .sorted(Comparator.comparing(each -> each.getAttribute(IMarker.MESSAGE, ""))).toList();
    }
}
