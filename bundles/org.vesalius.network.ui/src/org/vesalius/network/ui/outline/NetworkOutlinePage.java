// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.outline;

import java.util.Objects;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.draw2d.LightweightSystem;
import org.eclipse.draw2d.Viewport;
import org.eclipse.draw2d.parts.ScrollableThumbnail;
import org.eclipse.gef.EditDomain;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.ui.parts.ContentOutlinePage;
import org.eclipse.gef.ui.parts.SelectionSynchronizer;
import org.eclipse.gef.ui.parts.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.ui.design.OpenDesign;
import org.vesalius.network.ui.part.DesignContext;
import org.vesalius.network.ui.part.DesignerRoot;
import org.vesalius.network.ui.properties.PropertiesPage;
import org.vesalius.ui.thread.WhileOpen;

/** The Outline page of a designer: the tree of layers above, the drawing in small below. */
public final class NetworkOutlinePage extends ContentOutlinePage implements IAdaptable {
    private final EditDomain domain;
    private final SelectionSynchronizer synchronizer;
    private final DesignerRoot canvas;
    private final OpenDesign design;
    private SashForm sash;
    private ScrollableThumbnail thumbnail;
    private DesignContext context;

    /**
     * @param design the designer
     * @param synchronizer keeps the selections of canvas and tree the same
     * @param canvas what the small picture shows and scrolls
     */
    public NetworkOutlinePage(OpenDesign design, EditDomain domain, SelectionSynchronizer synchronizer,
            DesignerRoot canvas) {
        super(new TreeViewer());
        this.design = Objects.requireNonNull(design);
        this.domain = Objects.requireNonNull(domain);
        this.synchronizer = Objects.requireNonNull(synchronizer);
        this.canvas = Objects.requireNonNull(canvas);
    }

    @Override
    public void createControl(Composite parent) {
        sash = new SashForm(parent, SWT.VERTICAL);
        getViewer().createControl(sash);
        getViewer().setEditDomain(domain);
        synchronizer.addViewer(getViewer());
        createThumbnail();
        sash.setWeights(2, 1);
        if (context != null) {
            show(context);
        }
    }

    private void createThumbnail() {
        Canvas picture = new Canvas(sash, SWT.NONE);
        LightweightSystem system = new LightweightSystem(picture);
        thumbnail = new ScrollableThumbnail((Viewport) canvas.getFigure());
        thumbnail.setSource(canvas.getLayer(LayerConstants.PRINTABLE_LAYERS));
        system.setContents(thumbnail);
        picture.addDisposeListener(event -> thumbnail.deactivate());
    }

    /** Shows a network. */
    public void show(DesignContext shown) {
        context = shown;
        if (sash == null || sash.isDisposed()) {
            return;
        }
        Control tree = getViewer().getControl();
        getViewer().setEditPartFactory((parent, model) -> model instanceof Network network
                ? new NetworkTreePart(network, WhileOpen.of(tree))
                : new LayerTreePart((Layer) model, shown));
        getViewer().setContents(shown.network());
    }

    /** The Properties view shows of the outline what it shows of the canvas. */
    @Override
    public <T> T getAdapter(Class<T> wanted) {
        return wanted == IPropertySheetPage.class ? wanted.cast(new PropertiesPage(design)) : null;
    }

    @Override
    public Control getControl() {
        return sash;
    }

    /** Tells whether the view was closed; a new page is needed then. */
    public boolean isDisposed() {
        return sash != null && sash.isDisposed();
    }

    @Override
    public void dispose() {
        synchronizer.removeViewer(getViewer());
        super.dispose();
    }
}
