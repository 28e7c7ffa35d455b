// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.vesalius.core.progress.Progress;

/**
 * A progress that a test looks at, and that ends the work.
 *
 * @param begun hears how much work a task is
 * @param done hears how much is done
 * @param ends whether the work is no longer wanted
 */
public record WatchedProgress(LongConsumer begun, LongConsumer done, BooleanSupplier ends) implements Progress {
    /** Ends the work as soon as a condition holds. */
    public static WatchedProgress cancelledWhen(BooleanSupplier ends) {
        return new WatchedProgress(total -> {}, done -> {}, ends);
    }

    @Override
    public void begin(String task, long total) {
        begun.accept(total);
    }

    @Override
    public void advance(long amount) {
        done.accept(amount);
    }

    @Override
    public boolean cancelled() {
        return ends.getAsBoolean();
    }
}
