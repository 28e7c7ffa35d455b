// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.util.List;
import java.util.stream.Collectors;

/** Numbers and truth values as Python writes them. */
final class Python {
    private Python() {
    }

    /** One number for all axes where they agree: 3 or (3, 5). */
    static String size(List<Integer> sizes) {
        return sizes.stream().distinct().count() == 1 ? sizes.get(0).toString() : tuple(sizes);
    }

    /** Numbers in brackets; with a comma behind a single one. */
    static String tuple(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", ", "(",
                values.size() == 1 ? ",)" : ")"));
    }

    /** Numbers, one behind the other. */
    static String list(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** A further argument where it differs from what is usual; empty otherwise. */
    static String unless(boolean usual, String argument) {
        return usual ? "" : ", " + argument;
    }
}
