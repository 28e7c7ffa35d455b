// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.Optional;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Loss;
import org.vesalius.network.Output;
import org.vesalius.network.fix.Drawing;
import org.vesalius.network.fix.TransferableFix;

/**
 * Turns an Output into the decision between yes and no.
 *
 * @param label what the change means to the user
 * @param output the output that gets binary cross-entropy
 * @param sigmoid the change that puts a sigmoid before it
 */
record BinaryDecision(String label, Output output, Fix sigmoid) implements TransferableFix {
    @Override
    public Optional<Fix> in(Drawing drawing) {
        Optional<Fix> drawn = sigmoid instanceof TransferableFix fix ? fix.in(drawing) : Optional.empty();
        return drawing.of(output).flatMap(end -> drawn.map(fix -> new BinaryDecision(label, end, fix)));
    }

    @Override
    public void apply() {
        sigmoid.apply();
        output.setLoss(Loss.BINARY_CROSS_ENTROPY);
    }
}
