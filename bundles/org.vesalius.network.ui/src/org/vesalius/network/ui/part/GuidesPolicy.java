// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.Viewport;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.SnapToGeometry;
import org.eclipse.gef.editpolicies.GraphicalEditPolicy;
import org.eclipse.gef.requests.ChangeBoundsRequest;

/** Shows a line along the edge or middle of other layers that a dragged layer snaps to. */
public final class GuidesPolicy extends GraphicalEditPolicy {
    /** The key under which the policy is installed. */
    public static final String ROLE = "org.vesalius.network.ui.guides";

    private static final String[] ACROSS = {SnapToGeometry.KEY_NORTH_ANCHOR, SnapToGeometry.KEY_SOUTH_ANCHOR};
    private static final String[] DOWN = {SnapToGeometry.KEY_WEST_ANCHOR, SnapToGeometry.KEY_EAST_ANCHOR};

    private final DesignContext context;
    private final Map<String, IFigure> lines = new HashMap<>();

    /** @param context what the parts share */
    public GuidesPolicy(DesignContext context) {
        this.context = Objects.requireNonNull(context);
    }

    @Override
    public void showTargetFeedback(Request request) {
        if (!(request instanceof ChangeBoundsRequest drag) || !RequestConstants.REQ_MOVE.equals(request.getType())) {
            return;
        }
        for (String key : ACROSS) {
            show(key, (Integer) drag.getExtendedData().get(key), true);
        }
        for (String key : DOWN) {
            show(key, (Integer) drag.getExtendedData().get(key), false);
        }
    }

    @Override
    public void eraseTargetFeedback(Request request) {
        lines.values().forEach(this::removeFeedback);
        lines.clear();
    }

    private void show(String key, Integer place, boolean across) {
        IFigure line = lines.get(key);
        if (place == null) {
            if (line != null) {
                removeFeedback(line);
                lines.remove(key);
            }
            return;
        }
        if (line == null) {
            line = new Guide();
            lines.put(key, line);
            addFeedback(line);
        }
        line.setBounds(bounds(place, across));
    }

    /** As long as the canvas can be seen. */
    private Rectangle bounds(int place, boolean across) {
        Point at = new Point(place, place);
        getHostFigure().translateToParent(at);
        getHostFigure().translateToAbsolute(at);
        Viewport port = (Viewport) ((GraphicalEditPart) getHost().getRoot()).getFigure();
        Rectangle view = new Rectangle(port.getViewLocation(), port.getSize());
        getFeedbackLayer().translateToRelative(at);
        return across ? new Rectangle(view.x, at.y, view.width, 1) : new Rectangle(at.x, view.y, 1, view.height);
    }

    private final class Guide extends Figure {
        @Override
        protected void paintFigure(Graphics graphics) {
            graphics.setBackgroundColor(context.style().colors().accent());
            graphics.fillRectangle(bounds);
        }
    }
}
