// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.run;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.vesalius.core.progress.Progress;

/** The progress of work that knows no Eclipse, shown by the job it runs in, and cancelled with it. */
public final class MonitorProgress implements Progress {

    private final IProgressMonitor monitor;
    private SubMonitor part;
    private long reported;

    /** Creates the progress of a job. */
    public MonitorProgress(IProgressMonitor monitor) {
        this.monitor = monitor;
        part = SubMonitor.convert(monitor);
    }

    @Override
    public void begin(String task, long total) {
        part = SubMonitor.convert(monitor, task, (int) Math.max(0, Math.min(Integer.MAX_VALUE, total)));
        reported = 0;
    }

    @Override
    public void advance(long done) {
        part.worked((int) (done - reported));
        reported = done;
    }

    @Override
    public boolean cancelled() {
        return monitor.isCanceled();
    }
}
