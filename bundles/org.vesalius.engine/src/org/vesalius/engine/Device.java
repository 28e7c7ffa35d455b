// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine;

import java.util.Objects;

/**
 * Something an engine can compute on: the processor, a graphics card, a cluster.
 *
 * @param id     what a user types and an experiment stores, unique within its engine. Engines that compute on the same
 *               piece of this machine name it alike, since it has one queue: {@code cpu}, {@code gpu:0} by its place
 *               on the bus
 * @param name   what a user reads, e.g. {@code CPU, 2 cores, AVX2}
 * @param usable whether a worker can be started on it now
 * @param reason why it can't be used and what would help; empty when it is usable
 */
public record Device(String id, String name, boolean usable, String reason) {

    /** Refuses a device without an id, or one that can't be used and does not say why. */
    public Device {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
        if (id.isBlank()) {
            throw new IllegalArgumentException("a device needs an id");
        }
        if (!usable && reason.isBlank()) {
            throw new IllegalArgumentException("device " + id + " can't be used and gives no reason");
        }
    }

    /** A device that a worker can be started on. */
    public static Device usable(String id, String name) {
        return new Device(id, name, true, "");
    }

    /** A device that is there and can't be used, with the reason and what would help. */
    public static Device unusable(String id, String name, String reason) {
        return new Device(id, name, false, reason);
    }
}
