// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.palette;

import java.util.Objects;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.gef.dnd.TemplateTransfer;
import org.eclipse.jface.util.TransferDragSourceListener;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.Transfer;

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
