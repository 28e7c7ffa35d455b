// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.WatchedProgress;
import org.vesalius.dataset.similar.NearPairs.Pair;

class NearPairsTest {
    private final Random random = new Random(5);

    @Test
    void asManyAreFoundAsByComparingAll() {
        List<PerceptualHash> hashes = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            PerceptualHash hash = random();
            hashes.add(hash);
            hashes.add(flipped(hash, 40 + random.nextInt(48)));
        }

        List<Pair> expected = compared(hashes);
        assertThat(expected).hasSizeBetween(50, 100);
        assertThat(new NearPairs(hashes, (one, other) -> true, 1000).find("", Progress.none())).isEqualTo(expected);
    }

    /** As the frames of a film. */
    @Test
    void hashesThatAreAllNear() {
        PerceptualHash hash = random();
        List<PerceptualHash> hashes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            hashes.add(flipped(hash, 32));
        }

        assertThat(new NearPairs(hashes, (one, other) -> true, 10_000).find("", Progress.none())).isEqualTo(compared(hashes));
        assertThat(new NearPairs(hashes, (one, other) -> true, 10).find("", Progress.none())).hasSize(10);
        assertThat(new NearPairs(hashes, (one, other) -> one == 3, 10_000).find("", Progress.none())).allMatch(pair -> pair.first() == 3);
    }

    /** The borders of what is compared at once. */
    @Test
    void pairsLieAnywhere() {
        for (int size : new int[] {0, 1, 2, 63, 64, 65, 128, 129, 200}) {
            PerceptualHash hash = random();
            List<PerceptualHash> hashes = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                hashes.add(i == 0 || i == size - 1 || i == size / 2 ? flipped(hash, 31) : random());
            }

            assertThat(new NearPairs(hashes, (one, other) -> true, 1000).find("", Progress.none())).as("%s", size)
                    .isEqualTo(compared(hashes));
        }
    }

    @Test
    void pairsAreReadAsTheyWereWritten() {
        List<Pair> pairs = List.of(new Pair(0, 17), new Pair(3, 4));

        assertThat(Pair.parse(Pair.text(pairs))).isEqualTo(pairs);
        assertThat(Pair.parse(Pair.text(List.of()))).isEmpty();
    }

    @Test
    void isCancelled() {
        assertThatThrownBy(() -> new NearPairs(List.of(random(), random()), (one, other) -> true, 1).find("",
                WatchedProgress.cancelledWhen(() -> true))).isInstanceOf(CancellationException.class);
    }

    private static List<Pair> compared(List<PerceptualHash> hashes) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < hashes.size(); i++) {
            for (int j = i + 1; j < hashes.size(); j++) {
                int distance = 0;
                for (int word = 0; word < 4; word++) {
                    distance += Long.bitCount(hashes.get(i).words()[word] ^ hashes.get(j).words()[word]);
                }
                if (distance <= 63) {
                    pairs.add(new Pair(i, j));
                }
            }
        }
        return pairs;
    }

    private PerceptualHash random() {
        return new PerceptualHash(random.longs(4).toArray());
    }

    private PerceptualHash flipped(PerceptualHash hash, int bits) {
        long[] words = hash.words().clone();
        random.ints(0, 256).distinct().limit(bits).forEach(bit -> words[bit / 64] ^= 1L << bit % 64);
        return new PerceptualHash(words);
    }
}
