// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import java.time.Duration;

/** Durations as people say them. */
final class Durations {

    private Durations() {
        // one function
    }

    /** A duration to the second, to the minute above ten minutes: {@code 45 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    static String display(Duration duration) {
        long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
