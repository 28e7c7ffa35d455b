// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.ui.add.LayerPlacement;
import org.vesalius.network.ui.figure.DiagramStyle;
import org.vesalius.network.ui.part.DesignContext;
import org.vesalius.network.ui.part.DesignerRoot;
import org.vesalius.network.ui.part.GraphPart;
import org.vesalius.network.ui.part.NetworkPartFactory;

/** What the canvas of a designer shows: the network, or the inside of a block. */
final class ShownGraph {
    private final Supplier<GraphicalViewer> canvas;
    private final DesignerRoot root;
    private GraphPages pages;

    /** @param canvas the canvas, once it is there */
    ShownGraph(Supplier<GraphicalViewer> canvas, DesignerRoot root) {
        this.canvas = canvas;
        this.root = root;
    }

    /** Makes room for the canvas, with a tab for each block that was opened. */
    GraphPages createPages(Composite parent) {
        pages = new GraphPages(parent, this::show);
        return pages;
    }

    /** Returns the network or block; empty as long as there is none. */
    Optional<LayerGraph> now() {
        return part().map(GraphPart::model);
    }

    private Optional<GraphPart> part() {
        return Optional.ofNullable(canvas.get().getContents()).filter(GraphPart.class::isInstance).map(GraphPart.class::cast);
    }

    /** Shows a network that was read, in place of the one before. */
    void open(Network network, DesignContext context) {
        canvas.get().setEditPartFactory(new NetworkPartFactory(context));
        canvas.get().setContents(network);
        pages.reset(network);
    }

    /** Brings all of it into view, and selects nothing in it. */
    void begin() {
        root.showOpened();
        canvas.get().setSelection(new StructuredSelection(canvas.get().getContents()));
    }

    void show(LayerGraph graph) {
        if (now().filter(shown -> shown == graph).isEmpty()) {
            canvas.get().setContents(graph);
            pages.select(graph);
            begin();
        }
    }

    /** Selects a layer and scrolls to it. */
    void reveal(Layer layer) {
        if (!canvas.get().getEditPartRegistry().containsKey(layer)) {
            Wiring.graphOf(layer).ifPresent(this::show);
        }
        if (canvas.get().getEditPartRegistry().get(layer) instanceof EditPart part) {
            canvas.get().select(part);
            canvas.get().reveal(part);
        }
    }

    /** Adds a layer where there is room. */
    void add(Layer layer) {
        now().ifPresent(graph -> new LayerPlacement(canvas.get(), graph).add(layer));
        canvas.get().getControl().setFocus();
    }

    /** Shows new names, and leaves blocks that are gone. */
    void refresh() {
        pages.refresh();
    }

    void showAnalysis() {
        part().ifPresent(GraphPart::showAnalysis);
    }

    void restyle(DiagramStyle style) {
        canvas.get().getControl().setBackground(style.colors().canvas());
        part().ifPresent(GraphPart::restyle);
    }
}
