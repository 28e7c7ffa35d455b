// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.progress;

/** Shows nothing, never cancelled. */
enum NoProgress implements Progress {
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
