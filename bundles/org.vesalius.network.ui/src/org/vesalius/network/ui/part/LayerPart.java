// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.draw2d.ConnectionAnchor;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.ConnectionEditPart;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.NodeEditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.requests.DropRequest;
import org.eclipse.gef.requests.SelectionRequest;
import org.eclipse.gef.tools.ConnectionDragCreationTool;
import org.eclipse.gef.tools.DragEditPartsTracker;
import org.vesalius.network.Block;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.LayerFigures;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.ui.command.ExpandCommand;
import org.vesalius.network.ui.figure.CardFigure;
import org.vesalius.network.ui.figure.LayerAnchor;
import org.vesalius.network.ui.figure.LayerFigure;
import org.vesalius.network.ui.layout.LayerSize;

/** A layer on the canvas; also a block that is collapsed. */
public class LayerPart extends ModelPart<Layer> implements NodeEditPart {
    private final List<LayerAnchor> inputs = new ArrayList<>();
    private LayerAnchor output;
    private LayerFigures shown;

    LayerPart(Layer layer, DesignContext context) {
        super(layer, Layer.class, context);
    }

    @Override
    protected final IFigure createFigure() {
        CardFigure figure = createCard();
        figure.setTip(() -> LayerFaces.tip(model(), context()));
        output = LayerAnchor.output(figure);
        return figure;
    }

    /** Makes the figure. */
    CardFigure createCard() {
        return new LayerFigure(context().style(), !(model() instanceof Output));
    }

    /** Returns the figure by its own type. */
    public final CardFigure card() {
        return (CardFigure) getFigure();
    }

    /** Returns the network or block that the layer lies in. */
    public final LayerGraph graph() {
        return (LayerGraph) model().eContainer();
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
        card().show(LayerFaces.of(model(), context()));
        card().setTabs(OrderedInputs.tabs(model(), context().catalog()));
        int above = card().above();
        Dimension size = LayerSize.of(model());
        Rectangle place = new Rectangle(model().getX(), model().getY() - above, size.width,
                size.height + above + CardFigure.PORT_BELOW);
        graphicalParent().setLayoutConstraint(this, getFigure(), place);
    }

    /** Shows what a new analysis says, where it may say something new: here and on the connections that start here. */
    void showAnalysis() {
        if (card().hasBadge() || !context().analysis().problems(model()).isEmpty()) {
            card().show(LayerFaces.of(model(), context()));
        }
        LayerFigures figures = context().analysis().figures(model());
        if (figures != shown) {
            shown = figures;
            refreshOutputs();
        }
    }

    /** Brings the connections that start here up to date. */
    final void refreshOutputs() {
        outputs().forEach(ConnectionPart::refreshVisuals);
    }

    /** Shows the colours of a new theme, here and on the connections that start here. */
    void restyle() {
        card().restyle(context().style());
        outputs().forEach(ConnectionPart::restyle);
    }

    /** Returns the connections that start here. */
    final List<ConnectionPart> outputs() {
        return typed(getSourceConnections(), ConnectionPart.class);
    }

    /** Returns the parts of the layers inside, as far as they are shown. */
    List<LayerPart> inside() {
        return List.of();
    }

    @Override
    public ConnectionAnchor getSourceConnectionAnchor(ConnectionEditPart connection) {
        return output;
    }

    @Override
    public ConnectionAnchor getTargetConnectionAnchor(ConnectionEditPart connection) {
        return input(Math.max(0, Inputs.connections(model()).indexOf(connection.getModel())));
    }

    @Override
    public ConnectionAnchor getSourceConnectionAnchor(Request request) {
        return output;
    }

    @Override
    public ConnectionAnchor getTargetConnectionAnchor(Request request) {
        return input(request instanceof DropRequest drop ? inputAt(drop.getLocation()) : 0);
    }

    /** Returns the input, counted from 0, that a place on the canvas' control is nearest to. */
    public final int inputAt(Point location) {
        Point place = location.getCopy();
        getFigure().translateToRelative(place);
        return card().inputAt(place);
    }

    private LayerAnchor input(int number) {
        while (inputs.size() <= number) {
            inputs.add(LayerAnchor.input(card(), inputs.size()));
        }
        return inputs.get(number);
    }

    /** Leads connections to their inputs, after some came, went or changed their order. */
    final void refreshInputs() {
        typed(getTargetConnections(), ConnectionPart.class).forEach(ConnectionPart::refresh);
    }

    @Override
    public DragTracker getDragTracker(Request request) {
        if (request instanceof SelectionRequest selection && isOnPort(selection.getLocation())) {
            return new ConnectionDragCreationTool(new ConnectionPart.Factory());
        }
        return new DragEditPartsTracker(this);
    }

    /** Tells whether a place on the canvas' control is on the port. */
    public final boolean isOnPort(Point location) {
        Point place = location.getCopy();
        getFigure().translateToRelative(place);
        return card().isOnPort(place);
    }

    @Override
    public void performRequest(Request request) {
        Object type = request.getType();
        if (type == RequestConstants.REQ_OPEN && model() instanceof Block block) {
            getViewer().getEditDomain().getCommandStack().execute(new ExpandCommand(block, block.isCollapsed()));
        } else if (type == RequestConstants.REQ_DIRECT_EDIT || type == RequestConstants.REQ_OPEN) {
            new NameEditing(this).show();
        }
    }
}
