// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.add;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.core.resources.IFile;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.Request;
import org.eclipse.gef.dnd.AbstractTransferDropTargetListener;
import org.eclipse.gef.requests.CreateRequest;
import org.eclipse.gef.requests.CreationFactory;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.block.edit.CopyFromFile;
import org.vesalius.network.io.BlockFiles;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.ui.command.PasteCommand;
import org.vesalius.network.ui.layout.CanvasGrid;
import org.vesalius.network.ui.part.Container;
import org.vesalius.ui.thread.WhileOpen;

/** Lets a {@code .block} file be dropped on the canvas: as a reference to it, with Ctrl as a copy of what it holds. */
public final class BlockFileDrop extends AbstractTransferDropTargetListener {
    private final LayerCatalog catalog;
    private final Supplier<Path> networkFile;

    /**
     * @param viewer the canvas
     * @param catalog the layer types that blocks are made of
     * @param networkFile the file of the network at the moment, which the paths of references start from
     */
    public BlockFileDrop(EditPartViewer viewer, LayerCatalog catalog, Supplier<Path> networkFile) {
        super(viewer, LocalSelectionTransfer.getTransfer());
        this.catalog = Objects.requireNonNull(catalog);
        this.networkFile = Objects.requireNonNull(networkFile);
    }

    @Override
    public boolean isEnabled(DropTargetEvent event) {
        return super.isEnabled(event) && file().isPresent();
    }

    /** The file that is dragged, if it is one alone and that of a block on this computer. */
    private static Optional<Path> file() {
        Object dragged = LocalSelectionTransfer.getTransfer().getSelection() instanceof IStructuredSelection all
                && all.size() == 1 ? all.getFirstElement() : null;
        if (!(dragged instanceof IFile file)) {
            return Optional.empty();
        }
        boolean block = BlockFiles.EXTENSION.equals(file.getFileExtension()) && file.getLocation() != null;
        return block ? Optional.of(file.getLocation().toPath()) : Optional.empty();
    }

    private String path(Path file) {
        return BlockReferences.path(networkFile.get(), file);
    }

    @Override
    protected Request createTargetRequest() {
        CreateRequest request = new CreateRequest();
        request.setFactory(new Reference());
        return request;
    }

    @Override
    protected void updateTargetRequest() {
        ((CreateRequest) getTargetRequest()).setLocation(getDropLocation());
    }

    @Override
    protected void handleDragOver() {
        getCurrentEvent().detail = getCurrentEvent().detail == DND.DROP_COPY ? DND.DROP_COPY : DND.DROP_LINK;
        super.handleDragOver();
    }

    @Override
    protected void handleDrop() {
        boolean copy = getCurrentEvent().detail == DND.DROP_COPY;
        updateTargetRequest();
        updateTargetEditPart();
        if (copy && getTargetEditPart() instanceof Container container) {
            copyInto(container, file().orElseThrow());
        } else {
            super.handleDrop();
        }
    }

    private void copyInto(Container container, Path file) {
        Point middle = getDropLocation().getCopy();
        container.getContentPane().translateToRelative(middle);
        container.getContentPane().translateFromParent(middle);
        Point corner = CanvasGrid.cornerAround(middle);
        WhileOpen uiThread = WhileOpen.of(getViewer().getControl());
        new LoadBlockJob(new BlockFiles(catalog), file, uiThread,
                block -> paste(container, block, path(file), corner)).schedule();
    }

    private void paste(Container container, Block read, String path, Point corner) {
        Network fragment = NetworkFactory.eINSTANCE.createNetwork();
        Block block = CopyFromFile.copy(read, path);
        fragment.getLayers().add(block);
        getViewer().getEditDomain().getCommandStack().execute(new PasteCommand("Add Block", container.inner(),
                fragment, corner.x - block.getX(), corner.y - block.getY()));
    }

    private final class Reference implements CreationFactory {
        @Override
        public BlockReference getNewObject() {
            BlockReference reference = NetworkFactory.eINSTANCE.createBlockReference();
            file().ifPresent(file -> reference.setPath(path(file)));
            return reference;
        }

        @Override
        public Object getObjectType() {
            return BlockReference.class;
        }
    }
}
