// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.LinkedHashSet;
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
import org.vesalius.network.NetworkPackage;

/**
 * Brings the canvas up to date after a change of the network: only what changed, and once at the end
 * of a command however much the command did.
 */
final class NetworkRefresh extends EContentAdapter implements CommandStackEventListener, AutoCloseable {
    private final NetworkPart part;
    private final CommandStack stack;
    private final Set<Layer> changed = new LinkedHashSet<>();
    private boolean layersChanged;
    private boolean moved;
    private boolean inCommand;

    NetworkRefresh(NetworkPart part, CommandStack stack) {
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
            layersChanged = true;
        }
        moved |= feature == NetworkPackage.Literals.LAYER__X || feature == NetworkPackage.Literals.LAYER__Y;
        if (change.getNotifier() instanceof Connection connection) {
            touch(connection.getSource());
            touch(connection.getTarget());
        } else {
            touch((EObject) change.getNotifier());
        }
    }

    /** A layer inside a wrapper shows on the wrapper. */
    private void touch(EObject object) {
        EObject outer = object;
        while (outer != null && outer.eContainer() instanceof Layer wrapper) {
            outer = wrapper;
        }
        if (outer instanceof Layer layer) {
            changed.add(layer);
        }
    }

    private void flush() {
        if (layersChanged) {
            part.refresh();
        }
        for (Layer layer : changed) {
            if (part.getViewer().getEditPartRegistry().get(layer) instanceof LayerPart found) {
                found.refresh();
                found.refreshInputs();
            }
        }
        if (moved || layersChanged) {
            rerouteLong();
        }
        changed.clear();
        layersChanged = false;
        moved = false;
    }

    private void rerouteLong() {
        for (LayerPart layer : part.childrenOf(LayerPart.class)) {
            ModelPart.typed(layer.getSourceConnections(), ConnectionPart.class)
                    .forEach(ConnectionPart::rerouteIfLong);
        }
    }
}
