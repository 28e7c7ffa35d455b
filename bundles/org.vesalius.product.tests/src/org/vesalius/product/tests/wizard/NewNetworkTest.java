// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.tests.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Dense;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.Output;
import org.vesalius.network.template.NetworkTemplates;
import org.vesalius.network.ui.editor.NetworkEditor;
import org.vesalius.product.wizard.NewNetworkWizard;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Dialogs;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** A new network is chosen by its picture, fitted to the task, and opens as a whole. */
@WindowTest
class NewNetworkTest {
    private static final String TITLE = new NetworkTemplates().create(NetworkTemplates.REFERENCE_CNN).getName();

    private IProject project;

    @BeforeEach
    void openWizard() {
        project = Workbench.emptyProject("wizard");
        openWizard(project);
    }

    private static void openWizard(IResource selected) {
        Ui.run(() -> Workbench.page().showView(IPageLayout.ID_PROJECT_EXPLORER));
        Ui.start(() -> {
            NewNetworkWizard wizard = new NewNetworkWizard();
            wizard.init(PlatformUI.getWorkbench(), new StructuredSelection(selected));
            new WizardDialog(Workbench.page().getWorkbenchWindow().getShell(), wizard).open();
        });
        Ui.await("the template", () -> item(TITLE) != null);
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    private static TreeItem item(String title) {
        return Controls.visible(Tree.class).flatMap(tree -> Arrays.stream(tree.getItems()))
                .flatMap(kind -> Stream.of(kind.getItems())).filter(item -> item.getText().equals(title)).findFirst()
                .orElse(null);
    }

    private static void choose(String title) {
        Ui.run(() -> {
            TreeItem item = item(title);
            item.getParent().setSelection(item);
            item.getParent().notifyListeners(SWT.Selection, new Event());
        });
    }

    private static boolean says(Predicate<String> text) {
        return Controls.find(Label.class, label -> text.test(label.getText())).isPresent()
                || Controls.find(Text.class, field -> text.test(field.getText())).isPresent();
    }

    private static boolean canGoOn() {
        return Controls.find(Button.class, button -> button.getText().equals("&Next >") && button.isEnabled()).isPresent();
    }

    private static Text inputSize() {
        return Controls.find(Text.class, text -> text.getToolTipText() != null
                && text.getToolTipText().startsWith("Shape of one sample")).orElseThrow();
    }

    private static Spinner classes() {
        return Controls.find(Spinner.class, spinner -> spinner.getToolTipText() != null
                && spinner.getToolTipText().startsWith("How many classes")).orElseThrow();
    }

    private NetworkEditor finish() {
        Controls.press("&Next >");
        Controls.press("&Finish");
        Ui.await("the editor", () -> Workbench.page().getActiveEditor() instanceof NetworkEditor editor
                && editor.network() != null);
        Dialogs.awaitEnd();
        return Ui.ask(() -> (NetworkEditor) Workbench.page().getActiveEditor());
    }

    /** As after an import, which shows the file that it made; the drawing has the keyboard then. */
    @Test
    void liesBesideTheDataSetThatIsSelected() throws CoreException {
        Controls.press("Cancel");
        Dialogs.awaitEnd();
        project.getFolder("data").create(true, true, null);
        openWizard(Workbench.write(project, "data/dataset.json", "{}".getBytes(StandardCharsets.UTF_8)));
        choose(TITLE);
        Ui.await("the template to be read", NewNetworkTest::canGoOn);
        NetworkEditor editor = finish();
        assertEquals(project, Ui.ask(() -> editor.getEditorInput().getAdapter(IFile.class).getParent()));
        Ui.await("the editor to be active", () -> Workbench.page().getActivePart() == editor);
    }

    @Test
    void templateIsShownAndOpensAsAWhole() {
        choose(TITLE);
        Ui.await("the facts", () -> says(text -> text.contains("7,392,449 parameters")) && canGoOn());
        Screenshots.save("wizard-network");
        NetworkEditor editor = finish();
        assertEquals("reference-cnn.network", Ui.ask(() -> editor.getEditorInput().getName()));
        Ui.await("the whole network", () -> editor.getAdapter(ZoomManager.class) instanceof ZoomManager zoom
                && zoom.getZoom() < 1);
        Screenshots.save("wizard-opened");
    }

    /** He et al., arXiv:1512.03385, as Keras counts it. */
    @Test
    void largeTemplateShowsItsSizeAndPicture() {
        String title = new NetworkTemplates().create("resnet-50").getName();
        Ui.await("the template", () -> item(title) != null);
        choose(title);
        Ui.await("the facts", () -> says(text -> text.contains("25,636,712 parameters")) && canGoOn());
        Screenshots.save("wizard-large");
        NetworkEditor editor = finish();
        Ui.await("the whole network", () -> editor.getAdapter(ZoomManager.class) instanceof ZoomManager zoom
                && zoom.getZoom() < 1);
        Screenshots.save("wizard-large-opened");
    }

    @Test
    void sizesAreFittedToTheTask() {
        choose(TITLE);
        Ui.await("the facts", () -> says(text -> text.contains("7,392,449 parameters")) && canGoOn());
        Ui.run(() -> {
            inputSize().setText("64×64×1");
            classes().setSelection(5);
        });
        Ui.await("the draft", () -> says(text -> text.contains("reference-cnn") && !text.contains("7,392,449")) && canGoOn());
        Network network = finish().network();
        Layer last = network.getLayers().stream().filter(Output.class::isInstance).findFirst().orElseThrow();
        assertEquals(Loss.CATEGORICAL_CROSS_ENTROPY, ((Output) last).getLoss());
        assertEquals(5, ((Dense) last.getIncoming().get(0).getSource()).getUnits());
    }

    @Test
    void sizesThatDoNotWorkAreExplained() {
        choose(TITLE);
        Ui.await("the facts", () -> says(text -> text.contains("7,392,449 parameters")) && canGoOn());
        Ui.run(() -> inputSize().setText("2×2×1"));
        Ui.await("the reason", () -> says(text -> text.contains("With these sizes it can't be trained"))
                && !canGoOn());
        Ui.run(() -> inputSize().setText("two"));
        Ui.await("the fault", () -> says(text -> text.contains("is not a shape")) && !canGoOn());
    }
}
