// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.library;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * The services of one type on a class path, loaded one by one, so that a faulty one harms nobody else.
 *
 * @param <T> type of the services
 */
public final class Services<T> {
    private final Iterator<T> found;
    private final Consumer<Throwable> faults;

    /**
     * @param type type of the services
     * @param loader where they are looked for
     * @param faults gets what each service threw that had to be left out
     */
    public Services(Class<T> type, ClassLoader loader, Consumer<Throwable> faults) {
        found = ServiceLoader.load(type, loader).iterator();
        this.faults = Objects.requireNonNull(faults, "faults");
    }

    /** The sound ones that are left, in the order of the class path. */
    public List<T> load() {
        List<T> sound = new ArrayList<>();
        boolean more = true;
        while (more) {
            try {
                more = found.hasNext();
                next(more).ifPresent(sound::add);
            } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
                faults.accept(e);
            }
        }
        return sound;
    }

    private Optional<T> next(boolean more) {
        return more ? Optional.of(found.next()) : Optional.empty();
    }
}
