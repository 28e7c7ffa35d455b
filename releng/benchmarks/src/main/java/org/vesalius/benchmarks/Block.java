// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One block of work, measured.
 *
 * @param speed items per second
 * @param processorSeconds processor time that this process used meanwhile, of all its threads
 */
record Block(double speed, double processorSeconds) {

    /** Lets a subject do a block. */
    static Block of(Subject subject) throws Exception {
        double before = processorTime();
        double speed = subject.block();
        return new Block(speed, processorTime() - before);
    }

    private static double processorTime() {
        Duration used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return used.toNanos() / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
