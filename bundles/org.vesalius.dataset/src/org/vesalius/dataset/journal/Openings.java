// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.journal;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * When the test part of a data set was looked at: how often tells what a figure on it is worth, for whoever chooses by it has
 * none left to test on.
 *
 * @param all the openings, the oldest first
 */
public record Openings(List<Opening> all) {
    private static final String KIND = "opening";

    /**
     * One look at it.
     *
     * @param at when; the beginning of time if the journal doesn't tell
     * @param user who, by the name of the user on that machine
     * @param run name of the run whose model was measured, or predicted
     * @param act what was done: {@code evaluate} or {@code predict}
     * @param purpose what for, in the words of who did; may be empty
     */
    public record Opening(Instant at, String user, String run, String act, String purpose) {
        /** No component may be null. */
        public Opening {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(act, "act");
            Objects.requireNonNull(purpose, "purpose");
        }
    }

    /**
     * Those in the journal of a data set.
     *
     * @throws org.vesalius.core.ReportedException if it can't be read
     */
    public static Openings of(Path folder) {
        return new Openings(new DatasetJournal(folder).entries(KIND).stream().map(entry -> new Opening(time(entry),
                text(entry, "user"), text(entry, "run"), text(entry, "act"), text(entry, "purpose"))).toList());
    }

    /**
     * Records an opening.
     *
     * @return all with it, which is the last
     * @throws org.vesalius.core.ReportedException if the journal can't be read or written; nothing may be shown then
     */
    public static Openings add(Path folder, Opening opening) {
        Openings before = of(folder);
        JsonObject entry = new JsonObject();
        entry.addProperty("user", opening.user());
        entry.addProperty("run", opening.run());
        entry.addProperty("act", opening.act());
        entry.addProperty("purpose", opening.purpose());
        new DatasetJournal(folder).add(KIND, opening.at(), entry);
        return new Openings(Stream.concat(before.all().stream(), Stream.of(opening)).toList());
    }

    private static Instant time(JsonObject entry) {
        try {
            return Instant.parse(text(entry, "at"));
        } catch (DateTimeException e) {
            // that it was opened counts, whenever it was
            return Instant.EPOCH;
        }
    }

    private static String text(JsonObject entry, String name) {
        return entry.has(name) && entry.get(name).isJsonPrimitive() ? entry.get(name).getAsString() : "";
    }
}
