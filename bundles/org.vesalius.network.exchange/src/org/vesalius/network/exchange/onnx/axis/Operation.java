// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.axis;

import org.vesalius.network.exchange.onnx.graph.NotExpressible;

/** What arithmetic with a constant does to a value x: scale·x + offset. */
public enum Operation {
    ADD {
        @Override
        public double scale(double c, boolean first) {
            return 1;
        }

        @Override
        public double offset(double c, boolean first) {
            return c;
        }

        @Override
        long of(long a, long b) {
            return a + b;
        }
    },
    SUBTRACT {
        @Override
        public double scale(double c, boolean first) {
            return first ? -1 : 1;
        }

        @Override
        public double offset(double c, boolean first) {
            return first ? c : -c;
        }

        @Override
        long of(long a, long b) {
            return a - b;
        }
    },
    MULTIPLY {
        @Override
        public double scale(double c, boolean first) {
            return c;
        }

        @Override
        public double offset(double c, boolean first) {
            return 0;
        }

        @Override
        long of(long a, long b) {
            return a * b;
        }
    },
    DIVIDE {
        @Override
        public double scale(double c, boolean first) throws NotExpressible {
            if (first) {
                throw new NotExpressible("it divides a constant by a value");
            }
            return 1 / c;
        }

        @Override
        public double offset(double c, boolean first) {
            return 0;
        }

        @Override
        long of(long a, long b) {
            return b == 0 ? 0 : a / b;
        }
    };

    /** By what x is multiplied; {@code first} if the constant c stands before the operator. */
    public abstract double scale(double c, boolean first) throws NotExpressible;

    /** What is added. */
    public abstract double offset(double c, boolean first);

    /** The operation on whole numbers, such as sizes. */
    abstract long of(long a, long b);

    /** Whether a constant behind the operator leaves x as it is. */
    public boolean changesNothing(double c) throws NotExpressible {
        return scale(c, false) == 1 && offset(c, false) == 0;
    }
}
