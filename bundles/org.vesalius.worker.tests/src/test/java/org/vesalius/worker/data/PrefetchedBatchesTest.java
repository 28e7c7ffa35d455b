// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Tensor;

class PrefetchedBatchesTest {
    @Test
    void givesAllBatchesInOrder() {
        List<int[]> samples = BatchSplit.of(IntStream.range(0, 101).toArray(), 10);
        List<Integer> sizes = new ArrayList<>();
        try (PrefetchedBatches batches = new PrefetchedBatches(samples, PrefetchedBatchesTest::batch)) {
            while (batches.hasNext()) {
                Batch batch = batches.next();
                assertThat(batch.inputs().get("in").values()[0]).isEqualTo(10f * sizes.size());
                sizes.add(batch.size());
            }
            assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
        }
        assertThat(sizes).hasSize(11).startsWith(10).endsWith(1);
    }

    @Test
    void nothingComesOfNothing() {
        try (PrefetchedBatches batches = new PrefetchedBatches(List.of(), PrefetchedBatchesTest::batch)) {
            assertThat(batches.hasNext()).isFalse();
        }
    }

    @Test
    void anErrorOfTheReaderComesOutWhereTheBatchIsNeeded() {
        try (PrefetchedBatches batches = new PrefetchedBatches(List.of(new int[1]), numbers -> {
            throw new OutOfMemoryError("while reading");
        })) {
            assertThatThrownBy(batches::next).isInstanceOf(OutOfMemoryError.class).hasMessage("while reading");
        }
    }

    private static Batch batch(int[] samples) {
        Tensor numbers = Tensor.zeros(samples.length, 1);
        for (int i = 0; i < samples.length; i++) {
            numbers.values()[i] = samples[i];
        }
        return Batch.toPredict(Map.of("in", numbers), samples.length);
    }
}
