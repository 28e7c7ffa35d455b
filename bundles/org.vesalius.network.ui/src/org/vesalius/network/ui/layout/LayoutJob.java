// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.layout;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.draw2d.geometry.Point;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;

/** Arranges the layers of a network off the UI thread. */
public final class LayoutJob extends Job {
    /** The layout recurses along connections: chains of some thousand layers need more than a job's stack. */
    private static final long STACK_BYTES = 256L << 20;

    private final LayeredLayout layout;
    private final Executor uiThread;
    private final Consumer<Map<Layer, Point>> result;

    /**
     * Takes what it needs of the network; to be made on the UI thread.
     *
     * @param result hears the new positions on the UI thread
     */
    public LayoutJob(Network network, Executor uiThread, Consumer<Map<Layer, Point>> result) {
        super("Arrange layers");
        this.layout = new LayeredLayout(network);
        this.uiThread = Objects.requireNonNull(uiThread);
        this.result = Objects.requireNonNull(result);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Throwable failure = runOnDeepStack(monitor);
        if (monitor.isCanceled()) {
            return Status.CANCEL_STATUS;
        }
        if (failure != null) {
            return Status.error("The layers could not be arranged; they stay where they are.", failure);
        }
        uiThread.execute(() -> result.accept(layout.positions()));
        return Status.OK_STATUS;
    }

    /** Returns what went wrong, or null. */
    private Throwable runOnDeepStack(IProgressMonitor monitor) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, () -> layout.run(new CancellableProgress(monitor)), getName(), STACK_BYTES);
        thread.setUncaughtExceptionHandler((where, cause) -> failure.set(cause));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            monitor.setCanceled(true);
            Thread.currentThread().interrupt();
        }
        return failure.get();
    }
}
