// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.palette;

import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.ui.catalog.LayerImages;
import org.vesalius.ui.field.WordWrap;

/** The palette as a tree: categories, and below them their layer types; below the shelf, blocks. */
final class PaletteContent implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
        return ((List<?>) input).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        if (parent instanceof ProjectBlocks shelf) {
            return shelf.files().toArray();
        }
        return parent instanceof Category category ? category.types().toArray() : new Object[0];
    }

    @Override
    public Object getParent(Object element) {
        return null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof Category || element instanceof ProjectBlocks;
    }
}

/** Labels, icons and tooltips of the palette, from the metamodel. */
final class PaletteLabels extends ColumnLabelProvider {
    private static final int TIP_WIDTH = 70;
    private final LayerImages images;

    PaletteLabels(LayerImages images) {
        this.images = images;
    }

    @Override
    public String getText(Object element) {
        if (element instanceof IFile file) {
            return ProjectBlocks.label(file);
        }
        if (element instanceof ProjectBlocks shelf) {
            return shelf.name();
        }
        return element instanceof EClass type ? LayerInfo.of(type).label() : ((Category) element).name();
    }

    @Override
    public Image getImage(Object element) {
        if (element instanceof IFile) {
            return images.icon(NetworkPackage.Literals.BLOCK_REFERENCE);
        }
        return element instanceof EClass type ? images.icon(type) : null;
    }

    @Override
    public Font getFont(Object element) {
        return element instanceof Category || element instanceof ProjectBlocks
                ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT) : null;
    }

    @Override
    public String getToolTipText(Object element) {
        if (element instanceof IFile file) {
            return file.getProjectRelativePath() + "\nAdded as a reference; with Ctrl while dragging, as a copy";
        }
        return element instanceof EClass type
                ? WordWrap.wrap(LayerInfo.of(type).documentation(), TIP_WIDTH) : null;
    }
}
