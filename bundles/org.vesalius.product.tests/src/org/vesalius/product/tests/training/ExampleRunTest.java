// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.tests.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.ui.editor.ExperimentEditor;
import org.vesalius.experiment.ui.training.TrainingFrame;
import org.vesalius.experiment.ui.training.TrainingView;
import org.vesalius.ui.tests.harness.Dialogs;
import org.vesalius.ui.tests.harness.Limit;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;
import org.vesalius.ui.chart.ChartCanvas;
import org.vesalius.ui.tests.harness.Widgets;

/**
 * The first ten minutes of a newcomer: the example project from the wizard, two epochs on the real engine, two charts.
 */
@Limit(30)
@WindowTest
class ExampleRunTest {

    private static final String PROJECT = "chest-phantom";
    private static final String TRAIN_PERSPECTIVE = "org.vesalius.product.train";
    private static final Duration TRAINING = Duration.ofMinutes(12);
    private static final int EVERY = 5;

    private final Robot robot = new Robot();

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    @Test
    void trainsTheExampleFromTheWizardOnTheRealEngine() throws Exception {
        IProject project = createProjectByKeys();
        useEveryFifthSample(project);
        ExperimentEditor editor = open(project.getFile("chest-phantom.experiment"));
        typeEpochs(editor, "2");
        robot.key("ctrl+F11");

        Ui.await("points of both epochs", TRAINING, () -> epochs() == 2);
        Ui.await("all charts painted", () -> charts().stream().allMatch(ExampleRunTest::paintedWithPoints));
        assertEquals(3, charts().size());
        Ui.await("the end", TRAINING, () -> !frame().snapshot().state().live());
        assertEquals(RunState.FINISHED, Ui.ask(() -> frame().snapshot().state()));
        Ui.await("the metrics", () -> Widgets.says(shell(), "Validation, "));
        Ui.await("charts that leave room for the metrics", () -> charts().stream()
                .allMatch(chart -> chart.painted().image().getHeight() == chart.getSize().y));
        Screenshots.save("example-trained");
    }

    private IProject createProjectByKeys() {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT);
        Workbench.delete(project);
        Ui.run(() -> shell().forceActive());
        robot.key("ctrl+n");
        Ui.await("the list of wizards, ready for its filter", () -> dialog() != null && button("Next") != null
                && Display.getCurrent().getFocusControl() instanceof Text);
        robot.type("Vesalius Project");
        Ui.await("the wizard in the list", () -> button("Next").isEnabled());
        robot.key("Return");
        Ui.await("the proposed name", () -> Widgets.all(dialog(), Text.class).stream()
                .anyMatch(text -> text.getText().equals(PROJECT)) && button("Finish").isEnabled());
        Screenshots.save("new-project");
        robot.key("Return");
        Ui.await("the project", TRAINING, () -> project.isOpen() && dialog() == null
                && Workbench.page().getActiveEditor() != null);
        Dialogs.awaitEnd();
        Screenshots.save("example-network");
        return project;
    }

    /** Two epochs of a fifth of the example tell as much and take a fifth of the time. */
    private static void useEveryFifthSample(IProject project) throws Exception {
        Path samples = project.getFile("data/samples.csv").getLocation().toPath();
        List<String> lines = Files.readAllLines(samples, StandardCharsets.UTF_8);
        List<String> kept = new ArrayList<>(lines.subList(0, 1));
        IntStream.range(1, lines.size()).filter(i -> i % EVERY == 0).mapToObj(lines::get).forEach(kept::add);
        Files.write(samples, kept, StandardCharsets.UTF_8);
    }

    private static ExperimentEditor open(IFile file) {
        Ui.run(() -> PlatformUI.getWorkbench().showPerspective(TRAIN_PERSPECTIVE,
                PlatformUI.getWorkbench().getWorkbenchWindows()[0]));
        ExperimentEditor editor = Workbench.open(file, ExperimentEditor.class);
        Ui.await("the form", () -> editor.form().filter(form -> form.resolved() != null).isPresent());
        return editor;
    }

    private void typeEpochs(ExperimentEditor editor, String epochs) {
        Ui.run(() -> Widgets.labelled(shell(), "Epochs:", Text.class).setFocus());
        robot.key("ctrl+a");
        robot.type(epochs);
        Ui.await("the number in the model", () -> editor.document().orElseThrow().experiment().getTraining()
                .getEpochs() == Integer.parseInt(epochs));
        assertTrue(Ui.ask(editor::isDirty));
        Screenshots.save("example-experiment");
    }

    private static int epochs() {
        TrainingView view = (TrainingView) Workbench.page().findView(TrainingView.ID);
        return view == null ? 0 : view.shown().map(frame -> frame.charts().get(0).series().get(1).points().size()).orElse(0);
    }

    private static TrainingFrame frame() {
        return ((TrainingView) Workbench.page().findView(TrainingView.ID)).shown().orElseThrow();
    }

    private static List<ChartCanvas> charts() {
        return Ui.ask(() -> Widgets.all(shell(), ChartCanvas.class));
    }

    private static boolean paintedWithPoints(ChartCanvas chart) {
        return chart.painted() != null && chart.painted().content().hasPoints();
    }

    private static Shell shell() {
        return Workbench.page().getWorkbenchWindow().getShell();
    }

    /** The dialog in front, or null. */
    private static Shell dialog() {
        Shell active = Display.getCurrent().getActiveShell();
        return active == null || active == shell() ? null : active;
    }

    /** The button of the dialog whose label begins like this, or null. */
    private static Button button(String label) {
        return Widgets.all(dialog(), Button.class).stream()
                .filter(button -> button.getText().replace("&", "").startsWith(label)).findFirst().orElse(null);
    }
}
