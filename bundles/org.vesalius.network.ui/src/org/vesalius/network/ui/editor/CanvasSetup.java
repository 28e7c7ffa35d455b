// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.nio.file.Path;
import java.util.function.Supplier;

import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.MouseWheelHandler;
import org.eclipse.gef.MouseWheelZoomHandler;
import org.eclipse.gef.SnapToGeometry;
import org.eclipse.gef.SnapToGrid;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.vesalius.network.ui.action.Designer;
import org.vesalius.network.ui.action.DesignerActions;
import org.vesalius.network.ui.action.DesignerKeys;
import org.vesalius.network.ui.action.DesignerMenu;
import org.vesalius.network.ui.add.BlockFileDrop;
import org.vesalius.network.ui.figure.DiagramStyle;
import org.vesalius.network.ui.layout.CanvasGrid;
import org.vesalius.network.ui.palette.PaletteDrop;
import org.vesalius.network.ui.part.DesignerRoot;
import org.vesalius.network.ui.preference.CanvasPreferences;

/** Gives the canvas of a designer its actions, keys and menu, and lets things be dropped on it. */
final class CanvasSetup {
    private CanvasSetup() {
    }

    /** Sets the canvas up before its control is shown. */
    static void configure(Designer designer, DesignerRoot root) {
        GraphicalViewer viewer = designer.viewer();
        viewer.setRootEditPart(root);
        CanvasPreferences preferred = CanvasPreferences.current();
        viewer.setProperty(SnapToGrid.PROPERTY_GRID_ENABLED, preferred.snap());
        viewer.setProperty(SnapToGrid.PROPERTY_GRID_VISIBLE, preferred.grid());
        viewer.setProperty(SnapToGrid.PROPERTY_GRID_SPACING, new Dimension(CanvasGrid.SPACING, CanvasGrid.SPACING));
        viewer.setProperty(SnapToGeometry.PROPERTY_SNAP_ENABLED, preferred.snap());
        viewer.setProperty(MouseWheelHandler.KeyGenerator.getKey(SWT.MOD1), MouseWheelZoomHandler.SINGLETON);
        DesignerActions actions = new DesignerActions(designer, root.getZoomManager());
        actions.register();
        actions.follow(viewer.getControl());
        viewer.setKeyHandler(new DesignerKeys(designer, actions));
        viewer.setContextMenu(new DesignerMenu(designer));
    }

    /**
     * Lets layer types of the palette and block files be dropped on the canvas.
     *
     * @param file where the network is kept at the moment
     */
    static void connect(Designer designer, DiagramStyle style, Supplier<Path> file) {
        Control canvas = designer.viewer().getControl();
        canvas.setData(BrokenNetworkPage.NO_STYLE_SHEET, Boolean.TRUE);
        canvas.setBackground(style.colors().canvas());
        designer.viewer().addDropTargetListener(new PaletteDrop(designer.viewer(), designer.layerTypes().catalog()));
        designer.viewer().addDropTargetListener(new BlockFileDrop(designer.viewer(), designer.layerTypes().catalog(), file));
    }
}
