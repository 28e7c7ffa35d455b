// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.io;

import java.util.Objects;
import org.vesalius.network.Network;

/**
 * A network file that was read once.
 *
 * @param network what it says
 * @param bytes its content, byte by byte; not to be changed
 */
public record NetworkContent(Network network, byte[] bytes) {
    /** Neither may be null. */
    public NetworkContent {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(bytes, "bytes");
    }
}
