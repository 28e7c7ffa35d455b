// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.lost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.vesalius.worker.WorkerMain;

/** The worker, beside a thread that eats up the heap as soon as somebody puts a {@link #SIGN} into the run folder. */
public final class HungryWorker {

    /** Name of the file that makes the thread hungry; it is gone when the thread begins. */
    static final String SIGN = ".hungry";

    private HungryWorker() {
        // a main class
    }

    /** Works as the worker does. */
    public static void main(String[] arguments) {
        Path sign = Path.of(arguments[1]).resolve(SIGN);
        Thread thread = new Thread(() -> eatWhenTold(sign), "hungry");
        thread.setDaemon(true);
        thread.start();
        WorkerMain.main(arguments);
    }

    private static void eatWhenTold(Path sign) {
        while (!gone(sign)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        List<byte[]> eaten = new ArrayList<>();
        while (true) {
            eaten.add(new byte[1 << 18]);
        }
    }

    private static boolean gone(Path sign) {
        try {
            return Files.deleteIfExists(sign);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
