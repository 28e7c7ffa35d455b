// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.library;

import java.util.List;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.worker.spi.NetworkLibrary;

/**
 * The numerical libraries on the class path of this worker.
 *
 * @param all the libraries
 */
public record Libraries(List<NetworkLibrary> all) {
    private static final Logger LOG = LoggerFactory.getLogger(Libraries.class);

    /** Copies the list. */
    public Libraries {
        all = List.copyOf(all);
    }

    /** Those that {@link ServiceLoader} finds; a faulty one is named in the log and left out. */
    public static Libraries installed() {
        return new Libraries(new Services<>(NetworkLibrary.class, Thread.currentThread().getContextClassLoader(),
                fault -> LOG.error("a library can't be loaded and is left out", LoggedFailure.of(fault))).load());
    }

    /**
     * The library of an engine.
     *
     * @throws ReportedException if there is none
     */
    public NetworkLibrary of(String engine) {
        return all.stream().filter(library -> library.id().equals(engine)).findFirst()
                .orElseThrow(() -> new ReportedException(ErrorKind.ENVIRONMENT,
                        "The worker has no library for engine '" + engine + "'.",
                        "Choose one of " + all.stream().map(NetworkLibrary::id).toList()
                                + ", or install the plug-in of the engine."));
    }
}
