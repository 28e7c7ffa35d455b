// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededRandomTest {

    /** The first outputs of the reference implementation (Vigna, splitmix64.c) for the seed 1234567. */
    @Test
    void isSplitMix64() {
        SeededRandom random = new SeededRandom(1234567);

        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("3203168211198807973");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("9817491932198370423");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("4593380528125082431");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("16408922859458223821");
    }

    @Test
    void equalsTheGeneratorOfTheJavaPlatform() {
        SeededRandom own = new SeededRandom(-5);
        SplittableRandom java = new SplittableRandom(-5);

        IntStream.range(0, 100).forEach(i -> assertThat(own.nextLong()).isEqualTo(java.nextLong()));
    }

    @Test
    void eachCombinationOfKeysIsAGeneratorOfItsOwn() {
        long plain = SeededRandom.of(1, 2, 3).nextLong();

        assertThat(SeededRandom.of(1, 2, 3).nextLong()).isEqualTo(plain);
        assertThat(SeededRandom.of(1, 3, 2).nextLong()).isNotEqualTo(plain);
        assertThat(SeededRandom.of(2, 2, 3).nextLong()).isNotEqualTo(plain);
        assertThat(SeededRandom.of(1, 2).nextLong()).isNotEqualTo(plain);
    }

    /** FNV-1a of "a" as published with the algorithm. */
    @Test
    void keysAreHashes() {
        assertThat(SeededRandom.key("a")).isEqualTo(0xAF63DC4C8601EC8CL);
        assertThat(SeededRandom.key("foobar")).isEqualTo(0x85944171F73967E8L);
    }

    @Test
    void nearNormalHasMeanZeroAndVarianceOne() {
        SeededRandom random = new SeededRandom(3);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 100_000; i++) {
            double value = random.nearNormal();
            sum += value;
            squares += value * value;
        }

        assertThat(sum / 100_000).isCloseTo(0, within(0.02));
        assertThat(squares / 100_000).isCloseTo(1, within(0.02));
    }

    @Test
    void shufflingKeepsAll() {
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, 50).boxed().toList());

        new SeededRandom(9).shuffle(numbers);

        assertThat(numbers).doesNotHaveDuplicates().hasSize(50).isNotEqualTo(IntStream.range(0, 50).boxed().toList());
    }
}
