// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import org.vesalius.network.exchange.Fidelity;

/**
 * What becomes of values that a number is taken away from and added to again: in single precision the more of their
 * digits are lost the larger it is.
 */
final class LostDigits {
    /** Up to this number less than 1e-5 is lost. */
    private static final double MOST_EXACT = 128;
    /** Beyond this one few digits are left, or none. */
    private static final double MOST = 1 << 16;

    private LostDigits() {
    }

    /**
     * Tells what is lost.
     *
     * @param number what was taken away and added again
     * @param result the value behind that
     * @throws NotExpressible if too much is lost
     */
    static void tell(double number, View result, Reading reading) throws NotExpressible {
        if (!(Math.abs(number) <= MOST)) {
            throw new NotExpressible("beside its number " + Decimals.shortest(number)
                    + " other numbers would lose their digits");
        }
        if (Math.abs(number) > MOST_EXACT) {
            reading.sketch().note(result.layer(), Fidelity.APPROXIMATED, "its number " + Decimals.shortest(number)
                    + " is taken away before and added again behind: that costs other numbers their last digits");
        }
    }
}
