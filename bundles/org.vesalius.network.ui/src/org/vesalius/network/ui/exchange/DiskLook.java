// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.exchange;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;

/**
 * Looks at the disk in the background while a place is typed: a folder may lie on another computer that takes its time.
 * Only the newest question is answered. Used on the UI thread.
 */
final class DiskLook {
    private final Executor uiThread;
    private Job newest;
    private int asked;

    DiskLook(Executor uiThread) {
        this.uiThread = uiThread;
    }

    /**
     * Asks something.
     *
     * @param question looks at the disk; not on the UI thread
     * @param answer hears what was found, on the UI thread
     */
    <T> void ask(Supplier<T> question, Consumer<T> answer) {
        if (newest != null) {
            newest.cancel();
        }
        int mine = ++asked;
        ICoreRunnable look = monitor -> {
            T found = question.get();
            uiThread.execute(() -> {
                if (mine == asked) {
                    answer.accept(found);
                }
            });
        };
        newest = Job.createSystem("Look at the disk", look);
        newest.schedule();
    }
}
