// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

/** Something whose speed is measured, a block at a time. */
interface Subject extends AutoCloseable {

    /** What it is, for the report. */
    String name();

    /**
     * Does one block of work.
     *
     * @return its speed in items per second
     */
    double block() throws Exception;

    /** Whether it computes in this process, so that its processor time can be read. */
    default boolean isInProcess() {
        return true;
    }

    @Override
    default void close() throws Exception {
        // most subjects hold nothing
    }
}
