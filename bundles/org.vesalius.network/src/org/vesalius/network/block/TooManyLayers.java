// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

/** Ends an expansion that grows beyond all measure; thrown and caught inside this package. */
final class TooManyLayers extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyLayers() {
        super("too many layers", null, false, false);
    }
}
