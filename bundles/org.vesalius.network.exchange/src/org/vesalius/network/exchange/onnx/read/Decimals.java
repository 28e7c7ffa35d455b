// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

/** Settings that ONNX keeps in single precision, as people wrote them. */
final class Decimals {
    private Decimals() {
    }

    /** The number with the fewest digits that single precision can't tell from this one: 0.1 for 0.100000001. */
    static double shortest(double number) {
        return Double.parseDouble(Float.toString((float) number));
    }
}
