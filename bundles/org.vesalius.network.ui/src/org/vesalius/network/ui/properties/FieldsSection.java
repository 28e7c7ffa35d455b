// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.tabbed.AbstractPropertySection;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;
import org.vesalius.ui.field.Field;
import org.vesalius.ui.field.FieldGrid;

/** A property tab made of fields. */
final class FieldsSection extends AbstractPropertySection {
    private final Function<Selected, List<Field>> content;
    private FieldGrid grid;
    private TabbedPropertySheetPage page;
    private Selected selected;

    /** @param content the fields for a selection */
    FieldsSection(Function<Selected, List<Field>> content) {
        this.content = Objects.requireNonNull(content);
    }

    @Override
    public void createControls(Composite parent, TabbedPropertySheetPage owner) {
        super.createControls(parent, owner);
        page = owner;
        parent.setLayout(new FillLayout());
        grid = new FieldGrid(parent);
    }

    @Override
    public void setInput(IWorkbenchPart part, ISelection selection) {
        super.setInput(part, selection);
        selected = Selected.of(selection).orElse(null);
    }

    /** The layer inside a wrapper may be another one by now, so the fields are asked for each time. */
    @Override
    public void refresh() {
        if (selected != null && selected.design().network() != null) {
            grid.show(content.apply(selected));
            page.resizeScrolledComposite();
        }
    }
}
