// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.network.BlockInput;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.fix.AddLayer;
import org.vesalius.network.fix.PrependLayer;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;

/** Data can enter. A Block input outside a block has a finding of its own. */
final class InputPresentCheck implements NetworkCheck {
    private static final EClass INPUT = NetworkPackage.Literals.INPUT;
    private static final Shape USUAL = Shape.image(128, 128, 3);

    @Override
    public List<Problem> check(CheckedNetwork network) {
        if (!network.layers(Input.class).isEmpty() || !network.layers(BlockInput.class).isEmpty()) {
            return List.of();
        }
        return List.of(Problem.error("network.no-input", "", "The network has no Input; add one for the data to enter.",
                "An experiment binds each Input to a column of the data set, such as the image of a sample.",
                fix(network)));
    }

    private static Fix fix(CheckedNetwork network) {
        String what = "Add an Input of " + USUAL.display();
        return network.layers().stream().filter(layer -> Inputs.of(layer).isEmpty()).findFirst()
                .<Fix>map(first -> new PrependLayer(what + " before " + LayerInfo.called(first), first, INPUT,
                        InputPresentCheck::setShape))
                .orElseGet(() -> new AddLayer(what, network.network(), INPUT, InputPresentCheck::setShape));
    }

    private static void setShape(Layer added) {
        ((Input) added).setShape(USUAL);
    }
}
