// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.util.Objects;

/**
 * What a run computes on.
 *
 * @param engine id of the engine
 * @param device id of its device
 */
public record ComputeTarget(String engine, String device) {

    /** Neither may be null. */
    public ComputeTarget {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(device, "device");
    }
}
