// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.vesalius.network.Recurrent;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.InputRequirements;
import org.vesalius.network.layer.OneInputBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.View;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/**
 * Time×features in, the last state or all of them out; {@code gates·units·(units + features + 1)} weights.
 *
 * @param <L> the recurrent layer type
 */
final class RecurrentBehavior<L extends Recurrent> extends OneInputBehavior<L> {
    private final int gates;
    private final Predicate<L> twoBiases;

    /** @param gates how many sets of weights the cell has: 1 for the plain one, 4 for LSTM */
    RecurrentBehavior(Class<L> type, int gates) {
        this(type, gates, layer -> false);
    }

    /**
     * A cell that may add one bias to what comes in and another to its state.
     *
     * @param gates how many sets of weights the cell has: 3 for GRU
     * @param twoBiases whether a layer has both
     */
    RecurrentBehavior(Class<L> type, int gates, Predicate<L> twoBiases) {
        super(type);
        this.gates = gates;
        this.twoBiases = twoBiases;
    }

    @Override
    protected Shape outputShape(L layer, Shape input) throws ShapeMismatch {
        InputRequirements.sequence(layer, input);
        return layer.isReturnSequences() ? input.withLast(layer.getUnits()) : Shape.vector(layer.getUnits());
    }

    @Override
    public Optional<View> view(L layer, List<Shape> inputs, Shape output) {
        return Optional.empty();
    }

    @Override
    protected List<WeightSpec> weights(L layer, Shape input) {
        int units = layer.getUnits();
        int width = gates * units;
        List<WeightSpec> weights = new ArrayList<>();
        weights.add(WeightSpec.trained(Kernels.KERNEL, input.last().size(), width));
        weights.add(WeightSpec.trained("recurrent_kernel", units, width));
        if (layer.isUseBias()) {
            weights.add(twoBiases.test(layer) ? WeightSpec.trained("bias", 2, width) : Kernels.bias(width));
        }
        return weights;
    }

    @Override
    protected OptionalLong flops(L layer, Shape input, Shape output) {
        long perUnit = (long) layer.getUnits() + input.last().size();
        return Flops.multiplyAdds(input.withLast(layer.getUnits()), Saturated.times(gates, perUnit));
    }
}
