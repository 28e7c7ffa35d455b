// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
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

    private static Progress progress(AtomicLong reported, AtomicBoolean cancelled) {
        return new WatchedProgress(total -> reported.set(0), reported::set, cancelled::get);
    }
}
