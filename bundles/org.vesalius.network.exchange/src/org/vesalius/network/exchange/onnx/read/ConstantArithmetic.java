// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.function.DoubleBinaryOperator;

/** Arithmetic on constants of moderate size, such as the numbers that a normalisation works with. */
final class ConstantArithmetic {
    private static final int MOST = 1 << 20;

    private ConstantArithmetic() {
    }

    /** Whether both inputs are constants of moderate size, of the same shape or one of them a single number. */
    static boolean areConstants(ForeignNode node, Reading reading) {
        return reading.value(node, 0).orElse(null) instanceof ForeignArray a
                && reading.value(node, 1).orElse(null) instanceof ForeignArray b
                && a.size() <= MOST && b.size() <= MOST && a.size() > 0 && b.size() > 0
                && (a.dims().equals(b.dims()) || a.size() == 1 || b.size() == 1);
    }

    static ForeignArray of(Operation operation, ForeignNode node, Reading reading) throws NotExpressible {
        return combined(node, reading, switch (operation) {
            case ADD -> (x, y) -> x + y;
            case SUBTRACT -> (x, y) -> x - y;
            case MULTIPLY -> (x, y) -> x * y;
            case DIVIDE -> (x, y) -> x / y;
        });
    }

    static ForeignArray larger(ForeignNode node, Reading reading) throws NotExpressible {
        return combined(node, reading, Math::max);
    }

    static void root(ForeignNode node, Reading reading) throws NotExpressible {
        if (!(reading.value(node, 0).orElse(null) instanceof ForeignArray array) || array.size() > MOST) {
            throw new NotExpressible("it takes a root");
        }
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sqrt(array.values().get(i));
        }
        reading.put(node, new ForeignArray(array.dims(), Numbers.of(values), false));
    }

    private static ForeignArray combined(ForeignNode node, Reading reading, DoubleBinaryOperator operator)
            throws NotExpressible {
        ForeignArray a = reading.needed(node, 0);
        ForeignArray b = reading.needed(node, 1);
        ForeignArray larger = a.size() >= b.size() ? a : b;
        float[] values = new float[larger.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) operator.applyAsDouble(a.values().get(a.size() == 1 ? 0 : i),
                    b.values().get(b.size() == 1 ? 0 : i));
        }
        return new ForeignArray(larger.dims(), Numbers.of(values), false);
    }
}
