// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.io.IOException;

/** Gives what another source gives, changed or checked. */
interface ChangedSource extends InputSource {
    /** The other source; closed with this one. */
    InputSource source();

    @Override
    default String layer() {
        return source().layer();
    }

    @Override
    default int[] shape() {
        return source().shape();
    }

    @Override
    default void close() throws IOException {
        source().close();
    }
}
