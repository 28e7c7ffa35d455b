// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import java.io.IOException;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.run.Provenance;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunState;
import org.vesalius.worker.control.DeviceLock;
import org.vesalius.worker.control.RunWishes;
import org.vesalius.worker.journal.RunJournal;

/** Waits until the device is free, and says meanwhile behind which run. */
final class DeviceQueue {
    private final RunFolder folder;
    private final RunWishes wishes;
    private final RunJournal journal;

    DeviceQueue(RunFolder folder, RunWishes wishes, RunJournal journal) {
        this.folder = folder;
        this.wishes = wishes;
        this.journal = journal;
    }

    /**
     * Takes the device; while another run has it, this one is QUEUED.
     *
     * @return whether the device was taken; otherwise the user wants the run to end
     * @throws ReportedException if the folder of the locks can't be written
     */
    boolean take(DeviceLock lock) {
        try {
            while (!lock.tryTake(folder.name())) {
                tell(lock.holder());
                wishes.await();
                if (wishes.current().ends()) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The lock of the device can't be taken.",
                    null, "Check that the user's cache folder can be written, or name another (-Dvesalius.locks).", e);
        }
    }

    private void tell(String holder) {
        Provenance wanted = journal.record().provenance();
        String behind = holder.isEmpty() ? "another run" : "run " + holder;
        String message = "Waiting for device '" + wanted.device() + "', which " + behind + " is using.";
        boolean told = journal.record().state() == RunState.QUEUED && journal.record().message().equals(message);
        if (!told) {
            journal.state(RunState.QUEUED, message);
        }
    }
}
