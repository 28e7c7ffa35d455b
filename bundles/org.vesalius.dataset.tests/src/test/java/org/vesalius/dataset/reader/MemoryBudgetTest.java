// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Images;

@Timeout(60)
class MemoryBudgetTest {
    private static final long MIB = 1 << 20;

    @TempDir
    private Path root;

    @Test
    void threadsTakeNoMoreThanTheBudgetTogether() throws Exception {
        MemoryBudget budget = new MemoryBudget(200 * MIB);
        long[] sizes = {30, 60, 90, 150, 10};
        AtomicLong taken = new AtomicLong();
        AtomicLong most = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            // what is larger than the budget of 100 takes all of it
            long size = sizes[i % sizes.length];
            all.add(threads.submit(() -> {
                try (MemoryBudget.Loan loan = budget.lend(size * MIB)) {
                    most.accumulateAndGet(taken.addAndGet(Math.min(size, 100)), Math::max);
                    Thread.yield();
                    taken.addAndGet(-Math.min(size, 100));
                }
            }));
        }
        for (Future<?> one : all) {
            one.get(30, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(most.get()).isLessThanOrEqualTo(100);
        assertThat(taken.get()).isZero();
    }

    @Test
    void aImageThatNeverFitsIsAnErrorOfTheMachineNotOfTheImage() throws IOException {
        Images.write(Images.grey(2000, 1500, 1), "png", root.resolve("a.png"));
        ImageFileReader small = new ImageFileReader(new MemoryBudget(16 * MIB));
        ImageFileReader enough = new ImageFileReader(new MemoryBudget(256 * MIB));

        assertThatThrownBy(() -> small.read(root, "a.png", Map.of())).isInstanceOfSatisfying(ReportedException.class,
                e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.ENVIRONMENT);
                    assertThat(e).hasMessageContaining("MiB of memory").hasMessageContaining("may take 16 MiB");
                    assertThat(e.remedy()).contains("-Xmx");
                });
        assertThat(new PictureReader(enough).read(root, "a.png", Map.of()).width()).isEqualTo(2000);
    }

    @Test
    void imagesThatDontFitTogetherAreReadOneAfterTheOther() throws Exception {
        // about 60 MiB each with its decoder's memory, of a budget of 64
        for (int i = 0; i < 4; i++) {
            Images.write(Images.grey(2000, 1500, i), "png", root.resolve(i + ".png"));
        }
        ImageFileReader reader = new ImageFileReader(new MemoryBudget(128 * MIB));
        AtomicLong reading = new AtomicLong();
        AtomicLong most = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = i % 4 + ".png";
            all.add(threads.submit(() -> reader.read(root, name, Map.of(), image -> {
                most.accumulateAndGet(reading.incrementAndGet(), Math::max);
                Thread.yield();
                return reading.decrementAndGet();
            })));
        }
        for (Future<?> one : all) {
            one.get(50, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(most.get()).isEqualTo(1);
    }
}
