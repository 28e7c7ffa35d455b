// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.add;

import java.util.List;
import java.util.Objects;

import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.commands.Command;
import org.vesalius.network.BlockInput;
import org.vesalius.network.Connection;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.Successors;
import org.vesalius.network.ui.command.AddLayerCommand;
import org.vesalius.network.ui.command.ConnectionRules;
import org.vesalius.network.ui.command.InsertOnConnectionCommand;
import org.vesalius.network.ui.layout.CanvasGrid;
import org.vesalius.network.ui.layout.FreePlace;
import org.vesalius.network.ui.layout.LayerSize;
import org.vesalius.network.ui.part.ConnectionPart;
import org.vesalius.network.ui.part.LayerPart;

/**
 * Puts a new layer where the keyboard would want it: into the selected connection, behind the selected layer, or
 * behind all selected layers if there are several; connected wherever that can be valid.
 */
public final class LayerPlacement {
    private static final int LEFT = 200;

    private final GraphicalViewer viewer;
    private final LayerGraph shown;

    /** @param shown what the canvas shows */
    public LayerPlacement(GraphicalViewer viewer, LayerGraph shown) {
        this.viewer = Objects.requireNonNull(viewer);
        this.shown = Objects.requireNonNull(shown);
    }

    /** Adds a layer that is in no network yet, and selects it. */
    public void add(Layer layer) {
        viewer.getEditDomain().getCommandStack().execute(command(layer));
        if (viewer.getEditPartRegistry().get(layer) instanceof EditPart part) {
            viewer.flush();
            viewer.select(part);
            viewer.reveal(part);
        }
    }

    private Command command(Layer layer) {
        List<Layer> before = selectedLayers();
        if (selectedConnection() != null && canStandBetween(layer)) {
            return into(selectedConnection(), layer);
        }
        if (before.isEmpty()) {
            return firstOrLast(layer);
        }
        LayerGraph graph = (LayerGraph) before.get(0).eContainer();
        if (before.size() == 1 && canStandBetween(layer) && Successors.connections(before.get(0)).size() == 1) {
            Command insertion = into(Successors.connections(before.get(0)).get(0), layer);
            return insertion.canExecute() ? insertion : behind(graph, before, layer);
        }
        return behind(graph, before, layer);
    }

    private static boolean canStandBetween(Layer layer) {
        return !(layer instanceof Input) && !(layer instanceof BlockInput);
    }

    private static Command into(Connection connection, Layer layer) {
        Layer before = connection.getSource();
        int y = before.getY() + LayerSize.of(before).height - LayerSize.of(layer).height + CanvasGrid.ROW;
        return new InsertOnConnectionCommand((LayerGraph) connection.eContainer(), connection, layer,
                middle(before, layer), y, CanvasGrid.ROW);
    }

    private static int middle(Layer before, Layer layer) {
        return before.getX() + (LayerSize.of(before).width - LayerSize.of(layer).width) / 2;
    }

    private static Command behind(LayerGraph graph, List<Layer> before, Layer layer) {
        int x = (int) before.stream().mapToInt(one -> middle(one, layer)).average().orElse(LEFT);
        int y = before.stream().mapToInt(one -> one.getY() + LayerSize.of(one).height).max().orElse(0) + CanvasGrid.ROW
                - LayerSize.of(layer).height;
        Point place = FreePlace.in(graph).rightOf(LayerSize.of(layer), CanvasGrid.snap(x), y);
        boolean connected = before.stream().allMatch(one -> ConnectionRules.allows(one, layer));
        return connected ? new AddLayerCommand(graph, before, layer, place.x, place.y)
                : new AddLayerCommand(graph, layer, place.x, place.y);
    }

    private Command firstOrLast(Layer layer) {
        Layer lowest = shown.getLayers().stream().max((a, b) -> Integer.compare(bottom(a), bottom(b))).orElse(null);
        return lowest == null ? new AddLayerCommand(shown, layer, LEFT, CanvasGrid.ROW / 2)
                : new AddLayerCommand(shown, layer, middle(lowest, layer),
                        bottom(lowest) + CanvasGrid.ROW - LayerSize.of(layer).height);
    }

    private static int bottom(Layer layer) {
        return layer.getY() + LayerSize.of(layer).height;
    }

    /** Layers of one network or block only. */
    private List<Layer> selectedLayers() {
        List<Layer> layers = ((List<?>) viewer.getSelectedEditParts()).stream().filter(LayerPart.class::isInstance)
                .map(part -> ((LayerPart) part).model()).toList();
        return layers.stream().filter(layer -> layer.eContainer() == layers.get(0).eContainer()).toList();
    }

    private Connection selectedConnection() {
        List<?> parts = viewer.getSelectedEditParts();
        return parts.size() == 1 && parts.get(0) instanceof ConnectionPart part ? part.model() : null;
    }
}
