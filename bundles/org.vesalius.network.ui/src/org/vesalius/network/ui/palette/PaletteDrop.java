// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.palette;

import java.util.Objects;

import org.eclipse.core.resources.IFile;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.dnd.TemplateTransfer;
import org.eclipse.gef.dnd.TemplateTransferDropTargetListener;
import org.eclipse.gef.requests.CreationFactory;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.util.TransferDragSourceListener;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.Transfer;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.ui.part.NewLayerOf;

/** Lets layer types of the palette be dropped on the canvas, or on a connection. */
public final class PaletteDrop extends TemplateTransferDropTargetListener {
    private final LayerCatalog catalog;

    /** @param viewer the canvas */
    public PaletteDrop(EditPartViewer viewer, LayerCatalog catalog) {
        super(viewer);
        this.catalog = Objects.requireNonNull(catalog);
    }

    @Override
    protected CreationFactory getFactory(Object template) {
        return template instanceof EClass type ? new NewLayerOf(catalog, type) : null;
    }
}

/** Lets layer types be dragged out of the palette. */
final class PaletteDrag implements TransferDragSourceListener {
    private final TreeViewer tree;
    private final Runnable finished;

    /** @param finished hears that a drag is over */
    PaletteDrag(TreeViewer tree, Runnable finished) {
        this.tree = Objects.requireNonNull(tree);
        this.finished = Objects.requireNonNull(finished);
    }

    @Override
    public Transfer getTransfer() {
        return TemplateTransfer.getInstance();
    }

    @Override
    public void dragStart(DragSourceEvent event) {
        Object selected = tree.getStructuredSelection().getFirstElement();
        event.doit = selected instanceof EClass;
        TemplateTransfer.getInstance().setTemplate(event.doit ? selected : null);
    }

    @Override
    public void dragSetData(DragSourceEvent event) {
        event.data = TemplateTransfer.getInstance().getTemplate();
    }

    @Override
    public void dragFinished(DragSourceEvent event) {
        TemplateTransfer.getInstance().setTemplate(null);
        finished.run();
    }
}

/** Lets blocks of the project be dragged out of the palette, as they can be out of the Project Explorer. */
final class BlockDrag implements TransferDragSourceListener {
    private final TreeViewer tree;

    BlockDrag(TreeViewer tree) {
        this.tree = Objects.requireNonNull(tree);
    }

    @Override
    public Transfer getTransfer() {
        return LocalSelectionTransfer.getTransfer();
    }

    @Override
    public void dragStart(DragSourceEvent event) {
        event.doit = tree.getStructuredSelection().getFirstElement() instanceof IFile;
        LocalSelectionTransfer.getTransfer().setSelection(event.doit ? tree.getSelection() : null);
    }

    @Override
    public void dragSetData(DragSourceEvent event) {
        event.data = tree.getSelection();
    }

    @Override
    public void dragFinished(DragSourceEvent event) {
        LocalSelectionTransfer.getTransfer().setSelection(null);
    }
}
