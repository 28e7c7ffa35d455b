// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks at one thread: what takes longer than its limit is reported, then freed from what blocks it, again and again.
 * When that helps nothing, the last resort comes.
 */
final class Watch {
    private static final int TRIES = 4;

    private final Duration grace;
    private final Runnable lastResort;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "Watchdog of the tests");
        thread.setDaemon(true);
        return thread;
    });
    private ScheduledFuture<?> next;
    private boolean expired;

    /** Creates a watch that gives what it freed a while to end before it tries again. */
    Watch(Duration grace, Runnable lastResort) {
        this.grace = grace;
        this.lastResort = lastResort;
    }

    /** Lets the time of something new begin; what was looked at before is done. */
    synchronized void begin(Duration limit, Runnable report, Runnable free) {
        stop();
        expired = false;
        next = timer.schedule(() -> expire(report, free), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void expire(Runnable report, Runnable free) {
        synchronized (this) {
            expired = true;
        }
        report.run();
        retry(free, TRIES);
    }

    private synchronized void retry(Runnable free, int tries) {
        if (!expired) {
            return;
        }
        if (tries == 0) {
            lastResort.run();
            return;
        }
        free.run();
        next = timer.schedule(() -> retry(free, tries - 1), grace.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the look; returns whether the limit was reached since its beginning. */
    synchronized boolean stop() {
        boolean tooLate = expired;
        expired = false;
        if (next != null) {
            next.cancel(false);
        }
        return tooLate;
    }
}
