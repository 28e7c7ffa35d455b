// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.lost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.Optional;

import org.vesalius.experiment.run.RunFolder;

/** A way to lose a worker. */
enum Loss {
    /** By a crash in native code, as the virtual machine sees it. */
    SIGSEGV,
    /** By the system, with no word of the process. */
    SIGKILL,
    /** By its own heap, which is full. */
    MEMORY;

    /** Does it to the worker of a run that this process has started; nothing if there is none any more. */
    void strike(RunFolder run) throws IOException {
        if (this == MEMORY) {
            Files.writeString(run.path().resolve(HungryWorker.SIGN), "");
            return;
        }
        Optional<ProcessHandle> worker = ProcessHandle.current().children().filter(ProcessHandle::isAlive).findFirst();
        if (worker.isPresent()) {
            kill(worker.get().pid());
        }
    }

    /** What the user is told of it. */
    String told() {
        return this == MEMORY ? "ran out of memory" : name();
    }

    private void kill(long pid) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + name().substring("SIG".length()), Long.toString(pid)).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
