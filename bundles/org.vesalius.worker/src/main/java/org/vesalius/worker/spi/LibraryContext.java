// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.spi;

import java.util.Objects;
import org.vesalius.network.layer.LayerCatalog;

/**
 * Where and how a network is to be built.
 *
 * @param device identifier of the device
 * @param threads number of threads to compute with, at least 1
 * @param seed seeds the initial parameters and, with the number of the epoch, everything random in an epoch
 * @param layers the layer types there are, with their shapes
 */
public record LibraryContext(String device, int threads, long seed, LayerCatalog layers) {
    /** No component may be null. */
    public LibraryContext {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(layers, "layers");
    }
}
