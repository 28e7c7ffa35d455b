// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Something whose speed is measured, a block at a time. */
interface Subject extends AutoCloseable {

    /** What it is, for the report. */
    String name();

    /**
     * Does one block of work.
     *
     * @return its speed in items per second
     */
    double block() throws Exception;

    /**
     * Seconds of processor time that it used until now, of all its threads; if it computes in this process, the time that
     * this process used.
     */
    default double processorSeconds() {
        Duration used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return used.toNanos() / (double) TimeUnit.SECONDS.toNanos(1);
    }

    @Override
    default void close() throws Exception {
        // most subjects hold nothing
    }
}
