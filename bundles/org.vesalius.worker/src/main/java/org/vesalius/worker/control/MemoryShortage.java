// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.control;

/** Tells a lack of memory from other failures. */
public final class MemoryShortage {
    // the exception of C++, which comes across as a message only: "Allocation failed: [std::bad_alloc]" from ND4J
    private static final String NATIVE = "bad_alloc";

    private MemoryShortage() {
    }

    /** Whether memory ran out, whatever was made of that on its way. */
    public static boolean isBehind(Throwable thrown) {
        return thrown instanceof OutOfMemoryError || String.valueOf(thrown.getMessage()).contains(NATIVE)
                || thrown.getCause() != null && isBehind(thrown.getCause());
    }
}
