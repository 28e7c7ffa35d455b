// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.template;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Makes a draft off the UI thread. */
final class DraftJob extends Job {
    private final Function<BooleanSupplier, Draft> work;
    private final Executor uiThread;
    private final BiConsumer<DraftJob, Draft> result;

    /**
     * @param work makes the draft, and asks whether it was cancelled
     * @param result hears the draft on the UI thread, with the job that made it
     */
    DraftJob(Function<BooleanSupplier, Draft> work, Executor uiThread, BiConsumer<DraftJob, Draft> result) {
        super("Draw preview");
        this.work = Objects.requireNonNull(work);
        this.uiThread = Objects.requireNonNull(uiThread);
        this.result = Objects.requireNonNull(result);
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            Draft draft = work.apply(monitor::isCanceled);
            uiThread.execute(() -> result.accept(this, draft));
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            return Status.CANCEL_STATUS;
        }
    }
}
