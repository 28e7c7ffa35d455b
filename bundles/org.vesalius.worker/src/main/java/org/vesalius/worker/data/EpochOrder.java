// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.Random;

/**
 * The order in which an epoch visits the samples: a permutation that depends on seed, epoch and number of samples alone,
 * today and in later versions, on every machine.
 *
 * <p>The permutation is that of Durstenfeld (Algorithm 235, Communications of the ACM 7, 1964), drawn from
 * {@link Random}, whose algorithm is part of its specification. It is seeded by the finaliser of SplitMix64 (Steele,
 * Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014), so that neighbouring epochs and seeds have
 * nothing in common.
 */
public final class EpochOrder {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final long seed;

    /** @param seed the seed of the run */
    public EpochOrder(long seed) {
        this.seed = seed;
    }

    /**
     * The order of an epoch.
     *
     * @param epoch number of the epoch, from 1
     * @param samples number of samples
     * @return the numbers 0 to samples - 1, each once
     */
    public int[] of(int epoch, int samples) {
        int[] order = new int[samples];
        Random random = new Random(mix(seed + epoch * GOLDEN_GAMMA));
        for (int i = 0; i < samples; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    private static long mix(long value) {
        long first = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
        return second ^ (second >>> 31);
    }
}
