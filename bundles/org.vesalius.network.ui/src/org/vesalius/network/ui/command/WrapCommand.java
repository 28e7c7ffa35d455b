// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.gef.commands.Command;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.meta.LayerInfo;

/** Gives wrappers such as Bidirectional a layer of another type to wrap; undo brings the former layers back. */
public final class WrapCommand extends Command {
    private final EReference reference;
    private final Map<Layer, Layer> before = new LinkedHashMap<>();
    private final Map<Layer, Layer> after = new LinkedHashMap<>();

    /**
     * @param network the network that holds the wrappers
     * @param wrappers layers that all have the reference
     * @param reference what holds the wrapped layer
     * @param type the type to wrap from now on
     */
    public WrapCommand(Network network, Collection<Layer> wrappers, EReference reference, EClass type) {
        super("Wrap " + LayerInfo.of(type).label());
        this.reference = Objects.requireNonNull(reference);
        LayerIds ids = LayerIds.of(network);
        for (Layer wrapper : wrappers) {
            Layer present = (Layer) wrapper.eGet(reference);
            if (present == null || present.eClass() != type) {
                Layer created = (Layer) EcoreUtil.create(type);
                ids.assignMissing(created);
                before.put(wrapper, present);
                after.put(wrapper, created);
            }
        }
    }

    @Override
    public boolean canExecute() {
        return !after.isEmpty();
    }

    @Override
    public void execute() {
        after.forEach((wrapper, inner) -> wrapper.eSet(reference, inner));
    }

    @Override
    public void undo() {
        before.forEach((wrapper, inner) -> wrapper.eSet(reference, inner));
    }
}
