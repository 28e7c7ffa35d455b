// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.device;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vesalius.core.io.LockFile;
import org.vesalius.experiment.run.RunProcess;

/**
 * A place in the queue for one device of this machine, first come, first served; then the device itself. Two at once
 * would make each other slower than one after the other, or run out of its memory.
 *
 * <p>The folder of a device holds {@code device}, locked by the process that computes on it, {@code holder.json}, which
 * tells who that is, and one {@code .ticket} for each process that waits, locked by it and sorted by its time of arrival.
 * The operating system lets go of what a process has locked when it ends, however that happens; a ticket that nobody holds
 * is removed by the next who looks. All is looked at and changed under the lock of {@code guard}, for moments. For one
 * place of a process at a time: POSIX lets a lock go with any channel to its file that the process closes.
 */
public final class DevicePlace implements Closeable {
    private static final String TICKET = ".ticket";

    private final Path folder;
    private final DeviceUse use;
    private final Path ticketFile;
    private LockFile ticket;
    private LockFile device;
    private Optional<Ahead> ahead = Optional.empty();

    /**
     * A place, taken at the first {@link #take()}.
     *
     * @param locks the folder of the locks
     * @param name identifier of the device, which is the same in all engines: {@code cpu}, {@code gpu:0}
     * @param use what the device is wanted for
     * @param arrival when it was asked for; those who came earlier get the device earlier
     */
    public DevicePlace(Path locks, String name, DeviceUse use, Instant arrival) {
        // the user's folder may be one of several machines
        folder = locks.resolve(fileName(RunProcess.current().host())).resolve(fileName(name));
        this.use = Objects.requireNonNull(use, "use");
        Instant now = Instant.now();
        long time = Math.max(0, (arrival.isAfter(now) ? now : arrival).toEpochMilli());
        ticketFile = folder.resolve(String.format(Locale.ROOT, "%015d-%s%s", time, UUID.randomUUID(), TICKET));
    }

    /**
     * Who has the device, and who gets it before this place does.
     *
     * @param holder who has it, as far as is known
     * @param waiting how many that wait get it earlier
     */
    public record Ahead(Optional<DeviceUse> holder, int waiting) {
    }

    /**
     * Takes the device if it is free and nobody came earlier; otherwise keeps the place.
     *
     * @return whether this process has the device now
     * @throws IOException if the folder can't be written
     */
    public boolean take() throws IOException {
        Files.createDirectories(folder);
        Optional<LockFile> guard = device == null ? LockFile.tryTake(folder.resolve("guard")) : Optional.empty();
        if (guard.isEmpty()) {
            // somebody else is just looking: the next look will do
            return device != null;
        }
        try (LockFile held = guard.get()) {
            return look();
        }
    }

    /** Where the locks of the device are. */
    Path folder() {
        return folder;
    }

    /** Who was ahead when it could be seen last. */
    public Optional<Ahead> ahead() {
        return ahead;
    }

    /** Gives up the place, or the device. */
    @Override
    public void close() throws IOException {
        leaveQueue();
        if (device == null) {
            return;
        }
        try (LockFile held = device) {
            Files.deleteIfExists(holderFile());
        } finally {
            device = null;
        }
    }

    private boolean look() throws IOException {
        if (ticket == null) {
            ticket = LockFile.tryTake(ticketFile).orElseThrow(() -> new IOException("a new ticket is locked"));
        }
        int before = waitingBefore();
        device = before > 0 ? null : LockFile.tryTake(folder.resolve("device")).orElse(null);
        if (device == null) {
            ahead = Optional.of(new Ahead(DeviceUse.read(holderFile()), before));
            return false;
        }
        use.write(holderFile());
        leaveQueue();
        return true;
    }

    private int waitingBefore() throws IOException {
        int alive = 0;
        for (Path other : earlier()) {
            if (LockFile.held(other)) {
                alive++;
            } else {
                Files.deleteIfExists(other);
            }
        }
        return alive;
    }

    private List<Path> earlier() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(TICKET))
                    .filter(file -> file.compareTo(ticketFile) < 0).toList();
        }
    }

    private void leaveQueue() throws IOException {
        if (ticket != null) {
            ticket.close();
            ticket = null;
            Files.deleteIfExists(ticketFile);
        }
    }

    private static String fileName(String name) {
        return name.replaceAll("[^A-Za-z0-9-]", "_");
    }

    private Path holderFile() {
        return folder.resolve("holder.json");
    }
}
