// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.List;

import org.eclipse.draw2d.ConnectionAnchor;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.ConnectionEditPart;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.NodeEditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.requests.SelectionRequest;
import org.eclipse.gef.tools.ConnectionDragCreationTool;
import org.eclipse.gef.tools.DragEditPartsTracker;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Output;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.meta.LayerSummary;
import org.vesalius.network.ui.figure.LayerAnchor;
import org.vesalius.network.ui.figure.LayerFace;
import org.vesalius.network.ui.figure.LayerFace.Trouble;
import org.vesalius.network.ui.figure.LayerFigure;
import org.vesalius.network.ui.policy.ConnectPolicy;
import org.vesalius.network.ui.policy.RenamePolicy;

/** A layer on the canvas. */
public final class LayerPart extends ModelPart<Layer> implements NodeEditPart {
    private LayerAnchor output;
    private LayerAnchor input;

    LayerPart(Layer layer, DesignContext context) {
        super(layer, Layer.class, context);
    }

    @Override
    protected IFigure createFigure() {
        LayerFigure figure = new LayerFigure(context().style(), !(model() instanceof Output));
        figure.setTip(() -> LayerTip.of(model(), context()));
        output = LayerAnchor.output(figure);
        input = LayerAnchor.input(figure);
        return figure;
    }

    /** Returns the figure by its own type. */
    public LayerFigure layerFigure() {
        return (LayerFigure) getFigure();
    }

    @Override
    protected void createEditPolicies() {
        installEditPolicy(EditPolicy.GRAPHICAL_NODE_ROLE, new ConnectPolicy(this, context()));
        installEditPolicy(EditPolicy.DIRECT_EDIT_ROLE, new RenamePolicy(model()));
    }

    @Override
    protected List<Connection> getModelSourceConnections() {
        return model().getOutgoing().stream().filter(link -> link.getTarget() != null).toList();
    }

    @Override
    protected List<Connection> getModelTargetConnections() {
        return Inputs.connections(model()).stream().filter(link -> link.getSource() != null).toList();
    }

    @Override
    protected void refreshVisuals() {
        Layer layer = model();
        Rectangle place = new Rectangle(layer.getX(), layer.getY(), LayerFigure.WIDTH, LayerFigure.HEIGHT);
        graphicalParent().setLayoutConstraint(this, getFigure(), place);
        layerFigure().show(face());
    }

    /** Shows what a new analysis says. */
    void refreshFace() {
        layerFigure().show(face());
    }

    /** Shows the colours of a new theme. */
    void restyle() {
        layerFigure().restyle(context().style());
    }

    private LayerFace face() {
        Layer layer = model();
        List<Problem> problems = context().analysis().problems(layer);
        LayerInfo info = LayerInfo.of(layer.eClass());
        String name = layer.getName() == null ? "" : layer.getName();
        return new LayerFace(name, info.label(), LayerSummary.of(layer), info.category(),
                context().images().icon(layer.eClass()), context().images().badge(problems), trouble(problems));
    }

    private static Trouble trouble(List<Problem> problems) {
        if (problems.stream().anyMatch(Problem::isError)) {
            return Trouble.ERROR;
        }
        boolean warned = problems.stream().anyMatch(problem -> problem.severity() == Severity.WARNING);
        return warned ? Trouble.WARNING : Trouble.NONE;
    }

    @Override
    public ConnectionAnchor getSourceConnectionAnchor(ConnectionEditPart connection) {
        return output;
    }

    @Override
    public ConnectionAnchor getTargetConnectionAnchor(ConnectionEditPart connection) {
        return input;
    }

    @Override
    public ConnectionAnchor getSourceConnectionAnchor(Request request) {
        return output;
    }

    @Override
    public ConnectionAnchor getTargetConnectionAnchor(Request request) {
        return input;
    }

    /** Lets connections show which input they are, after inputs came, went or changed their order. */
    void refreshInputs() {
        typed(getTargetConnections(), ConnectionPart.class).forEach(ConnectionPart::refreshVisuals);
    }

    @Override
    public DragTracker getDragTracker(Request request) {
        if (request instanceof SelectionRequest selection && isOnPort(selection.getLocation())) {
            return new ConnectionDragCreationTool(new NewConnection());
        }
        return new DragEditPartsTracker(this);
    }

    private boolean isOnPort(Point location) {
        Point place = location.getCopy();
        getFigure().translateToRelative(place);
        return layerFigure().isOnPort(place);
    }

    @Override
    public void performRequest(Request request) {
        Object type = request.getType();
        if (type == RequestConstants.REQ_DIRECT_EDIT || type == RequestConstants.REQ_OPEN) {
            new NameEditing(this).show();
        }
    }
}
