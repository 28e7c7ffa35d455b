// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.axis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;
import org.vesalius.network.exchange.onnx.graph.Value;

/** Arithmetic on sizes, with which graphs work out the shapes they reshape to. */
public final class SizeArithmetic {
    private SizeArithmetic() {
    }

    /** The result, if both inputs are sizes. */
    public static Optional<Value> fold(Operation operation, ForeignNode node, Reading reading) {
        Optional<Sizes> a = sizes(reading, node, 0);
        Optional<Sizes> b = sizes(reading, node, 1);
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        if (a.get().sizes().isEmpty() || b.get().sizes().isEmpty()) {
            return Optional.of(Sizes.of(List.of(), false));
        }
        int length = Math.max(a.get().sizes().size(), b.get().sizes().size());
        List<Long> result = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            long x = at(a.get(), i);
            long y = at(b.get(), i);
            result.add(x == Sizes.UNKNOWN || y == Sizes.UNKNOWN ? Sizes.UNKNOWN : operation.of(x, y));
        }
        return Optional.of(Sizes.of(result, a.get().single() && b.get().single()));
    }

    /** A value as sizes: a row of whole numbers, of which some may be unknown. */
    public static Optional<Sizes> sizes(Reading reading, ForeignNode node, int input) {
        Value value = reading.value(node, input).orElse(null);
        if (value instanceof Sizes sizes) {
            return Optional.of(sizes);
        }
        boolean row = value instanceof ForeignArray array && array.whole() && array.dims().size() <= 1
                && array.size() <= Sizes.MOST;
        return row ? Optional.of(new Sizes(((ForeignArray) value).longs(), ((ForeignArray) value).dims().isEmpty()))
                : Optional.empty();
    }

    /** Whether sizes are equal; one that is not known is none of those that are. */
    static void equal(ForeignNode node, Reading reading) throws NotExpressible {
        List<Long> result = new ArrayList<>();
        Sizes a = needed(node, 0, reading);
        Sizes b = needed(node, 1, reading);
        for (int i = 0; i < Math.max(a.sizes().size(), b.sizes().size()); i++) {
            boolean bothUnknown = at(a, i) == Sizes.UNKNOWN && at(b, i) == Sizes.UNKNOWN;
            boolean mayBe = at(a, i) == Sizes.UNKNOWN && at(b, i) > 0 || at(b, i) == Sizes.UNKNOWN && at(a, i) > 0;
            if (bothUnknown || mayBe) {
                throw new NotExpressible("it compares sizes that are not known");
            }
            result.add(at(a, i) == at(b, i) ? 1L : 0L);
        }
        reading.put(node, Sizes.of(result, a.single() && b.single()));
    }

    /** One size or another. */
    static void choose(ForeignNode node, Reading reading) throws NotExpressible {
        List<Long> result = new ArrayList<>();
        Sizes condition = needed(node, 0, reading);
        Sizes a = needed(node, 1, reading);
        Sizes b = needed(node, 2, reading);
        int length = Math.max(condition.sizes().size(), Math.max(a.sizes().size(), b.sizes().size()));
        for (int i = 0; i < length; i++) {
            result.add(at(condition, i) != 0 ? at(a, i) : at(b, i));
        }
        reading.put(node, Sizes.of(result, condition.single() && a.single() && b.single()));
    }

    private static Sizes needed(ForeignNode node, int input, Reading reading) throws NotExpressible {
        return sizes(reading, node, input).filter(sizes -> !sizes.sizes().isEmpty())
                .orElseThrow(() -> new NotExpressible("there is no layer that compares numbers"));
    }

    private static long at(Sizes sizes, int index) {
        return sizes.sizes().get(Math.min(index, sizes.sizes().size() - 1));
    }
}
