// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.random;

import java.util.List;

/**
 * Pseudo-random numbers by SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA
 * 2014). The algorithm is written out here because results that are kept, such as the split of a data set, must not
 * change with the Java platform.
 */
public final class SeededRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final double UNIT = 0x1.0p-53;
    private static final double NORMAL_SCALE = Math.sqrt(3);

    private long state;

    /** The generator that starts from this seed. */
    public SeededRandom(long seed) {
        state = seed;
    }

    /** A generator of its own for each combination of seed and keys. */
    public static SeededRandom of(long seed, long... keys) {
        long mixed = mix(seed + GOLDEN_GAMMA);
        for (long key : keys) {
            mixed = mix(mixed ^ mix(key + GOLDEN_GAMMA));
        }
        return new SeededRandom(mixed);
    }

    /** A number that stands for a text among the keys of {@link #of}: its FNV-1a hash of 64 bits. */
    public static long key(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    /** Any 64 bits. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long z) {
        long a = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
        return b ^ b >>> 31;
    }

    /** A number from 0 to below 1. */
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }

    /** A number from low to below high. */
    public double between(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** A whole number from 0 to below the bound, which is positive. */
    public int nextInt(int bound) {
        return (int) (nextDouble() * bound);
    }

    /** Whether an event of this probability happens. */
    public boolean chance(double probability) {
        return nextDouble() < probability;
    }

    /**
     * A number of mean 0 and variance 1 that is nearly normally distributed: the sum of four uniform ones, so it never
     * lies beyond ±3.47, and needs no function whose last digit depends on the platform.
     */
    public double nearNormal() {
        double sum = nextDouble() + nextDouble() + nextDouble() + nextDouble();
        return (sum - 2) * NORMAL_SCALE;
    }

    /** Brings a list into random order (Fisher and Yates). */
    public void shuffle(List<?> list) {
        shuffleTyped(list);
    }

    private <T> void shuffleTyped(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int other = nextInt(i + 1);
            T moved = list.set(i, list.get(other));
            list.set(other, moved);
        }
    }
}
