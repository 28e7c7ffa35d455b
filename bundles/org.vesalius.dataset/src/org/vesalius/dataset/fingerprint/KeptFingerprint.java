// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.fingerprint;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a file held when it was read.
 *
 * @param stamp its stamp before it was read
 * @param recorded when that was, in nanoseconds since 1970
 * @param fingerprint what the reader said of its content
 */
record KeptFingerprint(FileStamp stamp, long recorded, String fingerprint) {
    /** File systems round times to as much as this: a write within it might leave the same time. */
    private static final long ROUNDING = TimeUnit.SECONDS.toNanos(2);

    /** Whether a file of this stamp still holds the same. */
    boolean holdsFor(FileStamp now) {
        return stamp.equals(now) && stamp.modified() < recorded - ROUNDING;
    }

    /** As one line of text: numbers and texts, none of which holds a tab. */
    String line(String key) {
        return String.join("\t", key, Long.toString(stamp.size()), Long.toString(stamp.modified()),
                Long.toString(stamp.number()), Long.toString(stamp.changed()), Long.toString(recorded), fingerprint);
    }

    /** Whether it can be written as a line. */
    boolean fits() {
        return fingerprint.chars().noneMatch(c -> c < ' ');
    }

    /** The key and what is kept for it, of such a line; empty for any other. */
    static Optional<Map.Entry<String, KeptFingerprint>> parse(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 7) {
            return Optional.empty();
        }
        try {
            FileStamp stamp = new FileStamp(Long.parseLong(parts[1]), Long.parseLong(parts[2]),
                    Long.parseLong(parts[3]), Long.parseLong(parts[4]));
            return Optional.of(Map.entry(parts[0],
                    new KeptFingerprint(stamp, Long.parseLong(parts[5]), parts[6])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
