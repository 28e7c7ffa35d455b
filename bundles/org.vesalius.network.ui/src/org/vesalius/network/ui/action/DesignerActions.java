// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.gef.tools.ConnectionCreationTool;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.vesalius.network.ui.add.AddLayerPopup;
import org.vesalius.network.ui.add.LayerPlacement;
import org.vesalius.network.ui.part.ConnectionPart;
import org.vesalius.network.ui.part.LayerPart;
import org.vesalius.network.ui.part.NewLayerOf;

/** Makes the actions of one designer. */
public final class DesignerActions {
    /** The property of the canvas that tells whether keys go to the window that asks for a layer. */
    public static final String ASKING = "org.vesalius.network.ui.asking";

    private static final int BESIDE = 12;

    private final Designer designer;
    private final ZoomManager zoom;
    private AddLayerPopup popup;

    /** @param zoom the zoom of the designer's canvas */
    public DesignerActions(Designer designer, ZoomManager zoom) {
        this.designer = Objects.requireNonNull(designer);
        this.zoom = Objects.requireNonNull(zoom);
    }

    /** Registers the actions with the designer. */
    public void register() {
        designer.register(new FacedAction(ActionInfo.ADD_LAYER, () -> askForLayer("")));
        designer.register(new FacedAction(ActionInfo.CONNECT, this::connect));
        designer.register(new DeleteSelection(designer));
        new EditActions(designer).register();
        new BlockActions(designer).register();
        new BlockFileActions(designer).register();
        new ArrangeActions(designer).register();
        new ViewActions(designer, zoom).register();
    }

    /** The window that asks for a layer goes when the canvas is used otherwise. */
    public void follow(Control canvas) {
        canvas.addListener(SWT.FocusOut, event -> stopAsking());
        canvas.addListener(SWT.MouseDown, event -> stopAsking());
        // tools keep Escape to themselves
        canvas.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ESC) {
                stopAsking();
            }
        });
    }

    private void connect() {
        designer.viewer().getEditDomain().setActiveTool(new ConnectionCreationTool(new ConnectionPart.Factory()));
    }

    /** Asks for a layer type by its name and adds such a layer; the field begins with a text. */
    public void askForLayer(String typed) {
        designer.context().ifPresent(context -> {
            Control canvas = designer.viewer().getControl();
            stopAsking();
            popup = new AddLayerPopup(canvas.getShell(), context.catalog().types(), context.images()::icon, place(canvas),
                    type -> {
                        new LayerPlacement(designer.viewer(), designer.shown())
                                .add(new NewLayerOf(context.catalog(), type).getNewObject());
                        canvas.setFocus();
                    });
            popup.open(typed);
            designer.viewer().setProperty(ASKING, (BooleanSupplier) this::isAsking);
        });
    }

    /** Hands a key to the window that asks for a layer; tells whether there is one. */
    boolean handOn(KeyEvent event) {
        boolean asking = isAsking();
        if (asking) {
            popup.key(event.keyCode, event.character);
        }
        return asking;
    }

    /** Tells whether the user is asked for a layer type. */
    boolean isAsking() {
        return popup != null && popup.isOpen();
    }

    private void stopAsking() {
        if (isAsking()) {
            popup.close();
        }
    }

    /** Below the selected layer, where the new one will be; without one, in the upper part of the canvas. */
    private Point place(Control canvas) {
        List<LayerPart> selected = designer.selectedLayers();
        if (selected.isEmpty()) {
            return canvas.toDisplay(canvas.getSize().x / 3, canvas.getSize().y / 5);
        }
        Rectangle card = selected.get(selected.size() - 1).card().card();
        selected.get(selected.size() - 1).getFigure().translateToAbsolute(card);
        int x = Math.max(0, Math.min(card.right() + BESIDE, canvas.getSize().x - BESIDE));
        return canvas.toDisplay(x, Math.max(0, Math.min(card.y, canvas.getSize().y - BESIDE)));
    }
}
