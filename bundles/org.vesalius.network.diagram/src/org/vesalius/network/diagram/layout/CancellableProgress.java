// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.layout;

import java.util.function.BooleanSupplier;
import org.eclipse.elk.core.util.BasicProgressMonitor;

/** Lets the layout kernel ask whether it is still wanted. */
final class CancellableProgress extends BasicProgressMonitor {
    private final BooleanSupplier cancelled;

    CancellableProgress(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    @Override
    public boolean isCanceled() {
        return cancelled.getAsBoolean();
    }

    @Override
    public BasicProgressMonitor doSubTask(float work, int maxHierarchyLevels) {
        return new CancellableProgress(cancelled);
    }
}
