// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.shape;

/**
 * Sums and products of counts, none negative, that stop at {@link Long#MAX_VALUE} where the true result is larger.
 * A network that no machine can hold then gives a problem to show, not a wrong number.
 */
public final class Saturated {
    private Saturated() {
    }

    /** The product. */
    public static long times(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }

    /** The sum. */
    public static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
