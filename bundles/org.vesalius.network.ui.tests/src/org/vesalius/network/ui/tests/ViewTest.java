// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.eclipse.core.resources.IProject;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.SWTGraphics;
import org.eclipse.draw2d.Viewport;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.editparts.LayerManager;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.network.template.NetworkTemplates;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** The view of the canvas: zoom, panning, guides, and the same picture after saving and opening again. */
@WindowTest
class ViewTest {
    private IProject project;
    private Designer designer;

    @BeforeEach
    void openNetwork() {
        project = Workbench.emptyProject("view");
        designer = Designer.open(project, "cnn.network",
                new NetworkTemplates().create(NetworkTemplates.REFERENCE_CNN));
        Ui.run(() -> designer.editor().setFocus());
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    private ZoomManager zoom() {
        return (ZoomManager) designer.editor().getAdapter(ZoomManager.class);
    }

    private Viewport port() {
        return (Viewport) ((GraphicalEditPart) designer.editor().viewer().getRootEditPart()).getFigure();
    }

    @Test
    void zoomFitsTheSelectionAndTheWhole() {
        designer.select("conv2");
        designer.robot().key("ctrl+9");
        Ui.await("a larger zoom", () -> zoom().getZoom() > 1);
        Rectangle shown = designer.place(designer.layer("conv2"));
        assertTrue(shown.width > 0);
        designer.robot().key("ctrl+0");
        Ui.await("a smaller zoom", () -> zoom().getZoom() < 1);
        Screenshots.save("view-fit");
        designer.robot().key("ctrl+1");
        Ui.await("the true size", () -> zoom().getZoom() == 1);
    }

    @Test
    void middleButtonMovesTheView() {
        Point from = designer.canvas(500, 400);
        designer.robot().dragMiddle(from, new Point(from.x, from.y - 150));
        Ui.await("the view to move", () -> port().getViewLocation().y >= 140);
        assertEquals(200, Ui.ask(() -> designer.layer("conv1").getX()), "no layer moved");
    }

    @Test
    void arrowsWalkAlongConnections() {
        designer.select("conv1");
        designer.robot().key("Down", "Down", "Up");
        Ui.await("pool1 to be selected", () -> designer.editor().selectedLayers().size() == 1
                && designer.editor().selectedLayers().get(0).model() == designer.layer("pool1"));
    }

    @Test
    void gridIsShownAndHidden() {
        designer.robot().key("ctrl+apostrophe");
        designer.awaitLayout();
        Screenshots.save("view-grid");
        byte[] with = picture();
        designer.robot().key("ctrl+apostrophe");
        Ui.await("another picture", () -> !Arrays.equals(with, picture()));
    }

    @Test
    void pictureIsTheSameAfterSavingAndOpeningAgain() {
        designer.select("conv1");
        designer.robot().key("ctrl+Right", "ctrl+Right", "ctrl+Right");
        Ui.await("the move", () -> designer.layer("conv1").getX() == 224);
        designer.robot().key("ctrl+s");
        Ui.await("the editor to be clean", () -> !designer.editor().isDirty());
        Ui.await("the analysis", () -> designer.editor().analysis().total().isPresent());
        Ui.run(() -> designer.editor().viewer().deselectAll());
        byte[] before = picture();
        Workbench.closeEditors();
        designer = Designer.open(project.getFile("cnn.network"));
        Ui.await("the analysis", () -> designer.editor().analysis().total().isPresent());
        Ui.run(() -> designer.editor().viewer().deselectAll());
        assertArrayEquals(before, picture());
    }

    /** What the canvas shows, pixel by pixel. */
    private byte[] picture() {
        return Ui.ask(() -> {
            Canvas canvas = (Canvas) designer.editor().viewer().getControl();
            designer.editor().viewer().flush();
            Image image = new Image(canvas.getDisplay(), canvas.getSize().x, canvas.getSize().y);
            GC gc = new GC(image);
            try {
                Graphics graphics = new SWTGraphics(gc);
                LayerManager layers = (LayerManager) designer.editor().viewer().getRootEditPart();
                layers.getLayer(LayerConstants.PRINTABLE_LAYERS).paint(graphics);
                return image.getImageData().data;
            } finally {
                gc.dispose();
                image.dispose();
            }
        });
    }
}
