// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Dense;
import org.vesalius.network.Flatten;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.fix.ReplaceLayer;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.inference.InferredShapes;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;

/** No single Dense holds nearly all parameters of a network that has other layers to learn with. */
final class DenseShareCheck implements NetworkCheck {
    private static final double NEARLY_ALL = 0.9;
    private static final long WORTH_A_WORD = 100_000;
    private static final int LOOK_BACK = 10;

    @Override
    public List<Problem> check(CheckedNetwork network) {
        InferredShapes inferred = network.inferred();
        List<Holder> holders = network.computed(this, layer -> holder(inferred, layer));
        long total = 0;
        boolean onlyDense = true;
        for (Holder holder : holders) {
            total = Saturated.plus(total, holder.parameters());
            onlyDense &= holder.layer() instanceof Dense;
        }
        return total < WORTH_A_WORD || onlyDense ? List.of() : problems(inferred, holders, total);
    }

    /** A layer that keeps numbers, and how many. */
    private record Holder(Layer layer, long parameters) {
    }

    private static List<Holder> holder(InferredShapes inferred, Layer layer) {
        long held = held(inferred, layer);
        return held == 0 ? List.of() : List.of(new Holder(layer, held));
    }

    private static List<Problem> problems(InferredShapes inferred, List<Holder> holders, long total) {
        return holders.stream().filter(holder -> holder.parameters() >= NEARLY_ALL * total)
                .filter(holder -> holder.layer() instanceof Dense)
                .map(holder -> problem(inferred, (Dense) holder.layer(), total)).toList();
    }

    private static long held(InferredShapes inferred, Layer layer) {
        return inferred.of(layer).map(known -> known.parameters().total()).orElse(0L);
    }

    private static Problem problem(InferredShapes inferred, Dense dense, long total) {
        Optional<Layer> flatten = flattenBefore(dense);
        String message = String.format(Locale.ROOT, "%s holds %.1f %% of the %,d parameters; ",
                LayerInfo.called(dense), 100.0 * held(inferred, dense) / total, total);
        return new Problem("network.dense-share", Severity.ADVICE, CheckedNetwork.subject(dense), message
                + flatten.map(layer -> remedy(inferred, dense, layer)).orElse("give it fewer units or fewer inputs."),
                "A Dense has a weight for each pair of input and unit, so behind a long row it learns a small data set"
                        + " by heart and fills the memory. Global pooling keeps one number for each channel instead"
                        + " of one for each place (Lin et al., arXiv:1312.4400).",
                flatten.map(DenseShareCheck::pooling).stream().toList());
    }

    private static String remedy(InferredShapes inferred, Dense dense, Layer flatten) {
        long channels = Inputs.of(flatten).stream().findFirst().flatMap(inferred::shapeOf).map(Shape::last)
                .map(axis -> (long) axis.size()).orElse(0L);
        return String.format(Locale.ROOT, "a Global pooling in place of %s leaves it %,d.", LayerInfo.called(flatten),
                dense.getUnits() * (channels + (dense.isUseBias() ? 1 : 0)));
    }

    private static Fix pooling(Layer flatten) {
        return new ReplaceLayer("Put a Global pooling in place of " + LayerInfo.called(flatten), flatten,
                NetworkPackage.Literals.GLOBAL_POOLING);
    }

    /** The Flatten that makes the row, looking through layers with one input that leave it as long as it is. */
    private static Optional<Layer> flattenBefore(Dense dense) {
        Layer layer = dense;
        for (int i = 0; i < LOOK_BACK; i++) {
            List<Layer> inputs = Inputs.of(layer);
            if (inputs.size() != 1 || inputs.get(0) instanceof Dense) {
                return Optional.empty();
            }
            layer = inputs.get(0);
            if (layer instanceof Flatten) {
                return Optional.of(layer);
            }
        }
        return Optional.empty();
    }
}
