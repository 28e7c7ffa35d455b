// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.event;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializationContext;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import com.google.gson.reflect.TypeToken;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map.Entry;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vesalius.experiment.event.RunEvent.BatchFinished;
import org.vesalius.experiment.event.RunEvent.CheckpointSaved;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.event.RunEvent.RunStarted;
import org.vesalius.experiment.event.RunEvent.StateChanged;
import org.vesalius.experiment.json.JsonTypes;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.metric.MetricValues;

/**
 * Events as single lines of JSON and back.
 *
 * <p>A line is an object whose {@code event} says which kind it is. Numbers that JSON can't hold are the strings
 * {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}, so that a diverged training stays visible. Metrics are
 * objects with a number for each id. What a line holds beyond what is known here is kept out of its event; format 1 had
 * loss and accuracy of a batch as members of the line itself.
 */
final class RunEvents {
    /** What this version writes; it reads this and all before. */
    static final int FORMAT = 2;

    private static final String KIND = "event";
    private static final String HEADING = "log";
    private static final String METRICS = "metrics";
    private static final Map<String, Class<? extends RunEvent>> KINDS = Map.of("state", StateChanged.class,
            "start", RunStarted.class, "batch", BatchFinished.class, "epoch", EpochFinished.class, "checkpoint",
            CheckpointSaved.class, "notice", Notice.class);

    private final Gson gson = JsonTypes.register(new GsonBuilder())
            .registerTypeAdapter(MetricValues.class, new MetricsAdapter()).disableHtmlEscaping().create();

    /** The line that comes before the events of each writer, without the line end. */
    String heading() {
        JsonObject line = new JsonObject();
        line.addProperty(KIND, HEADING);
        line.addProperty("format", FORMAT);
        return gson.toJson(line);
    }

    /** The format that a line declares for those that follow; empty if it is no heading. */
    OptionalInt format(String line) {
        if (!line.startsWith("{\"" + KIND + "\":\"" + HEADING + "\"")) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(JsonParser.parseString(line).getAsJsonObject().get("format").getAsInt());
        } catch (RuntimeException e) {
            // gson throws many kinds; whichever it is, the line is no heading
            return OptionalInt.empty();
        }
    }

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
            if (type == BatchFinished.class && !object.has(METRICS)) {
                object.add(METRICS, loneMetrics(object));
            }
            return Optional.ofNullable(type == null ? null : gson.fromJson(object, type));
        } catch (RuntimeException e) {
            // gson throws many kinds; whichever it is, the line is no event
            return Optional.empty();
        }
    }

    private static JsonObject loneMetrics(JsonObject batch) {
        JsonObject metrics = new JsonObject();
        Metric.ALL.stream().map(Metric::id).filter(batch::has).forEach(id -> metrics.add(id, batch.get(id)));
        return metrics;
    }

    private static String kindOf(RunEvent event) {
        return KINDS.entrySet().stream().filter(kind -> kind.getValue() == event.getClass()).findFirst().orElseThrow()
                .getKey();
    }
}

/** Metrics as an object with a number for each id. */
final class MetricsAdapter implements JsonSerializer<MetricValues>, JsonDeserializer<MetricValues> {
    private static final Type MAP = new TypeToken<LinkedHashMap<String, Double>>() {
    }.getType();

    @Override
    public JsonElement serialize(MetricValues metrics, Type type, JsonSerializationContext context) {
        return context.serialize(metrics.values(), MAP);
    }

    @Override
    public MetricValues deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
        return new MetricValues(context.<Map<String, Double>>deserialize(json, MAP));
    }
}
