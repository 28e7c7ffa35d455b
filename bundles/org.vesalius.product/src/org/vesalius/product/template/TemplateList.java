// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** The templates by what they are for, with a field to search in. */
final class TemplateList {
    private final List<Template> templates = new ArrayList<>();
    private final Composite area;
    private final Text search;
    private final TreeViewer tree;

    /**
     * @param chosen hears the template that is selected, or that none is
     * @param taken hears that it is taken, by Enter or two clicks
     */
    TemplateList(Composite parent, Consumer<Optional<Template>> chosen, Runnable taken) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(area);
        search = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage("Find a template");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        tree = new TreeViewer(area, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL | SWT.FULL_SELECTION);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.getControl());
        tree.setContentProvider(new Content());
        tree.setLabelProvider(new Labels());
        tree.addFilter(new Search());
        tree.setInput(templates);
        tree.addSelectionChangedListener(event -> chosen.accept(chosen()));
        tree.getControl().addListener(SWT.DefaultSelection, event -> chosen().ifPresent(template -> taken.run()));
        search.addModifyListener(event -> {
            tree.refresh();
            tree.expandAll();
        });
    }

    /** Adds a template, and selects it if nothing is selected yet. */
    void add(Template template) {
        templates.add(template);
        tree.refresh();
        tree.expandAll();
        if (tree.getSelection().isEmpty()) {
            tree.setSelection(new StructuredSelection(template), true);
        }
    }

    /** Returns the selected template. */
    Optional<Template> chosen() {
        return tree.getStructuredSelection().getFirstElement() instanceof Template template ? Optional.of(template)
                : Optional.empty();
    }

    Control control() {
        return area;
    }

    private final class Content implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return templates.stream().map(Template::category).distinct().toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return templates.stream().filter(template -> template.category().equals(parent)).toArray();
        }

        @Override
        public Object getParent(Object element) {
            return element instanceof Template template ? template.category() : null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return element instanceof String;
        }
    }

    private static final class Labels extends ColumnLabelProvider {
        @Override
        public String getText(Object element) {
            return element instanceof Template template ? template.title() : (String) element;
        }

        @Override
        public Font getFont(Object element) {
            return element instanceof String
                    ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT) : null;
        }
    }

    private final class Search extends ViewerFilter {
        @Override
        public boolean select(Viewer viewer, Object parent, Object element) {
            return templates.stream().filter(template -> Objects.equals(template, element) || template.category().equals(element))
                    .anyMatch(template -> template.matches(search.getText()));
        }
    }
}
