// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.control;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.core.io.LockFile;

/**
 * A device is for one run of a user at a time; two would make each other slower than one after the other. Held by the
 * worker, and let go of by the operating system when the worker ends, however that happens.
 */
public final class DeviceLock implements Closeable {
    private static final int LONGEST_NAME = 512;

    private final Path lockFile;
    private final Path holderFile;
    private LockFile lock;

    /**
     * @param locks the folder of the locks
     * @param engine identifier of the engine
     * @param device identifier of its device
     */
    public DeviceLock(Path locks, String engine, String device) {
        String name = (engine + "-" + device).replaceAll("[^A-Za-z0-9.-]", "_");
        lockFile = locks.resolve(name + ".lock");
        holderFile = locks.resolve(name + ".holder");
    }

    /**
     * Takes the device if it is free.
     *
     * @param run name of the run that wants it, shown to others that wait
     * @return whether this object holds the device now
     * @throws IOException if the folder of the locks can't be written
     */
    public boolean tryTake(String run) throws IOException {
        Files.createDirectories(lockFile.getParent());
        Optional<LockFile> locked = LockFile.tryTake(lockFile);
        if (locked.isEmpty()) {
            return false;
        }
        lock = locked.get();
        new AtomicFile(holderFile).writeText(run);
        return true;
    }

    /** Name of the run that holds the device, as far as it is known; otherwise empty. */
    public String holder() {
        try (InputStream in = Files.newInputStream(holderFile)) {
            return new String(in.readNBytes(LONGEST_NAME), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            // it has the lock but hasn't said so yet; the name is for the user's eyes only
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
