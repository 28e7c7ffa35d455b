// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.draw2d.AnchorListener;
import org.eclipse.draw2d.ConnectionAnchorBase;
import org.eclipse.draw2d.FigureListener;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Point;

/**
 * Where connections meet a layer: the middle of its lower edge, or of its upper edge. All connections
 * of that place share it, and it listens to its layer alone: the stock anchors listen to
 * every figure above as well, so that each scroll would route all connections again.
 */
public final class LayerAnchor extends ConnectionAnchorBase implements FigureListener {
    private final IFigure owner;
    private final boolean bottom;

    private LayerAnchor(IFigure owner, boolean bottom) {
        this.owner = owner;
        this.bottom = bottom;
    }

    /** Returns the place where connections leave the layer. */
    public static LayerAnchor output(IFigure layer) {
        return new LayerAnchor(layer, true);
    }

    /** Returns the place where connections arrive. */
    public static LayerAnchor input(IFigure layer) {
        return new LayerAnchor(layer, false);
    }

    @Override
    public void addAnchorListener(AnchorListener listener) {
        if (listeners.isEmpty()) {
            owner.addFigureListener(this);
        }
        super.addAnchorListener(listener);
    }

    @Override
    public void removeAnchorListener(AnchorListener listener) {
        super.removeAnchorListener(listener);
        if (listeners.isEmpty()) {
            owner.removeFigureListener(this);
        }
    }

    @Override
    public void figureMoved(IFigure source) {
        fireAnchorMoved();
    }

    @Override
    public Point getLocation(Point reference) {
        return getReferencePoint();
    }

    @Override
    public IFigure getOwner() {
        return owner;
    }

    @Override
    public Point getReferencePoint() {
        int x = owner.getBounds().x + LayerFigure.WIDTH / 2;
        int y = bottom ? owner.getBounds().bottom() - 1 : owner.getBounds().y;
        Point place = new Point(x, y);
        owner.translateToAbsolute(place);
        return place;
    }
}
