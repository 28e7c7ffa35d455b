// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests.benchmark;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.draw2d.ChopboxAnchor;
import org.eclipse.draw2d.ColorConstants;
import org.eclipse.draw2d.ConnectionAnchor;
import org.eclipse.draw2d.ConnectionLayer;
import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.FreeformLayout;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.Label;
import org.eclipse.draw2d.ManhattanConnectionRouter;
import org.eclipse.draw2d.MarginBorder;
import org.eclipse.draw2d.MidpointLocator;
import org.eclipse.draw2d.PolygonDecoration;
import org.eclipse.draw2d.PolylineConnection;
import org.eclipse.draw2d.RoundedRectangle;
import org.eclipse.draw2d.ToolbarLayout;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.ConnectionEditPart;
import org.eclipse.gef.EditDomain;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartFactory;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.NodeEditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.editparts.AbstractConnectionEditPart;
import org.eclipse.gef.editparts.AbstractGraphicalEditPart;
import org.eclipse.gef.editparts.ScalableFreeformRootEditPart;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.gef.ui.parts.ScrollingGraphicalViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.meta.LayerSummary;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;
import org.vesalius.network.ui.catalog.LayerImages;
import org.vesalius.network.ui.figure.CanvasText;
import org.vesalius.network.ui.figure.DiagramStyle;
import org.vesalius.network.ui.figure.LayerFigure;
import org.vesalius.network.ui.part.DesignContext;
import org.vesalius.network.ui.part.DesignerRoot;
import org.vesalius.network.ui.part.NetworkPartFactory;
import org.vesalius.ui.theme.Brightness;

/**
 * A network on a canvas in a window of its own, without what makes a designer around it: with the figures of the designer,
 * or as the books on GEF build it, with a figure of labels for each layer, stock anchors, the Manhattan router and a
 * label in the middle of each connection. For the UI thread.
 */
final class BareCanvas implements AutoCloseable {
    private final Shell shell;
    private final ScrollingGraphicalViewer viewer = new ScrollingGraphicalViewer();
    private final ScalableFreeformRootEditPart root;
    private final Runnable release;

    private BareCanvas(ScalableFreeformRootEditPart root, EditPartFactory parts, Runnable release) {
        this.root = root;
        this.release = release;
        shell = new Shell(Display.getCurrent(), SWT.NO_TRIM | SWT.ON_TOP);
        shell.setLayout(new FillLayout());
        shell.setBounds(100, 100, 1000, 600);
        viewer.createControl(shell).setBackground(ColorConstants.white);
        viewer.setEditDomain(new EditDomain());
        viewer.setRootEditPart(root);
        viewer.setEditPartFactory(parts);
        shell.open();
    }

    /** As the books build it. */
    static BareCanvas ofTheTextbook() {
        return new BareCanvas(new ScalableFreeformRootEditPart(), BareCanvas::part, () -> {});
    }

    /** With the parts and figures of the designer. */
    static BareCanvas ofTheDesigner(Network network) {
        LayerImages images = new LayerImages(StandardLayers.catalog());
        DiagramStyle.Fonts fonts = new DiagramStyle.Fonts();
        CanvasText text = new CanvasText();
        DiagramStyle style = new DiagramStyle(DiagramStyle.Colors.of(Brightness.LIGHT), fonts, text);
        DesignContext context = new DesignContext(network, StandardLayers.catalog(), images, () -> style,
                AnalysisSnapshot::nothing);
        return new BareCanvas(new DesignerRoot(), new NetworkPartFactory(context), () -> {
            text.close();
            fonts.close();
            images.close();
        });
    }

    /** Shows a network; {@code painted} hears when it is painted for the first time. */
    void show(Network network, CompletableFuture<Void> painted) {
        viewer.setContents(network);
        viewer.getControl().addListener(SWT.Paint, event -> painted.complete(null));
        viewer.getControl().redraw();
    }

    Control control() {
        return viewer.getControl();
    }

    ZoomManager zoom() {
        return root.getZoomManager();
    }

    @Override
    public void close() {
        shell.dispose();
        release.run();
    }

    private static EditPart part(EditPart parent, Object model) {
        EditPart part = model instanceof Network ? new NetworkPart() : model instanceof Layer ? new NodePart() : new LinkPart();
        part.setModel(model);
        return part;
    }

    private static final class NetworkPart extends AbstractGraphicalEditPart {
        @Override
        protected IFigure createFigure() {
            FreeformLayer layer = new FreeformLayer();
            layer.setLayoutManager(new FreeformLayout());
            layer.setBorder(new MarginBorder(5));
            ((ConnectionLayer) getLayer(LayerConstants.CONNECTION_LAYER))
                    .setConnectionRouter(new ManhattanConnectionRouter());
            return layer;
        }

        @Override
        protected List<Layer> getModelChildren() {
            return ((Network) getModel()).getLayers();
        }

        @Override
        protected void createEditPolicies() {
            // nothing is edited here
        }
    }

    private static final class NodePart extends AbstractGraphicalEditPart implements NodeEditPart {
        private final Label name = new Label();
        private final Label type = new Label();
        private final Label summary = new Label();

        private Layer layer() {
            return (Layer) getModel();
        }

        @Override
        protected IFigure createFigure() {
            RoundedRectangle card = new RoundedRectangle();
            card.setBackgroundColor(ColorConstants.white);
            card.setLayoutManager(new ToolbarLayout());
            card.setBorder(new MarginBorder(4));
            for (Label label : List.of(name, type, summary)) {
                label.setLabelAlignment(org.eclipse.draw2d.PositionConstants.LEFT);
                card.add(label);
            }
            return card;
        }

        @Override
        protected void refreshVisuals() {
            name.setText(layer().getName());
            name.setIcon(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJ_ELEMENT));
            type.setText(LayerInfo.of(layer().eClass()).label());
            summary.setText(LayerSummary.of(layer()));
            ((GraphicalEditPart) getParent()).setLayoutConstraint(this, getFigure(),
                    new Rectangle(layer().getX(), layer().getY(), LayerFigure.WIDTH, LayerFigure.CARD_HEIGHT));
        }

        @Override
        protected List<Connection> getModelSourceConnections() {
            return layer().getOutgoing();
        }

        @Override
        protected List<Connection> getModelTargetConnections() {
            return layer().getIncoming();
        }

        @Override
        public ConnectionAnchor getSourceConnectionAnchor(ConnectionEditPart connection) {
            return new ChopboxAnchor(getFigure());
        }

        @Override
        public ConnectionAnchor getTargetConnectionAnchor(ConnectionEditPart connection) {
            return new ChopboxAnchor(getFigure());
        }

        @Override
        public ConnectionAnchor getSourceConnectionAnchor(Request request) {
            return new ChopboxAnchor(getFigure());
        }

        @Override
        public ConnectionAnchor getTargetConnectionAnchor(Request request) {
            return new ChopboxAnchor(getFigure());
        }

        @Override
        protected void createEditPolicies() {
            // nothing is edited here
        }
    }

    private static final class LinkPart extends AbstractConnectionEditPart {
        @Override
        protected IFigure createFigure() {
            PolylineConnection line = new PolylineConnection();
            line.setTargetDecoration(new PolygonDecoration());
            Label shape = new Label("32×32×16");
            shape.setOpaque(true);
            line.add(shape, new MidpointLocator(line, 0));
            return line;
        }

        @Override
        protected void createEditPolicies() {
            // nothing is edited here
        }
    }
}
