// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

/** What hangs is ended: by an interrupt where that is enough, else by the last resort. */
class WatchTest {
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration NEVER = Duration.ofDays(1);

    private final AtomicInteger reports = new AtomicInteger();
    private final CountDownLatch lastResort = new CountDownLatch(1);

    @Test
    void aThreadThatWaitsForEverIsInterrupted() {
        Thread self = Thread.currentThread();
        Watch watch = new Watch(NEVER, lastResort::countDown);
        watch.begin(SOON, reports::incrementAndGet, self::interrupt);
        assertThrows(InterruptedException.class, () -> new CountDownLatch(1).await());
        assertTrue(watch.stop(), "the limit was reached");
        assertEquals(1, reports.get());
        assertEquals(1, lastResort.getCount());
    }

    @Test
    void aThreadThatNothingFreesMeetsTheLastResort() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        new Watch(SOON, lastResort::countDown).begin(SOON, reports::incrementAndGet, tries::incrementAndGet);
        assertTrue(lastResort.await(1, TimeUnit.MINUTES));
        assertEquals(4, tries.get());
        assertEquals(1, reports.get());
    }

    @Test
    void whatEndsInTimeIsLeftAlone() {
        Watch watch = new Watch(SOON, lastResort::countDown);
        watch.begin(NEVER, reports::incrementAndGet, lastResort::countDown);
        assertFalse(watch.stop());
        assertFalse(watch.stop());
        assertEquals(0, reports.get());
        assertEquals(1, lastResort.getCount());
    }
}
