// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.evaluation.Decision;
import org.vesalius.evaluation.metric.Overlap;

/**
 * The structures that most samples have at each place. Nothing is told of samples of different sizes, of which some place
 * isn't known, or that take more than 64 MiB.
 */
final class MajorityMask {
    private static final long MOST_PLACES = 1L << 29;

    private final OutputKind kind;
    private final int columns;
    private final int first;
    /** For each sample the places of each structure that isn't the background. */
    private List<BitSet[]> truths = new ArrayList<>();
    private int places;

    MajorityMask(OutputKind kind) {
        this.kind = kind;
        columns = kind.names().size();
        first = OverlapMeasure.first(kind);
    }

    void add(Answer answer) {
        if (truths == null) {
            return;
        }
        int size = answer.truth().length / columns;
        places = truths.isEmpty() ? size : places;
        if (size != places || !known(answer) || (truths.size() + 1L) * size * (columns - first) > MOST_PLACES) {
            giveUp();
            return;
        }
        truths.add(IntStream.range(first, columns).mapToObj(structure -> places(answer, structure)).toArray(BitSet[]::new));
    }

    /** Lets go of all: nothing is told. */
    void giveUp() {
        truths = null;
    }

    private static boolean known(Answer answer) {
        for (boolean known : answer.known()) {
            if (!known) {
                return false;
            }
        }
        return true;
    }

    private BitSet places(Answer answer, int structure) {
        BitSet marked = new BitSet(places);
        for (int place = 0; place < places; place++) {
            int start = place * columns;
            boolean there = kind.exclusive() ? Decision.of(answer.truth(), start, columns) == structure
                    : Decision.of(answer.truth(), start + structure, 1) == 1;
            marked.set(place, there);
        }
        return marked;
    }

    /** For each sample the places of each structure, counted against those that most have; none where nothing is told. */
    List<List<Overlap>> overlaps() {
        if (truths == null || truths.isEmpty()) {
            return List.of();
        }
        BitSet[] most = most();
        return truths.stream().map(truth -> IntStream.range(0, truth.length).mapToObj(i -> overlap(truth[i], most[i])).toList())
                .toList();
    }

    private static Overlap overlap(BitSet truth, BitSet said) {
        BitSet both = (BitSet) truth.clone();
        both.and(said);
        return new Overlap(both.cardinality(), truth.cardinality(), said.cardinality());
    }

    /** Of structures that exclude each other the most frequent, the background too; of others those of at least half. */
    private BitSet[] most() {
        BitSet[] most = IntStream.range(first, columns).mapToObj(i -> new BitSet(places)).toArray(BitSet[]::new);
        int[] counts = new int[most.length];
        for (int place = 0; place < places; place++) {
            int left = truths.size();
            for (int i = 0; i < most.length; i++) {
                counts[i] = count(i, place);
                left -= counts[i];
            }
            if (kind.exclusive()) {
                int highest = highest(counts);
                most[highest].set(place, counts[highest] > left);
            } else {
                for (int i = 0; i < most.length; i++) {
                    most[i].set(place, 2 * counts[i] >= truths.size());
                }
            }
        }
        return most;
    }

    private int count(int structure, int place) {
        int count = 0;
        for (BitSet[] truth : truths) {
            count += truth[structure].get(place) ? 1 : 0;
        }
        return count;
    }

    private static int highest(int[] counts) {
        return IntStream.range(0, counts.length).reduce(0, (one, other) -> counts[other] > counts[one] ? other : one);
    }
}
