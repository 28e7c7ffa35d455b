// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.editpolicies.NonResizableEditPolicy;
import org.vesalius.network.ui.figure.CardFigure;
import org.vesalius.network.ui.figure.CardFigure.Emphasis;
import org.vesalius.network.ui.figure.DiagramStyle;
import org.vesalius.network.ui.figure.FeedbackLayer.DragGhost;

/**
 * Lets a layer be selected and moved. The layer shows by itself that it is selected: handles would cost
 * seconds where thousands are selected.
 */
final class MoveAndSelectPolicy extends NonResizableEditPolicy {
    private final CardFigure figure;
    private final Supplier<DiagramStyle> style;

    MoveAndSelectPolicy(CardFigure figure, Supplier<DiagramStyle> style) {
        this.figure = figure;
        this.style = style;
    }

    @Override
    protected List<?> createSelectionHandles() {
        return List.of();
    }

    @Override
    protected void showSelection() {
        figure.emphasise(Emphasis.SELECTED);
    }

    @Override
    protected void showPrimarySelection() {
        figure.emphasise(Emphasis.PRIMARY);
    }

    @Override
    protected void hideSelection() {
        figure.emphasise(Emphasis.NONE);
    }

    @Override
    protected void showFocus() {
        // the selection shows it
    }

    @Override
    protected void hideFocus() {
        // the selection shows it
    }

    @Override
    protected IFigure createDragSourceFeedbackFigure() {
        DragGhost ghost = new DragGhost(style.get());
        ghost.setBounds(getInitialFeedbackBounds());
        addFeedback(ghost);
        return ghost;
    }

    @Override
    protected Rectangle getInitialFeedbackBounds() {
        return figure.card();
    }
}
