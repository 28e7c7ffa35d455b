// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.WatchedProgress;

class ParallelWorkTest {

    @Test
    void eachIsDoneOnceAndTheProgressEndsAtAll() throws IOException {
        AtomicIntegerArray done = new AtomicIntegerArray(1000);
        AtomicLong reported = new AtomicLong();

        new ParallelWork(1000, done::incrementAndGet).run("Counting", progress(reported, new AtomicBoolean()));

        for (int i = 0; i < 1000; i++) {
            assertThat(done.get(i)).isEqualTo(1);
        }
        assertThat(reported).hasValue(1000);
    }

    @Test
    void nothingToDoIsDone() throws IOException {
        new ParallelWork(0, i -> {
            throw new AssertionError("nothing should be done");
        }).run("Nothing", Progress.none());
    }

    @Test
    void theFirstFailureEndsTheWork() {
        AtomicLong begun = new AtomicLong();

        assertThatThrownBy(() -> new ParallelWork(1_000_000, i -> {
            begun.incrementAndGet();
            throw new IOException("disk full");
        }).run("Failing", Progress.none())).isInstanceOf(IOException.class).hasMessage("disk full");
        assertThat(begun).hasValueLessThan(1000);

        assertThatThrownBy(() -> new ParallelWork(3, i -> {
            throw new IllegalStateException("bug");
        }).run("Failing", Progress.none())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cancellingStopsTheThreads() {
        AtomicBoolean cancelled = new AtomicBoolean();
        AtomicLong begun = new AtomicLong();

        assertThatThrownBy(() -> new ParallelWork(Integer.MAX_VALUE, i -> {
            begun.incrementAndGet();
            cancelled.set(true);
            Thread.onSpinWait();
        }).run("Endless", progress(new AtomicLong(), cancelled))).isInstanceOf(CancellationException.class);

        assertThat(begun.get()).isLessThan(Integer.MAX_VALUE);
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(t -> t.getName().startsWith("vesalius-data-"));
    }

    @Test
    void whoeverFailsOrHangsIsNamedOnce() {
        assertThatThrownBy(() -> new ParallelWork(1_000, i -> {
            throw new IllegalStateException("Mueller");
        }).by("reader 'lab'").run("Failing", Progress.none())).isInstanceOf(ReportedException.class)
                .message().matches("The reader 'lab' failed at number [1-9]\\d* of 1000\\.");

        CountDownLatch never = new CountDownLatch(1);
        try {
            assertThatThrownBy(() -> new ParallelWork(3, i -> {
                while (i == 1 && never.getCount() > 0) {
                    Thread.onSpinWait();
                }
            }).by("reader 'lab'").within(Duration.ofMillis(60)).run("Hanging", Progress.none()))
                    .isInstanceOf(ReportedException.class)
                    .hasMessageStartingWith("The reader 'lab' gives no answer for number 2 of 3");
        } finally {
            never.countDown();
        }
    }

    /** As where the user or a scheduler stops the process: whoever watches stands still as well. */
    @Test
    void whileNobodyWatchesNothingHangs() throws IOException {
        AtomicLong done = new AtomicLong();

        new ParallelWork(1, i -> {
            sleep(400);
            done.incrementAndGet();
        }).within(Duration.ofMillis(300)).run("Stopped", new WatchedProgress(total -> {
        }, now -> sleep(200), () -> false));

        assertThat(done).hasValue(1);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void workThatIsNotWantedIsLeftAlone() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicLong told = new AtomicLong();
        try {
            assertThatThrownBy(() -> Abandonable.call(watched -> {
                begun.countDown();
                while (never.getCount() > 0) {
                    Thread.onSpinWait();
                }
                watched.advance(1);
                return "";
            }, progress(told, () -> begun.getCount() == 0))).isInstanceOf(CancellationException.class);
        } finally {
            never.countDown();
        }
        assertThat(told).hasValue(0);
        assertThat(Abandonable.<String>call(watched -> "done", Progress.none())).isEqualTo("done");
        assertThatThrownBy(() -> Abandonable.call(watched -> {
            throw new OutOfMemoryError("none");
        }, Progress.none())).isInstanceOf(OutOfMemoryError.class);
    }

    private static Progress progress(AtomicLong reported, BooleanSupplier cancelled) {
        return new WatchedProgress(total -> reported.set(0), reported::set, cancelled);
    }

    private static Progress progress(AtomicLong reported, AtomicBoolean cancelled) {
        return new WatchedProgress(total -> reported.set(0), reported::set, cancelled::get);
    }
}
