// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.spi;

import java.util.Objects;

/**
 * A device as the library sees it.
 *
 * @param id identifier, such as {@code cpu}
 * @param name name for people, such as the model of the processor
 * @param usable whether the library can train on it
 * @param reason why not, and what to do; empty for a usable device
 */
public record DeviceReport(String id, String name, boolean usable, String reason) {
    /** No component may be null. */
    public DeviceReport {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
    }
}
