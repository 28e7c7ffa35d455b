// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.library;

import java.security.CodeSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.vesalius.core.ContributionFault;
import org.vesalius.dataset.check.DatasetCheck;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.experiment.Installation;
import org.vesalius.network.layer.LayerPackage;

/**
 * Builds the installation of a worker from the services of its jars: {@link LayerPackage}, {@link ColumnReader} and
 * {@link DatasetCheck}, what comes with Vesalius among them. A faulty one is told and left out.
 */
public final class WorkerInstallation {
    private final ClassLoader loader;
    private final Consumer<ContributionFault> faults;

    /**
     * @param loader where the services are looked for
     * @param faults gets each faulty contribution, once for a call of {@link #read()}
     */
    public WorkerInstallation(ClassLoader loader, Consumer<ContributionFault> faults) {
        this.loader = Objects.requireNonNull(loader, "loader");
        this.faults = Objects.requireNonNull(faults, "faults");
    }

    /** Adds all sound contributions up, in the order of the class path. */
    public Installation read() {
        Installation layers = added(Installation.empty(), LayerPackage.class, Installation::with);
        Installation readers = added(layers, ColumnReader.class, Installation::with);
        return added(readers, DatasetCheck.class, Installation::with);
    }

    private <T> Installation added(Installation before, Class<T> type, BiFunction<Installation, T, Installation> with) {
        Installation installation = before;
        for (T contribution : new Services<>(type, loader, fault -> tell("a jar", type, fault)).load()) {
            try {
                installation = with.apply(installation, contribution);
            } catch (RuntimeException | LinkageError e) {
                tell(jar(contribution), type, e);
            }
        }
        return installation;
    }

    private void tell(String contributor, Class<?> type, Throwable fault) {
        faults.accept(new ContributionFault(contributor, type.getName(), String.valueOf(fault.getMessage()), fault));
    }

    /** The name of the jar, or of the folder of classes, that something comes from. */
    private static String jar(Object contribution) {
        return Optional.ofNullable(contribution.getClass().getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation).map(place -> lastName(place.getPath()))
                .orElseGet(() -> contribution.getClass().getName());
    }

    /** Of the path of a URL, which is no path of Windows: it begins with a slash, before the drive. */
    private static String lastName(String path) {
        String[] names = path.split("/");
        return names.length == 0 ? path : names[names.length - 1];
    }
}
