// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EContentAdapter;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.gef.commands.CommandStackEvent;
import org.eclipse.gef.commands.CommandStackEventListener;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.NetworkPackage;

/**
 * Brings the canvas up to date after a change of what it shows: only what changed, and once at the end
 * of a command however much the command did.
 */
final class GraphRefresh extends EContentAdapter implements CommandStackEventListener, AutoCloseable {
    private final GraphPart part;
    private final CommandStack stack;
    private final Set<LayerGraph> graphs = new LinkedHashSet<>();
    private final Set<Layer> replaced = new LinkedHashSet<>();
    private final Set<Layer> changed = new LinkedHashSet<>();
    private boolean moved;
    private boolean inCommand;

    GraphRefresh(GraphPart part, CommandStack stack) {
        this.part = Objects.requireNonNull(part);
        this.stack = Objects.requireNonNull(stack);
        part.model().eAdapters().add(this);
        stack.addCommandStackEventListener(this);
    }

    @Override
    public void close() {
        part.model().eAdapters().remove(this);
        stack.removeCommandStackEventListener(this);
    }

    @Override
    public void stackChanged(CommandStackEvent event) {
        inCommand = event.isPreChangeEvent();
        if (event.isPostChangeEvent()) {
            flush();
        }
    }

    @Override
    public void notifyChanged(Notification change) {
        super.notifyChanged(change);
        if (change.isTouch()) {
            return;
        }
        note(change);
        if (!inCommand) {
            flush();
        }
    }

    private void note(Notification change) {
        Object feature = change.getFeature();
        if (feature == NetworkPackage.Literals.LAYER_GRAPH__LAYERS) {
            graphs.add((LayerGraph) change.getNotifier());
        }
        if (feature == NetworkPackage.Literals.BLOCK__COLLAPSED) {
            replaced.add((Layer) change.getNotifier());
        }
        moved |= feature == NetworkPackage.Literals.LAYER__X || feature == NetworkPackage.Literals.LAYER__Y;
        if (change.getNotifier() instanceof Connection connection) {
            touch(connection.getSource());
            touch(connection.getTarget());
        } else {
            touch((EObject) change.getNotifier());
        }
    }

    /** A layer inside a wrapper shows on the wrapper, and one inside a block decides how large that is. */
    private void touch(EObject object) {
        for (EObject outer = object; outer != null && outer != part.model(); outer = outer.eContainer()) {
            if (outer instanceof Layer layer) {
                changed.add(layer);
            }
        }
    }

    private void flush() {
        boolean reroute = moved || !graphs.isEmpty() || !replaced.isEmpty();
        graphs.forEach(this::refreshChildren);
        replaced.forEach(this::replace);
        for (Layer layer : changed) {
            if (find(layer) instanceof LayerPart found) {
                found.refresh();
                found.refreshInputs();
                found.refreshOutputs();
            }
        }
        graphs.clear();
        replaced.clear();
        changed.clear();
        moved = false;
        if (reroute) {
            rerouteLong(part.layers());
        }
    }

    private Object find(Object model) {
        return part.getViewer().getEditPartRegistry().get(model);
    }

    private void refreshChildren(LayerGraph graph) {
        if (find(graph) instanceof Container container) {
            container.refresh();
        }
    }

    private void replace(Layer layer) {
        if (find(layer) instanceof LayerPart found && found.getParent() instanceof Container container) {
            container.replace(found);
        }
    }

    private static void rerouteLong(List<LayerPart> layers) {
        for (LayerPart layer : layers) {
            layer.outputs().forEach(ConnectionPart::rerouteIfLong);
            rerouteLong(layer.inside());
        }
    }
}
