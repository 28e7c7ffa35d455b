// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product;

import java.io.IOException;
import org.eclipse.osgi.service.datalocation.Location;

/** Keeps two workbenches from working in one workspace at the same time. */
final class WorkspaceLock {

    /**
     * What came of asking for the workspace.
     *
     * @param acquired whether it is ours now
     * @param message why not, and what to do; empty when acquired
     */
    record Outcome(boolean acquired, String message) {
    }

    private final Location location;

    WorkspaceLock(Location location) {
        this.location = location;
    }

    Outcome acquire() {
        if (location == null || !location.isSet() && location.getDefault() == null) {
            return new Outcome(false, "Vesalius was started without a workspace. Start it without the option "
                    + "\"-data @none\", or name a folder with \"-data <folder>\".");
        }
        try {
            boolean acquired = location.isSet() ? location.lock() : location.set(location.getDefault(), true);
            return acquired ? new Outcome(true, "") : new Outcome(false, inUse());
        } catch (IOException e) {
            return new Outcome(false, "The folder " + path() + " can't be used as workspace: " + e.getMessage()
                    + "\n\nCheck that it can be written to, or name another folder with \"-data <folder>\".");
        }
    }

    void release() {
        location.release();
    }

    private String inUse() {
        return "The workspace " + path() + " is open in another window of Vesalius.\n\n"
                + "Go on there, or open another workspace with \"-data <folder>\".";
    }

    private String path() {
        return (location.isSet() ? location.getURL() : location.getDefault()).getPath();
    }
}
