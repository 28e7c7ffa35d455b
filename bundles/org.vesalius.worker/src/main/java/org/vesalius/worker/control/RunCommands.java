// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.control;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vesalius.core.LoggedFailure;
import org.vesalius.experiment.run.RunControl;
import org.vesalius.experiment.run.RunCommand;

/** The commands to this run: by the control file, and by signals, which can't be taken back. */
public final class RunCommands {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommands.class);
    private static final long LOOK_EVERY_MILLIS = 200;

    private final RunControl control;
    private final CountDownLatch signalled = new CountDownLatch(1);
    private RunCommand last = RunCommand.RUN;

    /** @param control the control file of the run */
    public RunCommands(RunControl control) {
        this.control = control;
    }

    /** The command as it stands; a signal asks to stop now. For the thread that trains. */
    public RunCommand current() {
        if (signalled.getCount() == 0) {
            return RunCommand.STOP_NOW;
        }
        try {
            last = control.command();
        } catch (IOException e) {
            // the file is just being replaced, or its disk is gone for a moment: the last command stands
            LOG.debug("control file can't be read", LoggedFailure.of(e));
        }
        return last;
    }

    /** Waits a fifth of a second, or until a signal comes. */
    public void await() {
        try {
            signalled.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            signalled.countDown();
        }
    }

    /** Asks to stop now; for any thread. */
    public void signal() {
        signalled.countDown();
    }
}
