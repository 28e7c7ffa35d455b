// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine;

import java.util.List;

/**
 * A library that trains networks, seen from outside: which devices it has here and how its worker process starts.
 * The library itself is never loaded into this process; its jars are on the class path of the worker only.
 *
 * <p>A bundle adds an engine through the extension point {@code org.vesalius.engine.engines}. An implementation has a
 * public constructor without arguments, does no work in it, and may be called from any thread.
 */
public interface ExecutionEngine {

    /** The id an experiment names, e.g. {@code dl4j}; equal to the id of the contribution. */
    String id();

    /** The name a user reads, e.g. {@code Deeplearning4j}. */
    String name();

    /**
     * Looks for the devices of this engine. Takes seconds at most, starts nothing that outlives the call, and lists a
     * device that is present and can't be used together with the reason instead of leaving it out.
     *
     * @return the devices in the order a user should see them
     */
    List<Device> probe();

    /**
     * Says how a worker of this engine is started on a device.
     *
     * @param device  one of {@link #probe()}
     * @param threads the number of computing threads, 0 for as many as there are processor cores
     * @throws org.vesalius.core.ReportedException when a part of the installation is missing
     */
    WorkerCommand worker(Device device, int threads);
}
