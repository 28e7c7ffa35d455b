// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.tabbed.ITabDescriptor;
import org.eclipse.ui.views.properties.tabbed.ITabDescriptorProvider;
import org.vesalius.network.Block;

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
            tabs.add(new PropertyTab(PREFIX + "variations", "Repetitions", VariationsSection::new));
        }
        tabs.add(fields("result", "Result", ResultFields::of));
        tabs.add(new PropertyTab(PREFIX + "problems", "Problems", ProblemsSection::new));
        return tabs;
    }

    private static ITabDescriptor fields(String id, String label, Function<Selected, List<Field>> content) {
        return new PropertyTab(PREFIX + id, label, () -> new FieldsSection(content));
    }
}
