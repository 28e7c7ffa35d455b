// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.progress;

/**
 * What long-running work reports to, and asks whether it should go on.
 *
 * <p>Bridged at the edge to an Eclipse job, a progress bar on a terminal, or nothing. Calls come from the thread that
 * does the work; an implementation must return quickly.
 */
public interface Progress {
    /**
     * A new task starts; what was reported before is over.
     *
     * @param task what is being done, in the user's words
     * @param total how many units of work there are, or a number below 1 if that is unknown
     */
    void begin(String task, long total);

    /**
     * How much of the task is done.
     *
     * @param done units of work done since {@link #begin}, not since the last call
     */
    void advance(long done);

    /** Whether the work is no longer wanted; it should then end soon and leave nothing half-written. */
    boolean cancelled();

    /** A progress that shows nothing and is never cancelled. */
    static Progress none() {
        return Silent.INSTANCE;
    }

    /** Shows nothing, never cancelled. */
    enum Silent implements Progress {
        INSTANCE;

        @Override
        public void begin(String task, long total) {
            // nobody watches
        }

        @Override
        public void advance(long done) {
            // nobody watches
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
