// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.tests.wizard;

import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.network.template.NetworkTemplates;
import org.vesalius.product.wizard.NewNetworkWizard;
import org.vesalius.ui.tests.harness.Screenshots;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** What is chosen in a list of a wizard by Enter or by two clicks is chosen once. */
@WindowTest
class WizardChoicesTest {
    /** Where a choice that counted twice would lead. */
    private static final List<String> FOLLOWING = List.of("file", "report");

    private final Robot robot = new Robot();

    @ParameterizedTest
    @CsvSource({"org.eclipse.ui.newWizard, Network, template, true", "org.eclipse.ui.newWizard, Network, template, false",
        "org.eclipse.ui.file.import, Network from another tool, source, true",
        "org.eclipse.ui.file.import, Network from another tool, source, false",
        "org.eclipse.ui.file.export, 'Network for another tool, or as an image', target, true",
        "org.eclipse.ui.file.export, 'Network for another tool, or as an image', target, false"})
    void aKindOfFileIsChosenOnce(String command, String kind, String page, boolean byKey) {
        Workbench.emptyProject("choices");
        Ui.start(() -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        choose(kind, byKey);
        Ui.await("the next page", () -> page().filter(page::equals).isPresent() || page().filter(FOLLOWING::contains).isPresent());
        assertEquals(page, Ui.ask(() -> page().orElseThrow()));
    }

    /** In our own lists, too: on to the name of the file, and no further. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTemplateIsChosenOnce(boolean byKey) {
        IProject project = Workbench.emptyProject("choices");
        Ui.start(() -> {
            NewNetworkWizard wizard = new NewNetworkWizard();
            wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
            new WizardDialog(Workbench.page().getWorkbenchWindow().getShell(), wizard).open();
        });
        choose(new NetworkTemplates().create(NetworkTemplates.REFERENCE_CNN).getName(), byKey);
        Ui.await("the next page", () -> page().filter("file"::equals).isPresent());
        Ui.await("the one open project as the folder",
                () -> Controls.find(Text.class, text -> text.getText().equals(project.getName())).isPresent());
        Screenshots.save("wizard-chosen");
        assertEquals("file", Ui.ask(() -> page().orElseThrow()));
    }

    private void choose(String kind, boolean byKey) {
        Ui.await("the choice", () -> item(kind).isPresent());
        Point place = Ui.steady("the choice", () -> item(kind).map(WizardChoicesTest::place).orElse(null));
        if (byKey) {
            robot.click(place);
            robot.key("Return");
        } else {
            robot.doubleClick(place);
        }
    }

    private static Optional<String> page() {
        return Arrays.stream(Display.getCurrent().getShells()).map(Shell::getData)
                .filter(WizardDialog.class::isInstance).map(WizardDialog.class::cast)
                .map(dialog -> dialog.getCurrentPage().getName()).findFirst();
    }

    private static Optional<TreeItem> item(String text) {
        return Controls.visible(Tree.class).flatMap(tree -> Arrays.stream(tree.getItems()))
                .flatMap(WizardChoicesTest::all).filter(item -> item.getText().equals(text)).findFirst();
    }

    private static Stream<TreeItem> all(TreeItem item) {
        item.setExpanded(true);
        return Stream.concat(Stream.of(item), Arrays.stream(item.getItems()).flatMap(WizardChoicesTest::all));
    }

    private static Point place(TreeItem item) {
        Rectangle bounds = item.getBounds();
        return item.getParent().toDisplay(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
    }
}
