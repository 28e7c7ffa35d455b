// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.runtime;

import java.util.function.Supplier;

/** Tells exhausted native memory from other failures. */
public final class NativeMemory {

    private NativeMemory() {
    }

    /**
     * Runs a computation.
     *
     * @throws OutOfMemoryError if native memory ran out, whatever exception ND4J chose to say so
     */
    public static <T> T guard(Supplier<T> computation) {
        try {
            return computation.get();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (isExhaustion(cause)) {
                    OutOfMemoryError error = new OutOfMemoryError("native memory: " + cause.getMessage());
                    error.initCause(e);
                    throw error;
                }
            }
            throw e;
        }
    }

    private static boolean isExhaustion(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return cause instanceof OutOfMemoryError || message.contains("Failed to allocate")
                || message.contains("Cannot allocate") || message.contains("bad_alloc");
    }
}
