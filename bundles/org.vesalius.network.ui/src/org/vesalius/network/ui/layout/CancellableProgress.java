// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.layout;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.elk.core.util.BasicProgressMonitor;

/** Lets a job's monitor cancel a layout. */
final class CancellableProgress extends BasicProgressMonitor {
    private final IProgressMonitor monitor;

    CancellableProgress(IProgressMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public boolean isCanceled() {
        return monitor.isCanceled();
    }

    @Override
    public BasicProgressMonitor doSubTask(float work, int maxHierarchyLevels) {
        return new CancellableProgress(monitor);
    }
}
