// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.views.properties.tabbed.AbstractSectionDescriptor;
import org.eclipse.ui.views.properties.tabbed.AbstractTabDescriptor;
import org.eclipse.ui.views.properties.tabbed.ISection;

/** A tab of the Properties view with one section that fills it. */
final class PropertyTab extends AbstractTabDescriptor {
    private static final String CATEGORY = "design";

    private final String id;
    private final String label;

    /** @param id identifies the tab: it stays selected as long as the selection has it */
    PropertyTab(String id, String label, Supplier<ISection> section) {
        this.id = Objects.requireNonNull(id);
        this.label = Objects.requireNonNull(label);
        setSectionDescriptors(List.of(new Only(id, section)));
    }

    @Override
    public String getCategory() {
        return CATEGORY;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getLabel() {
        return label;
    }

    /** The one section of a tab. */
    private static final class Only extends AbstractSectionDescriptor {
        private final String tab;
        private final Supplier<ISection> section;

        Only(String tab, Supplier<ISection> section) {
            this.tab = tab;
            this.section = section;
        }

        @Override
        public String getId() {
            return tab + ".section";
        }

        @Override
        public ISection getSectionClass() {
            return section.get();
        }

        @Override
        public String getTargetTab() {
            return tab;
        }

        @Override
        public boolean appliesTo(IWorkbenchPart part, ISelection selection) {
            return true;
        }
    }
}
