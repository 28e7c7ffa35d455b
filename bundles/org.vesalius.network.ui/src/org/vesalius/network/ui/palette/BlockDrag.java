// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.palette;

import java.util.Objects;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.util.TransferDragSourceListener;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.Transfer;

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
