// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.similar.NearPairs;
import org.vesalius.dataset.similar.PerceptualHash;

/**
 * Looking for near duplicates among the hashes of many images, some of which are alike.
 *
 * @param images how many
 * @param out where the report goes
 */
record NearHashes(int images, PrintStream out) {
    private static final int WORDS = PerceptualHash.BITS / Long.SIZE;
    private static final int ONE_ALIKE_OF = 100;
    private static final int BITS_OF_THOSE = 40;
    private static final int MOST_PAIRS = 1_000_000;

    /** Prints how long it takes; at most 3 minutes are wanted for all that follows decoding. */
    void measure() {
        List<PerceptualHash> hashes = hashes();
        long start = System.nanoTime();
        int pairs = new NearPairs(hashes, (one, other) -> true, MOST_PAIRS).find("", Progress.none()).size();
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        out.printf(Locale.ROOT, "Near duplicates among the hashes of %,d images; wanted: 3 min%n  %.1f s for %,d pairs%n", images, seconds,
                pairs);
    }

    private List<PerceptualHash> hashes() {
        Random random = new Random(1);
        List<PerceptualHash> hashes = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            long[] words = i % ONE_ALIKE_OF == 1 ? hashes.get(i - 1).words().clone() : random.longs(WORDS).toArray();
            if (i % ONE_ALIKE_OF == 1) {
                random.ints(BITS_OF_THOSE, 0, PerceptualHash.BITS).forEach(bit -> words[bit / Long.SIZE] ^= 1L << bit % Long.SIZE);
            }
            hashes.add(new PerceptualHash(words));
        }
        return hashes;
    }
}
