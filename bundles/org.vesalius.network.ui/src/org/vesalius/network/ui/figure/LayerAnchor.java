// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import java.util.function.Function;

import org.eclipse.draw2d.AnchorListener;
import org.eclipse.draw2d.ConnectionAnchorBase;
import org.eclipse.draw2d.FigureListener;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.PrecisionPoint;

/**
 * Where connections meet a layer: the middle of its lower edge, the middle of its upper edge, or one of the tabs there.
 * All connections of that place share it, and it listens to its layer alone: the stock anchors listen to
 * every figure above as well, so that each scroll would route all connections again.
 */
public final class LayerAnchor extends ConnectionAnchorBase implements FigureListener {
    private final CardFigure owner;
    private final Function<CardFigure, Point> place;

    private LayerAnchor(CardFigure owner, Function<CardFigure, Point> place) {
        this.owner = owner;
        this.place = place;
    }

    /** Returns the place where connections leave the layer. */
    public static LayerAnchor output(CardFigure layer) {
        return new LayerAnchor(layer, CardFigure::outputPlace);
    }

    /** Returns the place where the connection of an input arrives, counted from 0. */
    public static LayerAnchor input(CardFigure layer, int input) {
        return new LayerAnchor(layer, card -> card.inputPlace(input));
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
        // Rounded at each zoom, connections would bend a little otherwise.
        Point point = new PrecisionPoint(place.apply(owner));
        owner.translateToAbsolute(point);
        return point;
    }
}
