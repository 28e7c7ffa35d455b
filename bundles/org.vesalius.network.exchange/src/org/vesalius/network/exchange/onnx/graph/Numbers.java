// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Numbers in a row, as single precision where they are weights and as whole numbers where they are sizes. */
public interface Numbers {
    int size();

    double get(int index);

    /** A number as a whole number. */
    long whole(int index);

    /** All as single precision; not to be changed. */
    float[] floats();

    /** All as whole numbers. */
    List<Long> longs();

    static Numbers of(float[] values) {
        return new Floats(values);
    }

    static Numbers of(long[] values) {
        return new Longs(values);
    }

    /**
     * Single precision.
     *
     * @param values the numbers
     */
    record Floats(float[] values) implements Numbers {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double get(int index) {
            return values[index];
        }

        @Override
        public long whole(int index) {
            return (long) values[index];
        }

        @Override
        public float[] floats() {
            return values;
        }

        @Override
        public List<Long> longs() {
            return IntStream.range(0, values.length).mapToObj(i -> (long) values[i]).toList();
        }
    }

    /**
     * Whole numbers.
     *
     * @param values the numbers
     */
    record Longs(long[] values) implements Numbers {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double get(int index) {
            return values[index];
        }

        @Override
        public long whole(int index) {
            return values[index];
        }

        @Override
        public float[] floats() {
            float[] floats = new float[values.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = values[i];
            }
            return floats;
        }

        @Override
        public List<Long> longs() {
            return Arrays.stream(values).boxed().toList();
        }
    }
}
