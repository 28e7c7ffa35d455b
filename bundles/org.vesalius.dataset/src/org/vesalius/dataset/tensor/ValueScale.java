// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import org.vesalius.dataset.array.ElementType;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.pixel.ValueOptions;

/**
 * How values 0…255 are kept, and what they become for the network. They are kept as whole numbers of 8 bits; or, where
 * the images are deeper, of 16 bits, which stand for 257ths.
 */
final class ValueScale {
    /** The column option that holds the factor, as a number or a fraction. */
    static final String OPTION = "scale";

    private static final String DEFAULT = "1/255";
    private static final int PARTS = 257;

    private final double factor;
    private final boolean deep;
    private final float[] table = new float[256];

    private ValueScale(double factor, boolean deep) {
        this.factor = factor;
        this.deep = deep;
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) (i * factor);
        }
    }

    /**
     * The scale that a column asks for.
     *
     * @throws ReportedException if its option is no number, or its depth is neither 8 nor 16
     */
    static ValueScale of(Column column) {
        boolean deep = isDeep(column);
        String text = column.option(OPTION, DEFAULT);
        try {
            String[] parts = text.split("/", 2);
            double factor = Double.parseDouble(parts[0]) / (parts.length == 2 ? Double.parseDouble(parts[1]) : 1);
            if (Double.isFinite(factor) && factor != 0) {
                return new ValueScale(factor, deep);
            }
        } catch (NumberFormatException e) {
            throw invalid(column, text);
        }
        throw invalid(column, text);
    }

    private static ReportedException invalid(Column column, String text) {
        return new ReportedException(ErrorKind.INVALID_INPUT,
                "Column '" + column.name() + "' has the scale '" + text + "', which is no number.",
                "Write a number or a fraction such as 1/255 into the column's options in dataset.json.");
    }

    private static boolean isDeep(Column column) {
        String depth = column.option(ValueOptions.DEPTH, "8");
        if (!depth.equals("8") && !depth.equals("16")) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "Column '" + column.name() + "' has the depth '" + depth + "', which is neither 8 nor 16.",
                    "Write 8 or 16 into the column's options in dataset.json.");
        }
        return depth.equals("16");
    }

    /** The type that values are kept in. */
    ElementType type() {
        return deep ? ElementType.U16 : ElementType.U8;
    }

    /** The values as they are kept, rounded to the nearest. */
    byte[] store(float[] values) {
        ByteBuffer stored = ByteBuffer.allocate(values.length * (deep ? Short.BYTES : Byte.BYTES));
        for (float value : values) {
            float bounded = Math.min(Math.max(value, 0), 255);
            if (deep) {
                stored.putShort((short) (int) (bounded * PARTS + 0.5f));
            } else {
                stored.put((byte) (int) (bounded + 0.5f));
            }
        }
        return stored.array();
    }

    /** What kept values become. */
    void restore(byte[] stored, float[] destination, int offset) {
        if (!deep) {
            for (int i = 0; i < stored.length; i++) {
                destination[offset + i] = table[stored[i] & 0xFF];
            }
            return;
        }
        ShortBuffer values = ByteBuffer.wrap(stored).asShortBuffer();
        for (int i = 0; i < values.limit(); i++) {
            destination[offset + i] = (float) (Short.toUnsignedInt(values.get(i)) * factor / PARTS);
        }
    }
}
