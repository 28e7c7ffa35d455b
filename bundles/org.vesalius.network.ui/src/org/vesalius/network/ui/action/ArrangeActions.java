// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.draw2d.geometry.Point;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.ui.command.MoveLayersCommand;
import org.vesalius.network.ui.layout.Alignment;
import org.vesalius.network.ui.layout.LayoutJob;
import org.vesalius.network.ui.part.LayerPart;
import org.vesalius.ui.thread.WhileOpen;

/** Where layers lie: aligned, evenly distributed, or arranged by the layout. */
final class ArrangeActions {
    private final Designer designer;
    private Job layout;

    ArrangeActions(Designer designer) {
        this.designer = Objects.requireNonNull(designer);
    }

    void register() {
        designer.register(new FacedAction(ActionInfo.ARRANGE, this::arrange));
        align(ActionInfo.ALIGN_LEFT, Alignment.LEFT);
        align(ActionInfo.ALIGN_CENTRE, Alignment.CENTRE);
        align(ActionInfo.ALIGN_RIGHT, Alignment.RIGHT);
        align(ActionInfo.ALIGN_TOP, Alignment.TOP);
        align(ActionInfo.ALIGN_MIDDLE, Alignment.MIDDLE);
        align(ActionInfo.ALIGN_BOTTOM, Alignment.BOTTOM);
        align(ActionInfo.DISTRIBUTE_ACROSS, Alignment.ACROSS);
        align(ActionInfo.DISTRIBUTE_DOWN, Alignment.DOWN);
    }

    private void align(ActionInfo face, Alignment alignment) {
        designer.register(SelectedLayers.of(face, designer,
                layers -> layers.size() >= alignment.fewest() && lieTogether(layers),
                layers -> move(face.label(), alignment.positions(layers.stream().map(LayerPart::model).toList()))));
    }

    private static boolean lieTogether(List<LayerPart> layers) {
        return layers.stream().allMatch(layer -> layer.getParent() == layers.get(0).getParent());
    }

    private void move(String label, Map<Layer, Point> positions) {
        MoveLayersCommand command = new MoveLayersCommand(label, positions);
        if (command.canExecute()) {
            designer.commands().execute(command);
        }
    }

    private void arrange() {
        LayerGraph graph = designer.shown();
        if (graph == null || graph.getLayers().isEmpty()) {
            return;
        }
        if (layout != null) {
            layout.cancel();
        }
        layout = new LayoutJob(graph, WhileOpen.of(designer.viewer().getControl()),
                positions -> apply(graph, positions));
        layout.schedule();
    }

    /** Layers that went while the layout ran stay out; those that came stay where they are. */
    private void apply(LayerGraph graph, Map<Layer, Point> positions) {
        if (designer.shown() == graph) {
            Map<Layer, Point> present = new LinkedHashMap<>(positions);
            present.keySet().removeIf(layer -> layer.eContainer() == null);
            move("Arrange", present);
        }
    }
}
