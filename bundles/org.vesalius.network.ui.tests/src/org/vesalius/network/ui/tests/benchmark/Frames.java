// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.vesalius.ui.tests.harness.Ui;

/** Counts how often a control is painted while something goes on, one step as soon as the one before is painted. */
final class Frames implements Listener {
    private static final long WARM_UP_NANOS = 500_000_000L;
    private static final long MEASURE_NANOS = 2_000_000_000L;

    private final Control control;
    private final IntConsumer step;
    private final CompletableFuture<Rate> result = new CompletableFuture<>();
    private long from;
    private long measuring;
    private long usedBefore;
    private int steps;
    private int painted;

    private Frames(Control control, IntConsumer step) {
        this.control = control;
        this.step = step;
    }

    /** Returns the rate; {@code step} gets its number and changes what is painted. */
    static Rate measure(Control control, IntConsumer step) throws Exception {
        Frames frames = new Frames(control, step);
        Ui.run(frames::start);
        return frames.result.get();
    }

    private void start() {
        from = System.nanoTime();
        control.addListener(SWT.Paint, this);
        next();
    }

    private void next() {
        step.accept(steps++);
        control.redraw();
    }

    @Override
    public void handleEvent(Event paint) {
        long now = System.nanoTime();
        if (measuring == 0 && now - from > WARM_UP_NANOS) {
            measuring = now;
            usedBefore = used();
            painted = 0;
        }
        painted++;
        if (measuring != 0 && now - measuring > MEASURE_NANOS) {
            control.removeListener(SWT.Paint, this);
            result.complete(rate(now));
        } else {
            control.getDisplay().asyncExec(this::next);
        }
    }

    private Rate rate(long now) {
        int frames = painted - 1;
        return new Rate(frames * 1e9 / (now - measuring), (used() - usedBefore) / 1e6 / frames);
    }

    /**
     * How often something is painted. The screen allows no more than 60 frames a second; the time of the processor tells
     * what was left.
     *
     * @param perSecond frames
     * @param millis time of the processor for one
     */
    record Rate(double perSecond, double millis) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f frames/s (%.1f ms CPU a frame)", perSecond, millis);
        }
    }

    private static long used() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
