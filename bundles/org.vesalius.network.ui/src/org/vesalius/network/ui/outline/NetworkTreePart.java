// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.outline;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;

import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.ecore.util.EContentAdapter;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.editparts.AbstractTreeEditPart;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;

/** The root of the outline: shows the layers in the order of the drawing and follows its changes, some at once. */
final class NetworkTreePart extends AbstractTreeEditPart {
    private final Executor uiThread;
    private final EContentAdapter observer = new Observer();
    private boolean refreshPending;

    NetworkTreePart(Network network, Executor uiThread) {
        super(network);
        this.uiThread = uiThread;
    }

    @Override
    protected List<Layer> getModelChildren() {
        return ((Network) getModel()).getLayers().stream()
                .sorted(Comparator.comparingInt(Layer::getY).thenComparingInt(Layer::getX)).toList();
    }

    @Override
    public void activate() {
        super.activate();
        ((Network) getModel()).eAdapters().add(observer);
    }

    @Override
    public void deactivate() {
        ((Network) getModel()).eAdapters().remove(observer);
        super.deactivate();
    }

    private void refreshLater() {
        if (!refreshPending) {
            refreshPending = true;
            uiThread.execute(this::refreshAll);
        }
    }

    private void refreshAll() {
        refreshPending = false;
        if (isActive()) {
            refreshChildren();
            for (Object child : getChildren()) {
                ((EditPart) child).refresh();
            }
        }
    }

    private final class Observer extends EContentAdapter {
        @Override
        public void notifyChanged(Notification change) {
            super.notifyChanged(change);
            if (!change.isTouch()) {
                refreshLater();
            }
        }
    }
}
