// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.resources.IProject;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.editparts.ZoomManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage.Literals;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.analysis.NetworkTotals;
import org.vesalius.network.ui.figure.CardFigure;
import org.vesalius.network.ui.figure.LayerFigure;
import org.vesalius.network.ui.part.LayerPart;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** What a canvas does by itself: it shows a network as large as fits, keeps layers apart, and loses nothing typed. */
@WindowTest
class CanvasTest {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;
    private static final int ROW = 100;

    private IProject project;
    private Designer designer;

    @BeforeEach
    void openNetwork() {
        project = Workbench.emptyProject("canvas");
        designer = Designer.open(project, "chain.network", chain(6));
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    private static Network chain(int dense) {
        NetworkBuilder builder = new NetworkBuilder("chain").add("numbers", MAKE.createInput(),
                input -> input.setShape(Shape.vector(8)));
        for (int i = 1; i <= dense; i++) {
            builder.add("d" + i, MAKE.createDense());
        }
        Network network = builder.add("finding", MAKE.createOutput()).build();
        int y = 40;
        for (Layer layer : network.getLayers()) {
            layer.setX(2000);
            layer.setY(y);
            y += ROW;
        }
        return network;
    }

    private double zoom() {
        return Ui.ask(() -> ((ZoomManager) designer.editor().getAdapter(ZoomManager.class)).getZoom());
    }

    private Rectangle view() {
        return Ui.ask(() -> ((ZoomManager) designer.editor().getAdapter(ZoomManager.class)).getViewport().getBounds()
                .getCopy());
    }

    /** Returns where a card stands on the control of the canvas. */
    private Rectangle seen(String name) {
        return Ui.ask(() -> {
            CardFigure card = ((LayerPart) designer.editor().viewer().getEditPartRegistry().get(designer.layer(name))).card();
            Rectangle place = card.card();
            card.translateToAbsolute(place);
            return place;
        });
    }

    @Test
    void networkOpensInTheMiddleAsLargeAsFits() {
        Rectangle all = seen("numbers").union(seen("finding"));
        Rectangle view = view();
        assertTrue(view.contains(all), all + " in " + view);
        assertTrue(Math.abs(all.getCenter().x - view.getCenter().x) <= 4, all + " in the middle of " + view);
        assertTrue(Math.abs(all.getCenter().y - view.getCenter().y) <= 12, all + " in the middle of " + view);
        assertTrue(all.height > view.height * 3 / 4, all + " fills " + view);
        Screenshots.save("canvas-opened");
    }

    @Test
    void namesCanBeReadAt30Percent() {
        Workbench.closeEditors();
        designer = Designer.open(project, "long.network", chain(15));
        assertTrue(zoom() >= 0.3, "zoom " + zoom());
        Screenshots.save("canvas-overview");
    }

    @Test
    void whatIsDroppedOrPastedCoversNoLayer() {
        designer.robot().drag(designer.inPalette(Literals.DROPOUT), designer.middle("d3"));
        Ui.await("a new layer", () -> designer.editor().network().getLayers().size() == 9);
        assertApart();
        designer.select("d2");
        designer.robot().key("ctrl+c", "ctrl+v", "ctrl+v");
        Ui.await("two more", () -> designer.editor().network().getLayers().size() == 11);
        assertApart();
        Screenshots.save("canvas-apart");
    }

    private void assertApart() {
        List<Layer> layers = Ui.ask(() -> List.copyOf(designer.editor().network().getLayers()));
        for (Layer one : layers) {
            for (Layer other : layers) {
                boolean covered = Math.abs(one.getX() - other.getX()) < LayerFigure.WIDTH
                        && Math.abs(one.getY() - other.getY()) < LayerFigure.CARD_HEIGHT;
                assertFalse(one != other && covered, one.getName() + " covers " + other.getName());
            }
        }
    }

    @Test
    void rightClickOnEmptyCanvasSelectsNothing() {
        designer.select("d2");
        designer.robot().rightClick(designer.canvas(30, 30));
        designer.robot().key("Escape");
        Ui.await("nothing to be selected", () -> designer.editor().selectedLayers().isEmpty());
    }

    @Test
    void groupingKeepsTheCountAndClosesTheGap() {
        Network network = designer.editor().network();
        designer.select("d2");
        designer.robot().key("shift+Down", "shift+Down", "ctrl+g");
        Ui.await("a block", () -> network.getLayers().stream().anyMatch(Block.class::isInstance));
        assertEquals(8, Ui.ask(() -> NetworkTotals.layers(network)), "as many layers as before");
        Layer block = Ui.ask(() -> network.getLayers().stream().filter(Block.class::isInstance).findFirst().orElseThrow());
        assertEquals(ROW, designer.layer("d5").getY() - block.getY(), "the next layer follows the block");
        designer.robot().key("ctrl+shift+g");
        Ui.await("the layers again", () -> network.getLayers().stream().noneMatch(Block.class::isInstance));
        assertApart();
        designer.robot().key("ctrl+z", "ctrl+z");
        Ui.await("the network as it was", () -> !designer.editor().isDirty());
    }

    @Test
    void noKeyOfANameIsLost() {
        designer.select("d2");
        designer.robot().type("maximum");
        Ui.await("the whole name", () -> "maximum".equals(designer.asked()));
        designer.robot().key("BackSpace", "BackSpace");
        Ui.await("a shorter name", () -> "maxim".equals(designer.asked()));
        designer.robot().key("Return");
        Ui.await("the layer", () -> designer.layer("maximum1") != null && designer.asked() == null);
    }
}
