// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.gef.EditDomain;
import org.eclipse.gef.Tool;
import org.eclipse.gef.tools.CreationTool;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.util.DelegatingDragAdapter;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.ui.catalog.LayerImages;
import org.vesalius.network.ui.part.NewLayerOf;

/**
 * The palette: a field to search in and a tree of layer types. A click takes a type up for the next
 * click on the canvas, a drag brings it there at once, and Enter or a double click puts it behind the
 * selected layer.
 */
public final class LayerPalette {
    private final Composite composite;
    private final EditDomain domain;
    private final LayerCatalog catalog;
    private final Consumer<EClass> append;
    private final Consumer<IFile> refer;
    private final List<Object> drawers = new ArrayList<>();
    private Text search;
    private TreeViewer tree;

    /**
     * @param append puts a layer of a type behind the selected one
     * @param refer puts a reference to a block there
     */
    public LayerPalette(Composite parent, EditDomain domain, LayerCatalog catalog, LayerImages images,
            Consumer<EClass> append, Consumer<IFile> refer) {
        this.refer = Objects.requireNonNull(refer);
        this.domain = Objects.requireNonNull(domain);
        this.catalog = Objects.requireNonNull(catalog);
        this.append = Objects.requireNonNull(append);
        composite = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 4).spacing(0, 4).applyTo(composite);
        createSearch();
        createTree(images);
        addDragSupport();
    }

    private void createSearch() {
        search = new Text(composite, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage("Find a layer");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        search.addModifyListener(event -> {
            tree.refresh();
            tree.expandAll();
        });
    }

    private void createTree(LayerImages images) {
        tree = new TreeViewer(composite, SWT.SINGLE | SWT.V_SCROLL | SWT.FULL_SELECTION);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.getControl());
        tree.setContentProvider(new PaletteContent());
        tree.setLabelProvider(new PaletteLabels(images));
        ColumnViewerToolTipSupport.enableFor(tree);
        tree.addFilter(new SearchFilter());
        drawers.addAll(Category.of(catalog));
        tree.setInput(drawers);
        tree.expandAll();
        tree.addSelectionChangedListener(event -> take(event.getStructuredSelection().getFirstElement()));
        tree.addDoubleClickListener(event -> open(((StructuredSelection) event.getSelection()).getFirstElement()));
    }

    private void addDragSupport() {
        DelegatingDragAdapter drag = new DelegatingDragAdapter();
        drag.addDragSourceListener(new PaletteDrag(tree, domain::loadDefaultTool));
        drag.addDragSourceListener(new BlockDrag(tree));
        tree.addDragSupport(DND.DROP_COPY | DND.DROP_LINK, drag.getTransfers(), drag);
    }

    /** Shows the blocks of the project in a drawer of their own, below all others; none if there is no block. */
    public void showBlocks(ProjectBlocks shelf) {
        drawers.removeIf(ProjectBlocks.class::isInstance);
        if (!shelf.files().isEmpty()) {
            drawers.add(shelf);
        }
        tree.refresh();
        tree.setExpandedState(shelf, true);
    }

    private void take(Object element) {
        if (element instanceof EClass type) {
            domain.setActiveTool(new CreationTool(new NewLayerOf(catalog, type)));
        }
    }

    private void open(Object element) {
        if (element instanceof EClass type) {
            domain.loadDefaultTool();
            append.accept(type);
        } else if (element instanceof IFile block) {
            refer.accept(block);
        } else {
            tree.setExpandedState(element, !tree.getExpandedState(element));
        }
    }

    /** Follows the tool in use: without a creation tool no type is taken up. */
    public void toolChanged(Tool tool) {
        boolean taken = tool instanceof CreationTool;
        if (!taken && !composite.isDisposed() && !tree.getSelection().isEmpty()) {
            tree.setSelection(StructuredSelection.EMPTY);
        }
    }

    /** Returns the control of the palette. */
    public Control control() {
        return composite;
    }

    /** Returns the tree of layer types: {@link Category} above, EClass below. */
    public TreeViewer tree() {
        return tree;
    }

    private final class SearchFilter extends ViewerFilter {
        @Override
        public boolean select(Viewer viewer, Object parent, Object element) {
            String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
            if (element instanceof ProjectBlocks shelf) {
                return shelf.files().stream().anyMatch(file -> matches(file, wanted));
            }
            if (element instanceof IFile file) {
                return matches(file, wanted);
            }
            List<EClass> types = element instanceof Category category ? category.types() : List.of((EClass) element);
            return types.stream().anyMatch(type -> matches(type, wanted));
        }

        private boolean matches(IFile file, String wanted) {
            return ("block " + ProjectBlocks.label(file)).toLowerCase(Locale.ROOT).contains(wanted);
        }

        private boolean matches(EClass type, String wanted) {
            LayerInfo info = LayerInfo.of(type);
            String text = info.label() + " " + info.category() + " " + type.getName();
            return text.toLowerCase(Locale.ROOT).contains(wanted);
        }
    }
}
