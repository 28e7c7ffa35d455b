// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.verb;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vesalius.core.LoggedFailure;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.worker.device.DevicePlace;
import org.vesalius.worker.device.DeviceQueue;
import org.vesalius.worker.device.DeviceUse;
import org.vesalius.worker.run.WorkerContext;

/** The device for a question, in the same queue as trainings; whoever asks is told what is waited for. */
final class QuestionDevice {
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final Logger LOG = LoggerFactory.getLogger(QuestionDevice.class);

    private final WorkerContext context;
    private final ResultOutput result;

    QuestionDevice(WorkerContext context, ResultOutput result) {
        this.context = Objects.requireNonNull(context, "context");
        this.result = Objects.requireNonNull(result, "result");
    }

    /** The device of a run, for a question of a kind such as {@code evaluation}. */
    DevicePlace take(RunFolder run, String kind) {
        return take(new RunRecordFile(run).read().provenance().device(), DeviceUse.question(kind, run));
    }

    /** A device, as soon as it is this process's turn. */
    DevicePlace take(String device, DeviceUse use) {
        Thread asking = Thread.currentThread();
        DevicePlace place = new DevicePlace(context.folders().locks(), device, use,
                ProcessHandle.current().info().startInstant().orElseGet(Instant::now));
        DeviceQueue queue = new DeviceQueue(device, () -> LockSupport.parkNanos(LOOK_EVERY_NANOS), asking::isInterrupted,
                result::waiting);
        boolean taken = false;
        try {
            taken = queue.take(place);
            if (!taken) {
                throw new CancellationException("interrupted while the device was not free");
            }
            result.goingOn();
            return place;
        } finally {
            if (!taken) {
                leave(place);
            }
        }
    }

    private static void leave(DevicePlace place) {
        try {
            place.close();
        } catch (IOException e) {
            // the process lets go of it when it ends
            LOG.warn("a place in the queue for a device could not be given up", LoggedFailure.of(e));
        }
    }
}
