// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.Adam;
import org.vesalius.experiment.Sgd;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.io.ExperimentFiles;
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
import org.vesalius.ui.tests.harness.Widgets;

/** A user sets up an experiment by mouse and keys. */
@WindowTest
class ExperimentEditorTest {

    private static final String EXPERIMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <experiment:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:experiment="http://vesalius.org/experiment/1.0" name="trial" network="cnn.network" dataset="nowhere">
              <training epochs="12">
                <optimizer xsi:type="experiment:Adam" learningRate="0.01"/>
              </training>
            </experiment:Experiment>
            """;

    private final Robot robot = new Robot();
    private IProject project;

    @BeforeEach
    void createProject() {
        project = Workbench.emptyProject("experiment-editor");
        Workbench.write(project, "cnn.network", new NetworkFiles(StandardLayers.catalog())
                .toBytes(new NetworkTemplates().create(NetworkTemplates.REFERENCE_CNN)));
        Workbench.show("org.vesalius.product.train");
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    @Test
    void saysWhatTheFilesHoldAndWhatIsMissing() {
        open();
        assertTrue(Ui.ask(() -> Widgets.says(shell(), "128\u00d7128\u00d73")), "the shape of the network's input");
        assertTrue(Ui.ask(() -> Widgets.says(shell(), "7,392,449 parameters")), "counted by hand: 896 + 18496 + "
                + "7372928 + 129");
        assertTrue(Ui.ask(() -> Widgets.says(shell(), "nowhere")), "the data set that is not there");
        Screenshots.save("experiment-with-problems");
    }

    @Test
    void aFileWithoutTrainingSettingsGetsThemInTheForm() {
        IFile file = Workbench.write(project, "bare.experiment",
                EXPERIMENT.replaceAll("(?s)\\s*<training.*</training>", "").getBytes(StandardCharsets.UTF_8));
        ExperimentEditor editor = Workbench.open(file, ExperimentEditor.class);
        Ui.await("what is missing", () -> says("The experiment has no training settings."));
        assertTrue(Ui.ask(() -> says("so nothing says how the network is trained")));
        Screenshots.save("experiment-without-training");
        Button usual = Ui.ask(() -> Controls.find(Button.class, each -> each.getText().equals("Use the usual settings")).orElseThrow());
        robot.click(Workbench.onScreen(usual, 12, 12));
        Ui.await("the settings", () -> settings(editor) != null && settings(editor).getOptimizer() instanceof Adam);
        type("Epochs:", "3");
        Ui.await("3 in the model", () -> settings(editor).getEpochs() == 3);
        Ui.await("the devices", () -> Widgets.labelled(shell(), "Device:", Combo.class).getText().contains("CPU"));
        robot.key("ctrl+z", "ctrl+z");
        Ui.await("no settings again", () -> settings(editor) == null && says("so nothing says how"));
        assertFalse(Ui.ask(editor::isDirty));
    }

    @Test
    void noThreadsAreAllCores() {
        ExperimentEditor editor = open();
        assertTrue(Ui.ask(() -> Widgets.says(shell(), "all cores")), "0 at first");
        type("Threads:", "2");
        Ui.await("2 in the model", () -> settings(editor).getThreads() == 2);
        assertFalse(Ui.ask(() -> Widgets.says(shell(), "all cores")));
        type("Threads:", "0");
        Ui.await("what 0 means", () -> Widgets.says(shell(), "all cores"));
        Screenshots.save("experiment-threads");
    }

    @Test
    void weightsToStartFromAreChosenAmongThoseOfTheProject() {
        Workbench.write(project, "cnn.safetensors", new byte[0]);
        ExperimentEditor editor = open();
        Ui.await("the file", () -> List.of(Widgets.labelled(shell(), "Start weights:", Combo.class).getItems())
                .equals(List.of("cnn.safetensors")));
        Combo weights = Ui.ask(() -> Widgets.labelled(shell(), "Start weights:", Combo.class));
        Ui.run(weights::setFocus);
        robot.key("Down");
        Ui.await("it in the model", () -> "cnn.safetensors".equals(settings(editor).getStartWeights()));
        robot.key("ctrl+a", "Delete");
        Ui.await("none", () -> settings(editor).getStartWeights() == null);
    }

    @Test
    void typedNumbersReachTheModelAndAreUndoneInOneStep() {
        ExperimentEditor editor = open();
        type("Batch size:", "128");
        Ui.await("128 in the model", () -> settings(editor).getBatchSize() == 128);
        robot.key("ctrl+z");
        Ui.await("32 again", () -> settings(editor).getBatchSize() == 32);
        assertFalse(Ui.ask(editor::isDirty));
        robot.key("ctrl+shift+z");
        Ui.await("128 again", () -> settings(editor).getBatchSize() == 128);
    }

    @Test
    void whatIsNoNumberIsMarkedAndStaysOutOfTheModel() {
        ExperimentEditor editor = open();
        type("Epochs:", "many");
        Ui.await("what was typed", () -> field("Epochs:").getText().equals("many"));
        assertEquals(12, Ui.ask(() -> settings(editor).getEpochs()));
        assertFalse(Ui.ask(editor::isDirty));
    }

    @Test
    void anEntryThatIsNoNumberStaysWithItsReasonAndKeepsTheExperimentFromRunning() {
        ExperimentEditor editor = open();
        Ui.await("the checks", () -> errors() > 0);
        int errors = Ui.ask(ExperimentEditorTest::errors);
        type("Epochs:", "abc");
        Ui.await("one error more in the heading", () -> errors() == errors + 1);
        type("Batch size:", "64");
        Ui.await("64 in the model", () -> settings(editor).getBatchSize() == 64);
        assertEquals("abc", Ui.ask(() -> field("Epochs:").getText()), "other changes leave the entry alone");
        assertTrue(Ui.ask(() -> says("Epochs: ")), "the reason below the field");
        Screenshots.save("experiment-refused-entry");
        robot.key("ctrl+F11");
        Ui.await("why it is not run", () -> tells("Correct these entries first") && tells("Epochs: "));
        Screenshots.save("experiment-not-run");
        robot.key("Return");
        Dialogs.awaitEnd();
        type("Epochs:", "3");
        Ui.await("3 in the model", () -> settings(editor).getEpochs() == 3);
        assertEquals(List.of(), Ui.ask(() -> editor.form().orElseThrow().faults()));
        Ui.await("the errors from before", () -> errors() == errors);
    }

    @Test
    void whatIsNotSavedInTheProjectIsNotRunPastUnasked() {
        open();
        IFile notes = Workbench.write(project, "notes.txt", new byte[0]);
        ITextEditor text = Workbench.open(notes, ITextEditor.class);
        Ui.run(() -> text.getDocumentProvider().getDocument(text.getEditorInput()).set("changed"));
        Workbench.open(project.getFile("trial.experiment"), ExperimentEditor.class);
        robot.key("ctrl+F11");
        Ui.await("the question", () -> tells("A run reads what is saved") && button("Save and Run") != null);
        Screenshots.save("experiment-unsaved");
        robot.key("Escape");
        Dialogs.awaitEnd();
        assertTrue(Ui.ask(text::isDirty));
        assertFalse(project.getFolder("runs").exists());
    }

    /** Of a heading like "3 errors, 1 warning"; 0 when it counts none. */
    private static int errors() {
        String heading = Controls.find(ScrolledForm.class, form -> true).map(ScrolledForm::getMessage).orElse("");
        return heading != null && heading.contains(" error") ? Integer.parseInt(heading.split(" ")[0]) : 0;
    }

    private static boolean says(String words) {
        return Widgets.says(shell(), words);
    }

    @Test
    void anotherOptimiserKeepsTheLearningRate() {
        ExperimentEditor editor = open();
        Ui.run(() -> Widgets.labelled(shell(), "Optimiser:", Combo.class).setFocus());
        select("Optimiser:", "SGD");
        Ui.await("plain SGD", () -> settings(editor).getOptimizer() instanceof Sgd);
        assertEquals(0.01, Ui.ask(() -> settings(editor).getOptimizer().getLearningRate()));
        Ui.run(() -> editor.document().orElseThrow().history().undo());
        assertTrue(Ui.ask(() -> settings(editor).getOptimizer() instanceof Adam));
    }

    /** A form is scrolled with the wheel across its lists, none of which may change unseen. */
    @Test
    void theWheelScrollsTheFormAndChangesNoChoice() {
        ExperimentEditor editor = open();
        ScrolledForm form = Ui.ask(() -> Controls.find(ScrolledForm.class, each -> true).orElseThrow());
        for (String label : List.of("Early stopping:", "Optimiser:")) {
            Combo combo = Ui.ask(() -> Widgets.labelled(shell(), label, Combo.class));
            String chosen = Ui.ask(combo::getText);
            Ui.run(() -> form.showControl(combo));
            int top = Ui.ask(() -> form.getOrigin().y);
            robot.wheelUp(Workbench.onScreen(combo, 8, 8));
            Ui.await("the form to move", () -> form.getOrigin().y < top);
            robot.wheelDown(Workbench.onScreen(combo, 8, 8));
            assertEquals(chosen, Ui.ask(combo::getText), label);
        }
        assertFalse(Ui.ask(editor::isDirty));
    }

    @Test
    void savesWhatWasChanged() {
        ExperimentEditor editor = open();
        type("Seed:", "7");
        Ui.await("7 in the model", () -> settings(editor).getSeed() == 7);
        robot.key("ctrl+s");
        Ui.await("saved", () -> !editor.isDirty());
        assertEquals(7, onDisk().getSeed());
    }

    @Test
    void savesBeforeItCloses() {
        ExperimentEditor editor = open();
        type("Seed:", "7");
        Ui.await("7 in the model", () -> settings(editor).getSeed() == 7);
        Ui.start(() -> Workbench.page().closeEditor(editor, true));
        press("Save");
        Ui.await("the editor to close", () -> Workbench.page().getEditors().length == 0);
        assertEquals(7, onDisk().getSeed());
    }

    @Test
    void aSaveThatFailsIsToldAndLosesNothing() throws IOException {
        ExperimentEditor editor = open();
        type("Seed:", "7");
        Ui.await("7 in the model", () -> settings(editor).getSeed() == 7);
        Path file = project.getFile("trial.experiment").getLocation().toPath();
        Files.delete(file);
        Files.createDirectories(file.resolve("in-the-way"));
        Ui.run(() -> ErrorDialog.AUTOMATED_MODE = false);
        try {
            robot.key("ctrl+s");
            press("Keep mine");
            Ui.await("the reason", () -> tells("The experiment could not be saved"));
            Screenshots.save("experiment-not-saved");
            press("OK");
            Dialogs.awaitEnd();
        } finally {
            Ui.run(() -> ErrorDialog.AUTOMATED_MODE = true);
        }
        assertTrue(Ui.ask(editor::isDirty));
        assertEquals(7, Ui.ask(() -> settings(editor).getSeed()));
    }

    @Test
    void aQuestionWithoutAnAnswerLeavesBothVersions() {
        ExperimentEditor editor = open();
        type("Seed:", "7");
        Ui.await("7 in the model", () -> settings(editor).getSeed() == 7);
        Workbench.write(project, "trial.experiment",
                EXPERIMENT.replace("epochs=\"12\"", "epochs=\"3\"").getBytes(StandardCharsets.UTF_8));
        robot.key("ctrl+s");
        Ui.await("the question", () -> button("Keep mine") != null);
        robot.key("Escape");
        Dialogs.awaitEnd();
        assertTrue(Ui.ask(editor::isDirty));
        assertEquals(7, Ui.ask(() -> settings(editor).getSeed()));
        assertEquals(3, onDisk().getEpochs());
    }

    private TrainingSettings onDisk() {
        return new ExperimentFiles().load(project.getFile("trial.experiment").getLocation().toPath()).getTraining();
    }

    /** Whether a dialog in front says so, in words that may be copied or not. */
    private static boolean tells(String words) {
        return Controls.find(Label.class, label -> label.getText().contains(words)).isPresent()
                || Controls.find(Text.class, text -> text.getText().contains(words)).isPresent();
    }

    private static void press(String label) {
        Ui.await("the button " + label, () -> button(label) != null);
        Ui.start(() -> button(label).notifyListeners(SWT.Selection, new Event()));
    }

    @Test
    void takesOverWhatAnotherProgramWrote() {
        ExperimentEditor editor = open();
        Workbench.write(project, "trial.experiment",
                EXPERIMENT.replace("epochs=\"12\"", "epochs=\"3\"").getBytes(StandardCharsets.UTF_8));
        Ui.await("3 epochs", () -> settings(editor).getEpochs() == 3);
        assertEquals("3", Ui.ask(() -> field("Epochs:").getText()));
        assertFalse(Ui.ask(editor::isDirty));
    }

    @Test
    void asksBeforeItOverwritesWhatAnotherProgramWrote() {
        ExperimentEditor editor = open();
        type("Seed:", "7");
        Ui.await("7 in the model", () -> settings(editor).getSeed() == 7);
        Workbench.write(project, "trial.experiment",
                EXPERIMENT.replace("epochs=\"12\"", "epochs=\"3\"").getBytes(StandardCharsets.UTF_8));
        robot.key("ctrl+s");
        press("Load the other version");
        Ui.await("3 epochs", () -> settings(editor).getEpochs() == 3 && !editor.isDirty());
        assertEquals(42, Ui.ask(() -> settings(editor).getSeed()), "the default, which the file has");
    }

    @Test
    void aFileThatIsNoExperimentGetsAnExplanation() {
        IFile broken = Workbench.write(project, "broken.experiment", "<nonsense/>".getBytes(StandardCharsets.UTF_8));
        Workbench.open(broken, ExperimentEditor.class);
        Ui.await("the explanation", () -> Widgets.all(shell(), ScrolledForm.class).stream()
                .anyMatch(form -> "This file can't be opened as an experiment".equals(form.getMessage())));
        Screenshots.save("experiment-broken");
    }

    private ExperimentEditor open() {
        IFile file = Workbench.write(project, "trial.experiment", EXPERIMENT.getBytes(StandardCharsets.UTF_8));
        ExperimentEditor editor = Workbench.open(file, ExperimentEditor.class);
        Ui.await("the form", () -> editor.form().filter(form -> form.resolved() != null).isPresent());
        return editor;
    }

    private void type(String label, String text) {
        Ui.run(() -> field(label).setFocus());
        robot.key("ctrl+a");
        robot.type(text);
    }

    private static Text field(String label) {
        return Widgets.labelled(shell(), label, Text.class);
    }

    /** The button of a dialog, or null. */
    private static Button button(String label) {
        return Arrays.stream(Display.getCurrent().getShells()).filter(dialog -> dialog != shell())
                .flatMap(dialog -> Widgets.all(dialog, Button.class).stream())
                .filter(button -> button.getText().replace("&", "").equals(label)).findFirst().orElse(null);
    }

    /** Selects an entry of a list as a keystroke in it does. */
    private static void select(String label, String entry) {
        Ui.run(() -> {
            Combo combo = Widgets.labelled(shell(), label, Combo.class);
            combo.select(Arrays.asList(combo.getItems()).indexOf(entry));
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }

    private static TrainingSettings settings(ExperimentEditor editor) {
        return editor.document().orElseThrow().experiment().getTraining();
    }

    private static Shell shell() {
        return Workbench.page().getWorkbenchWindow().getShell();
    }
}
