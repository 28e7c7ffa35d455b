// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.diff.NetworkDiff;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.catalog.LayerTypes;
import org.vesalius.network.ui.compare.NetworkComparison;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** Two networks are compared layer by layer, and changes are taken over and back. */
@WindowTest
class CompareTest {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    private final NetworkFiles files = new NetworkFiles(StandardLayers.catalog());
    private IFile left;
    private IFile right;

    @BeforeEach
    void compare() {
        IProject project = Workbench.emptyProject("compare");
        left = Workbench.write(project, "left.network", files.toBytes(network(false)));
        right = Workbench.write(project, "right.network", files.toBytes(network(true)));
        Ui.start(
                () -> new NetworkComparison(LayerTypes.of(PlatformUI.getWorkbench()), left, right, right.getName()).open(Workbench.page()));
        Ui.await("the differences", () -> table() != null && table().getItemCount() > 0);
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    /** The right has more filters, and a Dropout in the chain. */
    private static Network network(boolean changed) {
        NetworkBuilder builder = new NetworkBuilder("net")
                .add("image", MAKE.createInput(), input -> input.setShape(Shape.image(16, 16, 1)))
                .add("conv", MAKE.createConvolution2D(), conv -> conv.setFilters(changed ? 64 : 32))
                .add("flat", MAKE.createFlatten());
        if (changed) {
            builder.add("drop", MAKE.createDropout());
        }
        return builder.add("fc", MAKE.createDense()).add("finding", MAKE.createOutput()).build();
    }

    private static Table table() {
        return Controls.find(Table.class, table -> table.getColumnCount() == 4
                && table.getColumn(0).getText().equals("Difference")).orElse(null);
    }

    private static List<String> kinds() {
        return Ui.ask(() -> Arrays.stream(table().getItems()).map(item -> item.getText(0)).toList());
    }

    private static void take(String kind) {
        Ui.run(() -> {
            TableItem item = Arrays.stream(table().getItems()).filter(line -> line.getText(0).equals(kind)).findFirst()
                    .orElseThrow();
            table().setSelection(item);
            table().notifyListeners(SWT.Selection, new Event());
        });
        Controls.press("Take from Right");
    }

    @Test
    void differencesAreListedWithBothValues() {
        Screenshots.save("compare");
        assertFalse(Ui.ask(() -> Controls.visible(ToolBar.class).flatMap(bar -> Arrays.stream(bar.getItems()))
                .anyMatch(item -> item.getToolTipText() != null && item.getToolTipText().contains("Whitespace"))),
                "no buttons for texts");
        assertEquals(List.of("Only on the right", "Changed", "Connected otherwise"), kinds());
        TableItem filters = Ui.ask(() -> table().getItem(1));
        assertEquals("Convolution 2D 'conv': Filters", Ui.ask(() -> filters.getText(1)));
        assertEquals("32", Ui.ask(() -> filters.getText(2)));
        assertEquals("64", Ui.ask(() -> filters.getText(3)));
    }

    @Test
    void changesAreTakenOverAndBack() throws Exception {
        take("Changed");
        Ui.await("one difference less", () -> kinds().equals(List.of("Only on the right", "Connected otherwise")));
        Controls.press("Undo");
        Ui.await("the difference again", () -> kinds().size() == 3);
        take("Only on the right");
        Ui.await("the layer", () -> !kinds().contains("Only on the right"));
        while (!kinds().isEmpty()) {
            int before = kinds().size();
            take(kinds().get(0));
            Ui.await("one difference less", () -> kinds().size() < before);
        }
        assertTrue(Ui.ask(() -> Workbench.page().getActiveEditor().isDirty()));
        Ui.run(() -> Workbench.page().saveEditor(Workbench.page().getActiveEditor(), false));
        assertTrue(NetworkDiff.between(files.load(left.getLocation().toPath()),
                files.load(right.getLocation().toPath())).isEmpty(), "the file is like the other");
    }
}
