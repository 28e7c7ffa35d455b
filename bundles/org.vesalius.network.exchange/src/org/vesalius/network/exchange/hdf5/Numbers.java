// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.hdf5;

import java.lang.reflect.Array;

/** Numbers of any type as 32-bit floats. */
final class Numbers {
    private Numbers() {
    }

    /** @param data a number, or an array of one dimension */
    static float[] floats(Object data) {
        if (data instanceof float[] floats) {
            return floats;
        }
        if (data instanceof Number number) {
            return new float[] {number.floatValue()};
        }
        int length = Array.getLength(data);
        float[] floats = new float[length];
        for (int i = 0; i < length; i++) {
            floats[i] = ((Number) Array.get(data, i)).floatValue();
        }
        return floats;
    }
}
