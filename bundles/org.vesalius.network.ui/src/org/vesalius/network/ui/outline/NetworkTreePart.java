// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.outline;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EContentAdapter;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.editparts.AbstractTreeEditPart;
import org.eclipse.swt.graphics.Image;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage.Literals;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.ui.part.DesignContext;

/**
 * The root of the outline: shows the layers in the order of the drawing and follows its changes, some at once. Only what
 * shows a change is brought up to date: the tree of a large network takes its time.
 */
final class NetworkTreePart extends AbstractTreeEditPart {
    private final Executor uiThread;
    private final EContentAdapter observer = new Observer();
    private final Set<Layer> changed = new HashSet<>();
    private boolean reordered;
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
            uiThread.execute(this::refreshChanged);
        }
    }

    private void refreshChanged() {
        refreshPending = false;
        if (isActive() && reordered) {
            refreshChildren();
        }
        for (Layer layer : changed) {
            if (isActive() && getViewer().getEditPartRegistry().get(layer) instanceof EditPart part) {
                part.refresh();
            }
        }
        reordered = false;
        changed.clear();
    }

    /** Notes what a change means to the tree; most attributes of layers do not show in it. */
    private boolean note(Notification change) {
        Object feature = change.getFeature();
        boolean order = change.getNotifier() == getModel() && feature == Literals.LAYER_GRAPH__LAYERS
                || feature == Literals.LAYER__X || feature == Literals.LAYER__Y;
        reordered |= order;
        boolean shows = feature == Literals.LAYER__NAME || feature instanceof EReference held && held.isContainment();
        if (shows && change.getNotifier() instanceof Layer layer) {
            changed.add(layer);
            return true;
        }
        return order;
    }

    private final class Observer extends EContentAdapter {
        @Override
        public void notifyChanged(Notification change) {
            super.notifyChanged(change);
            if (!change.isTouch() && note(change)) {
                refreshLater();
            }
        }
    }
}

/** A layer in the outline; a wrapper shows the layer inside it. */
final class LayerTreePart extends AbstractTreeEditPart {
    private final DesignContext context;

    LayerTreePart(Layer layer, DesignContext context) {
        super(layer);
        this.context = context;
    }

    private Layer layer() {
        return (Layer) getModel();
    }

    @Override
    protected List<Layer> getModelChildren() {
        return layer().eContents().stream().filter(Layer.class::isInstance).map(Layer.class::cast).toList();
    }

    @Override
    protected String getText() {
        String type = LayerInfo.of(layer().eClass()).label();
        String name = layer().getName();
        return name == null || name.isBlank() ? type : name + "  \u2013  " + type;
    }

    @Override
    protected Image getImage() {
        return context.images().icon(layer().eClass());
    }
}
