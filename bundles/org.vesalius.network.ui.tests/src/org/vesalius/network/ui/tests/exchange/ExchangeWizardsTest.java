// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.IWizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.editor.NetworkEditor;
import org.vesalius.network.ui.exchange.ExportNetworkWizard;
import org.vesalius.network.ui.exchange.ImportNetworkWizard;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Dialogs;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** Networks leave for other tools and come from them, with a report on every layer before anything is written. */
@WindowTest
class ExchangeWizardsTest {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    @TempDir
    Path folder;
    private IProject project;
    private IFile file;

    @BeforeEach
    void writeNetwork() {
        project = Workbench.emptyProject("exchange");
        Network network = new NetworkBuilder("decide")
                .add("image", MAKE.createInput(), input -> input.setShape(Shape.image(8, 8, 1)))
                .add("conv", MAKE.createConvolution2D(), conv -> conv.setFilters(4))
                .add("flat", MAKE.createFlatten()).add("fc", MAKE.createDense(), dense -> dense.setUnits(3))
                .add("finding", MAKE.createOutput()).build();
        file = Workbench.write(project, "decide.network", new NetworkFiles(StandardLayers.catalog()).toBytes(network));
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    private static void open(IWorkbenchWizard wizard, Object selected) {
        Ui.start(() -> {
            IStructuredSelection selection = new StructuredSelection(selected);
            wizard.init(PlatformUI.getWorkbench(), selection);
            new WizardDialog(Workbench.page().getWorkbenchWindow().getShell(), (IWizard) wizard).open();
        });
        Ui.await("the wizard", () -> Controls.find(Button.class, button -> button.getText().equals("&Next >")).isPresent());
    }

    private static boolean canFinish() {
        return Controls.find(Button.class, button -> button.getText().equals("&Finish") && button.isEnabled()).isPresent();
    }

    /** Returns the text behind a label; for the UI thread. */
    private static Text field(String label) {
        Label found = Controls.find(Label.class, candidate -> candidate.getText().equals(label)).orElseThrow();
        java.util.List<?> row = Arrays.asList(found.getParent().getChildren());
        return (Text) row.get(row.indexOf(found) + 1);
    }

    private static void chooseFormat(Predicate<String> wanted) {
        Ui.run(() -> {
            List list = Controls.find(List.class, formats -> true).orElseThrow();
            int index = Arrays.asList(list.getItems()).indexOf(
                    Arrays.stream(list.getItems()).filter(wanted).findFirst().orElseThrow());
            list.select(index);
            list.notifyListeners(SWT.Selection, new Event());
        });
    }

    private Path export(Predicate<String> format, String name) {
        open(new ExportNetworkWizard(), file);
        chooseFormat(format);
        Path target = folder.resolve(name);
        Ui.run(() -> field("&To:").setText(target.toString()));
        Controls.press("&Next >");
        Ui.await("the report", ExchangeWizardsTest::canFinish);
        assertTrue(Files.notExists(target), "nothing is written before the report was seen");
        Screenshots.save("wizard-export-" + name);
        Controls.press("&Finish");
        Dialogs.awaitEnd();
        assertTrue(Files.exists(target), "the file is there when the wizard has closed");
        return target;
    }

    @Test
    void pictureIsWritten() throws Exception {
        String svg = Files.readString(export(label -> label.contains("SVG"), "decide.svg"));
        assertTrue(svg.contains("<svg") && svg.contains("conv"), "it shows the layers");
    }

    @Test
    void networkGoesToOnnxAndComesBack() {
        Path onnx = export(label -> label.contains("ONNX"), "decided.onnx");
        open(new ImportNetworkWizard(), project);
        Ui.run(() -> field("&Model:").setText(onnx.toString()));
        assertEquals("decided.network", Ui.ask(() -> field("File &name:").getText()));
        Controls.press("&Next >");
        Ui.await("the report", ExchangeWizardsTest::canFinish);
        assertTrue(Ui.ask(() -> Controls.find(Table.class, table -> table.getColumnCount() == 4
                && table.getItemCount() > 0).isPresent()), "each layer is listed");
        Screenshots.save("wizard-import");
        Controls.press("&Finish");
        Ui.await("the imported network", () -> Workbench.page().getActiveEditor() instanceof NetworkEditor editor
                && editor.network() != null && editor.network().getLayers().size() >= 4);
        Dialogs.awaitEnd();
        assertTrue(project.getFile("decided.network").exists());
    }

    /** The name that was typed stays when another model is chosen, and gets the ending of networks. */
    @Test
    void theNameOfTheFileIsTheUsers() {
        Path onnx = export(label -> label.contains("ONNX"), "named.onnx");
        open(new ImportNetworkWizard(), project);
        Ui.run(() -> {
            field("File &name:").setText("mine");
            field("&Model:").setText(onnx.toString());
        });
        assertEquals("mine", Ui.ask(() -> field("File &name:").getText()));
        Screenshots.save("wizard-import-name");
        Controls.press("&Next >");
        Ui.await("the report", ExchangeWizardsTest::canFinish);
        Controls.press("&Finish");
        Dialogs.awaitEnd();
        assertTrue(project.getFile("mine.network").exists());
    }

    @Test
    void fileThatIsNoModelIsExplained() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.onnx"), "this is no model");
        open(new ImportNetworkWizard(), project);
        Ui.run(() -> field("&Model:").setText(broken.toString()));
        Controls.press("&Next >");
        Ui.await("the reason", () -> Controls.find(Text.class, text -> text.getText().contains("broken")
                || text.getText().contains("ONNX") || text.getText().contains("model")).isPresent());
        Ui.await("that nothing can be written", () -> !canFinish());
        Screenshots.save("wizard-import-broken");
    }
}
