// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.similar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.parallel.ParallelWork;

/**
 * All pairs of hashes that differ in few bits. Each hash is compared with all behind it: for so many bits the buckets of multi-index
 * hashing hold a sixth of all hashes, and to look these up here and there takes longer than to go through all in a row.
 */
public final class NearPairs {
    /** The most bits that a pair differs in. */
    public static final int MOST_BITS = 63;

    private static final int WORDS = PerceptualHash.BITS / Long.SIZE;
    /** They stay in the fastest cache while all others are compared with them. */
    private static final int AT_ONCE = 64;

    /** The words of one hash after those of another. */
    private final long[] words;
    private final int hashes;
    private final Wanted wanted;
    private final int most;
    private final Queue<Pair> found = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    /** Two of the hashes, by their indexes, the smaller first. */
    public record Pair(int first, int second) {

        /** Pairs as a text that {@link #parse} understands. */
        public static String text(List<Pair> pairs) {
            return pairs.stream().map(pair -> pair.first() + "," + pair.second()).collect(Collectors.joining(";"));
        }

        /** The pairs of such a text. */
        public static List<Pair> parse(String text) {
            return text.isEmpty() ? List.of() : Arrays.stream(text.split(";")).map(pair -> pair.split(","))
                    .map(pair -> new Pair(Integer.parseInt(pair[0]), Integer.parseInt(pair[1]))).toList();
        }
    }

    /** Which pairs matter. */
    @FunctionalInterface
    public interface Wanted {
        /** Whether a pair does. */
        boolean test(int first, int second);
    }

    /**
     * @param hashes what is compared
     * @param wanted which pairs matter; asked for those that are near
     * @param most how many pairs are found at most
     */
    public NearPairs(List<PerceptualHash> hashes, Wanted wanted, int most) {
        this.hashes = hashes.size();
        this.wanted = wanted;
        this.most = most;
        words = new long[hashes.size() * WORDS];
        int end = 0;
        for (PerceptualHash hash : hashes) {
            System.arraycopy(hash.words(), 0, words, end, WORDS);
            end += WORDS;
        }
    }

    /**
     * Looks for them on all processors.
     *
     * @return in the order of their indexes; as many as are wanted at most, if there are more
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    public List<Pair> find(String task, Progress progress) {
        try {
            new ParallelWork((hashes + AT_ONCE - 1) / AT_ONCE, this::ofSome).run(task, progress);
        } catch (IOException e) {
            throw new IllegalStateException("no file is read", e);
        }
        List<Pair> pairs = new ArrayList<>(found);
        pairs.sort(Comparator.comparingInt(Pair::first).thenComparingInt(Pair::second));
        return pairs.subList(0, Math.min(most, pairs.size()));
    }

    private void ofSome(int group) {
        int start = group * AT_ONCE;
        int end = Math.min(hashes, start + AT_ONCE);
        for (int second = start + 1; second < hashes && count.get() <= most; second++) {
            compare(start, Math.min(end, second), second);
        }
    }

    /** Compares one with some before it. */
    private void compare(int start, int end, int second) {
        for (int other = near(start, end, second); other < end; other = near(other + 1, end, second)) {
            if (wanted.test(other, second)) {
                count.incrementAndGet();
                found.add(new Pair(other, second));
            }
        }
    }

    /** The first of some that one is near to; the end of them if there is none. Nearly all time is spent here. */
    private int near(int start, int end, int one) {
        long[] all = words;
        long first = all[one * WORDS];
        long next = all[one * WORDS + 1];
        long third = all[one * WORDS + 2];
        long last = all[one * WORDS + 3];
        for (int place = start * WORDS; place < end * WORDS; place += WORDS) {
            // all words, since a processor that guesses wrong whether half of them suffice loses more time
            int distance = Long.bitCount(all[place] ^ first) + Long.bitCount(all[place + 1] ^ next)
                    + Long.bitCount(all[place + 2] ^ third) + Long.bitCount(all[place + 3] ^ last);
            if (distance <= MOST_BITS) {
                return place / WORDS;
            }
        }
        return end;
    }
}
