// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.event;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.Map.Entry;
import java.util.Map;
import java.util.Optional;
import org.vesalius.experiment.event.RunEvent.BatchFinished;
import org.vesalius.experiment.event.RunEvent.CheckpointSaved;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.event.RunEvent.RunStarted;
import org.vesalius.experiment.event.RunEvent.StateChanged;
import org.vesalius.experiment.json.JsonTypes;

/**
 * Events as single lines of JSON and back.
 *
 * <p>A line is an object whose {@code event} says which kind it is. Numbers that JSON can't hold are the strings
 * {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}, so that a diverged training stays visible.
 */
final class RunEvents {
    private static final String KIND = "event";
    private static final Map<String, Class<? extends RunEvent>> KINDS = Map.of("state", StateChanged.class,
            "start", RunStarted.class, "batch", BatchFinished.class, "epoch", EpochFinished.class, "checkpoint",
            CheckpointSaved.class, "notice", Notice.class);

    private final Gson gson = JsonTypes.register(new GsonBuilder()).disableHtmlEscaping().create();

    /** The event as one line, without the line end. */
    String toLine(RunEvent event) {
        JsonObject line = new JsonObject();
        line.addProperty(KIND, kindOf(event));
        for (Entry<String, JsonElement> member : gson.toJsonTree(event).getAsJsonObject().entrySet()) {
            line.add(member.getKey(), member.getValue());
        }
        return gson.toJson(line);
    }

    /** The event of a line; empty for a line that is damaged or of a kind this version doesn't know. */
    Optional<RunEvent> fromLine(String line) {
        try {
            JsonObject object = JsonParser.parseString(line).getAsJsonObject();
            Class<? extends RunEvent> type = KINDS.get(object.remove(KIND).getAsString());
            return Optional.ofNullable(type == null ? null : gson.fromJson(object, type));
        } catch (RuntimeException e) {
            // gson throws many kinds; whichever it is, the line is no event
            return Optional.empty();
        }
    }

    private static String kindOf(RunEvent event) {
        return KINDS.entrySet().stream().filter(kind -> kind.getValue() == event.getClass()).findFirst().orElseThrow()
                .getKey();
    }
}
