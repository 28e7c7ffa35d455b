// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import org.vesalius.network.Recurrent;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;

/**
 * Time×features in, the last state or all of them out; {@code gates·units·(units + features + 1)} weights.
 *
 * @param <L> the recurrent layer type
 */
final class RecurrentBehavior<L extends Recurrent> extends OneInputBehavior<L> {
    private final int gates;

    /** @param gates how many sets of weights the cell has: 1 for the plain one, 4 for LSTM */
    RecurrentBehavior(Class<L> type, int gates) {
        super(type);
        this.gates = gates;
    }

    @Override
    protected Shape outputShape(L layer, Shape input) throws ShapeMismatch {
        Wants.sequence(layer, input);
        return layer.isReturnSequences() ? input.withLast(layer.getUnits()) : Shape.vector(layer.getUnits());
    }

    @Override
    protected ParameterCount parameters(L layer, Shape input) {
        long units = layer.getUnits();
        long perUnit = units + input.last().size() + 1;
        return ParameterCount.trainable(Saturated.times(gates, Saturated.times(units, perUnit)));
    }
}
