// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.tabbed.AbstractSectionDescriptor;
import org.eclipse.ui.views.properties.tabbed.AbstractTabDescriptor;
import org.eclipse.ui.views.properties.tabbed.ISection;
import org.eclipse.ui.views.properties.tabbed.ITabDescriptor;
import org.eclipse.ui.views.properties.tabbed.ITabDescriptorProvider;
import org.vesalius.network.Block;
import org.vesalius.ui.field.Field;

/** Which tabs the Properties view has for what is selected in a designer. */
public final class PropertyTabs implements ITabDescriptorProvider {
    private static final String PREFIX = "org.vesalius.network.ui.properties.";

    @Override
    public ITabDescriptor[] getTabDescriptors(IWorkbenchPart part, ISelection selection) {
        return Selected.of(selection).map(PropertyTabs::tabs).orElseGet(List::of).toArray(ITabDescriptor[]::new);
    }

    private static List<ITabDescriptor> tabs(Selected selected) {
        List<ITabDescriptor> tabs = new ArrayList<>();
        if (selected.isConnections()) {
            tabs.add(fields("connection", "Connection", OtherFields::connection));
            return tabs;
        }
        tabs.add(selected.isNetwork() ? fields("network", "Network", OtherFields::network)
                : fields("layer", selected.layers().size() == 1 ? "Layer" : "Layers", LayerFields::general));
        if (!selected.isNetwork() && !LayerFields.weights(selected).isEmpty()) {
            tabs.add(fields("weights", "Weights", LayerFields::weights));
        }
        if (selected.layer().filter(Block.class::isInstance).isPresent()) {
            tabs.add(new Tab(PREFIX + "variations", "Repetitions", VariationsSection::new));
        }
        tabs.add(fields("result", "Result", ResultFields::of));
        tabs.add(new Tab(PREFIX + "problems", "Problems", ProblemsSection::new));
        return tabs;
    }

    private static ITabDescriptor fields(String id, String label, Function<Selected, List<Field>> content) {
        return new Tab(PREFIX + id, label, () -> new FieldsSection(content));
    }

    /** A tab of the Properties view with one section that fills it. */
    private static final class Tab extends AbstractTabDescriptor {
        private static final String CATEGORY = "design";

        private final String id;
        private final String label;

        /** @param id identifies the tab: it stays selected as long as the selection has it */
        Tab(String id, String label, Supplier<ISection> section) {
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
}
