// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.spi;

import java.util.List;
import java.util.Map;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.network.Network;

/**
 * A library of numerical code that can train networks. Found by {@link java.util.ServiceLoader}, so it needs a public
 * constructor without arguments, which does no work.
 */
public interface NetworkLibrary {
    /** Identifier of the engine it works for, such as {@code dl4j}; experiments name it. */
    String id();

    /**
     * Begins to load what needs no settings, such as native code, on a thread of its own, and returns at once: the
     * harness reads the run meanwhile. What fails is told by {@link #warmUp}. A library need not do it.
     */
    default void preload() {
        // nothing that takes long
    }

    /**
     * Loads what takes long to load (native code), so that the first {@link #build} is quick. Called once, on a thread
     * of its own, while the data are opened; {@link #build} is called after it has returned.
     *
     * @param context where and with how many threads networks will be built
     * @throws org.vesalius.core.ReportedException if this machine lacks something the library needs
     */
    void warmUp(LibraryContext context);

    /** Versions of the library and its native parts by name, for the run record. Called after {@link #warmUp}. */
    Map<String, String> versions();

    /** The devices of this machine as the library sees them, usable or not. */
    List<DeviceReport> devices();

    /**
     * Builds a network with fresh parameters.
     *
     * @param network a network without errors
     * @param settings the optimiser and what else the library needs; schedule, weights and early stopping are the
     *        harness's business
     * @param context device, threads, seed and layer types
     * @throws org.vesalius.core.ReportedException if the library can't train this network or has no such device; the
     *         message names the layer and what to do
     */
    TrainableNetwork build(Network network, TrainingSettings settings, LibraryContext context);
}
