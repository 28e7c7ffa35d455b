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
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.parallel.ParallelWork;

/**
 * All pairs of hashes that differ in few bits, by multi-index hashing (Norouzi, Punjani and Fleet, IEEE TPAMI 36, 2014): of
 * two that differ in at most {@value #MOST_BITS} bits, one of the {@value PerceptualHash#PARTS} parts differs in at most
 * {@value #MOST_BITS_OF_A_PART}. Those whose parts are as near are looked up in buckets; where buckets hold more than there are hashes,
 * all are compared.
 */
public final class NearPairs {
    /** The most bits that a pair differs in. */
    public static final int MOST_BITS = 63;

    private static final int MOST_BITS_OF_A_PART = MOST_BITS / PerceptualHash.PARTS;
    private static final int KEYS = 1 << 16;
    private static final int AT_ONCE = 64;
    private static final int[] NEIGHBOURS = neighbours();

    private final PerceptualHash[] hashes;
    private final Wanted wanted;
    private final int most;
    private final int[][] starts = new int[PerceptualHash.PARTS][];
    private final int[][] members = new int[PerceptualHash.PARTS][];
    private final Queue<Pair> found = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    /** Two of the hashes, by their indexes, the smaller first. */
    public record Pair(int first, int second) {
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
        this.hashes = hashes.toArray(PerceptualHash[]::new);
        this.wanted = wanted;
        this.most = most;
    }

    /**
     * Looks for them on all processors.
     *
     * @return in the order of their indexes; as many as are wanted at most, if there are more
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    public List<Pair> find(String task, Progress progress) {
        for (int part = 0; part < PerceptualHash.PARTS; part++) {
            sort(part);
        }
        try {
            new ParallelWork((hashes.length + AT_ONCE - 1) / AT_ONCE, this::ofSome).run(task, progress);
        } catch (IOException e) {
            throw new IllegalStateException("no file is read", e);
        }
        List<Pair> pairs = new ArrayList<>(found);
        pairs.sort(Comparator.comparingInt(Pair::first).thenComparingInt(Pair::second));
        return pairs.subList(0, Math.min(most, pairs.size()));
    }

    /** Puts the indexes into one array, ordered by the part. */
    private void sort(int part) {
        int[] start = new int[KEYS + 1];
        for (PerceptualHash hash : hashes) {
            start[hash.part(part) + 1]++;
        }
        for (int key = 0; key < KEYS; key++) {
            start[key + 1] += start[key];
        }
        int[] next = start.clone();
        int[] member = new int[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            member[next[hashes[i].part(part)]++] = i;
        }
        starts[part] = start;
        members[part] = member;
    }

    private void ofSome(int group) {
        int[] seen = new int[hashes.length];
        Arrays.fill(seen, -1);
        for (int i = group * AT_ONCE; i < Math.min(hashes.length, (group + 1) * AT_ONCE); i++) {
            if (count.get() > most) {
                return;
            }
            if (entries(i) > hashes.length) {
                withAll(i);
            } else {
                inBuckets(i, seen);
            }
        }
    }

    private long entries(int index) {
        long entries = 0;
        for (int part = 0; part < PerceptualHash.PARTS; part++) {
            int key = hashes[index].part(part);
            for (int neighbour : NEIGHBOURS) {
                entries += starts[part][(key ^ neighbour) + 1] - starts[part][key ^ neighbour];
            }
        }
        return entries;
    }

    private void withAll(int index) {
        for (int other = index + 1; other < hashes.length; other++) {
            compare(index, other);
        }
    }

    private void inBuckets(int index, int[] seen) {
        for (int part = 0; part < PerceptualHash.PARTS; part++) {
            int key = hashes[index].part(part);
            for (int neighbour : NEIGHBOURS) {
                for (int at = starts[part][key ^ neighbour]; at < starts[part][(key ^ neighbour) + 1]; at++) {
                    int other = members[part][at];
                    if (other > index && seen[other] != index) {
                        seen[other] = index;
                        compare(index, other);
                    }
                }
            }
        }
    }

    private void compare(int index, int other) {
        if (hashes[index].distance(hashes[other], MOST_BITS) <= MOST_BITS && wanted.test(index, other)) {
            count.incrementAndGet();
            found.add(new Pair(index, other));
        }
    }

    private static int[] neighbours() {
        List<Integer> keys = new ArrayList<>();
        for (int key = 0; key < KEYS; key++) {
            if (Integer.bitCount(key) <= MOST_BITS_OF_A_PART) {
                keys.add(key);
            }
        }
        return keys.stream().mapToInt(Integer::intValue).toArray();
    }
}
