// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arithmetic on sizes, with which graphs work out the shapes they reshape to. */
final class SizeArithmetic {
    private SizeArithmetic() {
    }

    /** The result, if both inputs are sizes. */
    static Optional<Value> fold(Operation operation, ForeignNode node, Reading reading) {
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
    static Optional<Sizes> sizes(Reading reading, ForeignNode node, int input) {
        Value value = reading.value(node, input).orElse(null);
        if (value instanceof Sizes sizes) {
            return Optional.of(sizes);
        }
        boolean row = value instanceof ForeignArray array && array.whole() && array.dims().size() <= 1
                && array.size() <= Sizes.MOST;
        return row ? Optional.of(new Sizes(((ForeignArray) value).longs(), ((ForeignArray) value).dims().isEmpty()))
                : Optional.empty();
    }

    private static long at(Sizes sizes, int index) {
        return sizes.sizes().get(Math.min(index, sizes.sizes().size() - 1));
    }
}
