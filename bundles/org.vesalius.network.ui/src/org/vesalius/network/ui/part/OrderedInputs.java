// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.Set;

import org.eclipse.emf.ecore.EClass;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage.Literals;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.layer.InputCount;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.ui.figure.InputTabs;

/** Says which layers show their inputs one by one: those that take several and care for their order. */
public final class OrderedInputs {
    /** Their result is the same in whatever order the inputs come. */
    private static final Set<EClass> COMMUTATIVE = Set.of(Literals.ADD, Literals.MULTIPLY, Literals.AVERAGE,
            Literals.MAXIMUM, Literals.MINIMUM);

    private OrderedInputs() {
    }

    /** Returns the tabs that a layer shows. */
    public static InputTabs tabs(Layer layer, LayerCatalog catalog) {
        InputCount count = count(layer, catalog);
        if (count.max() <= 1 || COMMUTATIVE.contains(layer.eClass())) {
            return InputTabs.NONE;
        }
        int connected = Inputs.connections(layer).size();
        int shown = Math.max(connected, count.min());
        if (shown <= 1) {
            return InputTabs.NONE;
        }
        return new InputTabs(shown, connected == shown && shown < count.max());
    }

    /** A block takes as many inputs as stand inside it. */
    private static InputCount count(Layer layer, LayerCatalog catalog) {
        if (layer instanceof Block block) {
            int inputs = (int) block.getLayers().stream().filter(BlockInput.class::isInstance).count();
            return new InputCount(inputs, inputs);
        }
        return catalog.behavior(layer).map(behavior -> behavior.inputs()).orElse(InputCount.one());
    }
}
