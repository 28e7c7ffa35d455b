// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;

import org.eclipse.core.resources.IProject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.gef.tools.CreationTool;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Dense;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** A user draws a network: every act by mouse or keys, and every act can be undone. */
@WindowTest
class DesignerTest {
    private IProject project;
    private Designer designer;

    @BeforeEach
    void openChain() {
        project = Workbench.emptyProject("designer");
        Ui.run(() -> Workbench.page().showView(IPageLayout.ID_PROP_SHEET));
        designer = Designer.open(project, "chain.network", chain());
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    /** Input, two Dense layers and an Output, well apart from each other. */
    private static Network chain() {
        NetworkFactory factory = NetworkFactory.eINSTANCE;
        Network network = new NetworkBuilder("chain")
                .add("numbers", factory.createInput(), input -> input.setShape(Shape.vector(30)))
                .add("first", factory.createDense()).add("second", factory.createDense(), second())
                .add("finding", factory.createOutput()).build();
        int y = 16;
        for (Layer layer : network.getLayers()) {
            layer.setX(48);
            layer.setY(y);
            y += 112;
        }
        return network;
    }

    private static Consumer<Dense> second() {
        return dense -> {
            dense.setUnits(1);
            dense.setActivation(ActivationFunction.SIGMOID);
        };
    }

    private int layers() {
        return Ui.ask(() -> designer.editor().network().getLayers().size());
    }

    private void undo() {
        designer.robot().key("ctrl+z");
    }

    @Test
    void layerIsDraggedFromThePalette() {
        designer.robot().drag(designer.inPalette(NetworkPackage.Literals.DROPOUT), designer.drawing(360, 120));
        Ui.await("a fifth layer", () -> layers() == 5);
        Layer added = designer.layer("dropout1");
        assertNotNull(added);
        assertTrue(Math.abs(added.getX() + 92 - 360) < 24 && Math.abs(added.getY() + 28 - 120) < 24,
                "it lies where it was dropped: " + added.getX() + ", " + added.getY());
        undo();
        Ui.await("four layers again", () -> layers() == 4);
    }

    @Test
    void layerIsTakenFromThePaletteAndPlacedByAClick() {
        designer.robot().click(designer.inPalette(NetworkPackage.Literals.DROPOUT));
        designer.awaitTool(CreationTool.class);
        designer.robot().click(designer.drawing(360, 200));
        Ui.await("a fifth layer", () -> layers() == 5);
        assertNotNull(designer.layer("dropout1"));
    }

    /** What a busy window gets to see: the movement comes late, with the button that followed it in its state. */
    @Test
    void clickRightBehindAMovementIsNotLost() {
        designer.robot().click(designer.inPalette(NetworkPackage.Literals.DROPOUT));
        designer.awaitTool(CreationTool.class);
        designer.hear(360, 200, SWT.MouseMove, SWT.MouseDown, SWT.MouseUp);
        Ui.await("a fifth layer", () -> layers() == 5);
    }

    /** What a busy window gets to see: that the mouse rests, between the press and the movements that followed it. */
    @Test
    void dragIsNotLostWhenTheMouseIsSaidToRest() {
        Point corner = designer.canvas(0, 0);
        Point from = designer.middle("first");
        int x = from.x - corner.x;
        int y = from.y - corner.y;
        designer.hear(x, y, SWT.MouseMove, SWT.MouseDown);
        designer.hear(x + 50, y, SWT.MouseHover);
        designer.hear(x + 200, y, SWT.MouseMove, SWT.MouseUp);
        Ui.await("the move", () -> designer.layer("first").getX() > 48 + 180);
        undo();
        Ui.await("the way back", () -> designer.layer("first").getX() == 48);
    }

    @Test
    void layerDroppedOnAConnectionJoinsTheChain() {
        Point middle = designer.middle(designer.connection("first", "second"));
        designer.robot().drag(designer.inPalette(NetworkPackage.Literals.DROPOUT), middle);
        Ui.await("a fifth layer", () -> layers() == 5);
        assertNotNull(designer.connection("first", "dropout1"));
        assertNotNull(designer.connection("dropout1", "second"));
        assertNull(designer.connection("first", "second"));
        designer.robot().key("ctrl+z");
        Ui.await("the chain as it was", () -> designer.connection("first", "second") != null && layers() == 4);
    }

    @Test
    void connectionIsDrawnFromAPort() {
        designer.robot().drag(designer.port("numbers"), designer.middle("second"));
        Ui.await("the connection", () -> designer.connection("numbers", "second") != null);
        assertEquals(1, designer.connection("numbers", "second").getTargetInput(), "it is the second input");
        undo();
        Ui.await("no such connection", () -> designer.connection("numbers", "second") == null);
    }

    @Test
    void cycleCanNotBeDrawn() {
        designer.robot().drag(designer.port("second"), designer.middle("first"));
        designer.select("first");
        assertNull(designer.connection("second", "first"));
        assertFalse(Ui.ask(designer.editor()::isDirty));
    }

    @Test
    void layerIsMovedByMouseAndKeysAndBackByUndo() {
        Point from = designer.middle("first");
        designer.robot().drag(from, new Point(from.x + 200, from.y + 8));
        Ui.await("the move", () -> designer.layer("first").getX() > 48 + 180);
        int dragged = designer.layer("first").getX();
        designer.robot().key("ctrl+Right");
        Ui.await("the step", () -> designer.layer("first").getX() == dragged + 8);
        undo();
        Ui.await("the step back", () -> designer.layer("first").getX() == dragged);
        undo();
        Ui.await("the way back", () -> designer.layer("first").getX() == 48);
        assertFalse(Ui.ask(designer.editor()::isDirty), "back where it was saved");
        designer.robot().key("ctrl+y");
        Ui.await("the move again", () -> designer.layer("first").getX() == dragged);
    }

    @Test
    void deletionHealsTheChain() {
        designer.select("first");
        designer.robot().key("Delete");
        Ui.await("three layers", () -> layers() == 3);
        assertNotNull(designer.connection("numbers", "second"), "its neighbours are connected");
        undo();
        Ui.await("four layers", () -> layers() == 4);
        assertNotNull(designer.connection("numbers", "first"));
        assertNotNull(designer.connection("first", "second"));
        assertNull(designer.connection("numbers", "second"));
    }

    @Test
    void layerIsRenamedOnTheCanvas() {
        designer.select("first");
        designer.robot().key("F2");
        Ui.await("the text field", () -> designer.editor().viewer().getControl().getDisplay()
                .getFocusControl() instanceof Text);
        designer.robot().key("ctrl+a");
        designer.robot().type("hidden");
        designer.robot().key("Return");
        Ui.await("the new name", () -> designer.layer("hidden") != null);
        Ui.run(() -> designer.editor().setFocus());
        undo();
        Ui.await("the name before", () -> designer.layer("first") != null);
    }

    @Test
    void layersAreArrangedAsOneUndoableAct() {
        Point from = designer.middle("first");
        designer.robot().drag(from, new Point(from.x + 150, from.y + 150));
        Ui.await("the move", () -> designer.layer("first").getX() != 48);
        int moved = designer.layer("first").getX();
        designer.robot().key("ctrl+l");
        Ui.await("one column", () -> designer.editor().network().getLayers().stream().mapToInt(Layer::getX).distinct()
                .count() == 1);
        assertTrue(designer.layer("first").getY() < designer.layer("second").getY());
        Screenshots.save("designer-arranged");
        undo();
        Ui.await("the place before", () -> designer.layer("first").getX() == moved);
    }

    @Test
    void savedNetworkIsTheSameWhenOpenedAgain() {
        designer.select("second");
        designer.robot().key("ctrl+Right", "ctrl+Right");
        Ui.await("two steps", () -> designer.layer("second").getX() == 64);
        designer.robot().key("ctrl+s");
        Ui.await("the editor to be clean", () -> !designer.editor().isDirty());
        Network shown = Ui.ask(() -> EcoreUtil.copy(designer.editor().network()));
        Workbench.closeEditors();
        designer = Designer.open(project.getFile("chain.network"));
        NetworkFiles files = new NetworkFiles(StandardLayers.catalog());
        assertEquals(new String(files.toBytes(shown)),
                Ui.ask(() -> new String(files.toBytes(designer.editor().network()))));
    }
}
