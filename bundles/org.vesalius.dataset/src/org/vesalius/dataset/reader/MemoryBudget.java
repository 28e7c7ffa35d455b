// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * Lets threads decode together while what they take stays within a part of the memory. What is larger than the part
 * goes alone; what is larger than all memory is an error of the machine, not of the image.
 */
public final class MemoryBudget {
    private static final long UNIT = 1 << 20;

    private final long all;
    private final int units;
    private final Semaphore free;

    /** Half of the memory that Java may take. */
    public static MemoryBudget ofThisProcess() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory());
    }

    /** @param all bytes that Java may take; half of it is given to images */
    MemoryBudget(long all) {
        this.all = all;
        this.units = (int) Math.min(Integer.MAX_VALUE, Math.max(1, all / 2 / UNIT));
        this.free = new Semaphore(units, true);
    }

    /** Memory that was lent; it is given back by closing. */
    public interface Loan extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Lends memory, and waits until there is enough.
     *
     * @throws ReportedException if there can never be enough
     * @throws CancellationException if this thread is interrupted
     */
    public Loan lend(long bytes) {
        int wanted = units(bytes);
        try {
            free.acquire(wanted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        return () -> free.release(wanted);
    }

    /**
     * Lends memory if there is enough at the moment.
     *
     * @throws ReportedException if there can never be enough
     */
    public Optional<Loan> lendNow(long bytes) {
        int wanted = units(bytes);
        return free.tryAcquire(wanted) ? Optional.of(() -> free.release(wanted)) : Optional.empty();
    }

    private int units(long bytes) {
        if (bytes > all) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "An image needs about " + bytes / UNIT
                    + " MiB of memory to be decoded, and Java may take " + all / UNIT + " MiB.",
                    "Give Java more memory (-Xmx), or make the image smaller.");
        }
        return (int) Math.min(units, (bytes + UNIT - 1) / UNIT);
    }
}
