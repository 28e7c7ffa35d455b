// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Layer;
import org.vesalius.network.inference.LayerFacts;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;

/** No layer is larger than an engine can hold, and large ones are pointed out. */
final class SizeCheck implements NetworkCheck {
    private static final String ID = "network.size";
    private static final long LIMIT = Integer.MAX_VALUE;
    private static final long LARGE = 150_000_000;
    private static final double BYTES_WITH_ADAM = 16.0;

    @Override
    public List<Problem> check(CheckedNetwork network) {
        return network.computed(this, layer -> network.inferred().of(layer).map(known -> problems(layer, known))
                .orElse(List.of()));
    }

    private static List<Problem> problems(Layer layer, LayerFacts known) {
        List<Problem> problems = new ArrayList<>();
        result(layer, known.shape(), problems);
        weights(layer, known.parameters(), problems);
        return problems;
    }

    private static void result(Layer layer, Shape shape, List<Problem> problems) {
        if (shape.elements().orElse(0) > LIMIT) {
            problems.add(Problem.error(ID, CheckedNetwork.subject(layer),
                    LayerInfo.called(layer) + " gives " + shape.display()
                            + ", more numbers than one array can hold; shrink the data before it.",
                    String.format(Locale.ROOT, "An engine holds at most %,d numbers in an array, for a whole batch.",
                            LIMIT)));
        }
    }

    private static void weights(Layer layer, ParameterCount count, List<Problem> problems) {
        long weights = count.total();
        if (weights > LIMIT) {
            problems.add(Problem.error(ID, CheckedNetwork.subject(layer),
                    String.format(Locale.ROOT, "%s would have %,d weights, more than an engine can hold; shrink the"
                            + " data before it or give it fewer units.", LayerInfo.called(layer), weights),
                    String.format(Locale.ROOT, "An engine holds at most %,d weights in a layer.", LIMIT)));
        } else if (weights > LARGE) {
            problems.add(Problem.warning(ID, CheckedNetwork.subject(layer),
                    String.format(Locale.ROOT, "%s has %,d weights and needs about %.1f GB in training; Global pooling"
                            + " in place of a Flatten makes it much smaller.", LayerInfo.called(layer), weights,
                            weights * BYTES_WITH_ADAM / 1e9),
                    "Each weight takes 4 bytes, and with Adam its gradient and two averages take three times as much"
                            + " again. So many weights also learn small data sets by heart."));
        }
    }
}
