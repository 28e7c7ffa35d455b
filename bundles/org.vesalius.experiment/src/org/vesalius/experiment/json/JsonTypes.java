// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.json;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** The JSON forms that all files of a run folder share. */
public final class JsonTypes {
    private JsonTypes() {
    }

    /**
     * Teaches a builder the shared forms: {@link Instant} as ISO 8601 in UTC, and {@code double} with
     * {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"} as strings.
     *
     * @return the same builder
     */
    public static GsonBuilder register(GsonBuilder builder) {
        return builder.registerTypeAdapter(Instant.class, new InstantAdapter().nullSafe())
                .registerTypeAdapter(double.class, new DoubleAdapter())
                .registerTypeAdapter(Double.class, new DoubleAdapter().nullSafe());
    }
}

/** A double that keeps NaN and the infinities: JSON has no numbers for them, so they are strings. */
final class DoubleAdapter extends TypeAdapter<Double> {
    @Override
    public void write(JsonWriter out, Double value) throws IOException {
        if (Double.isFinite(value)) {
            out.value(value);
        } else {
            out.value(value.toString());
        }
    }

    @Override
    public Double read(JsonReader in) throws IOException {
        return Double.valueOf(in.nextString());
    }
}

/** An instant as ISO 8601 in UTC, such as {@code 2026-11-23T18:45:00.120Z}. */
final class InstantAdapter extends TypeAdapter<Instant> {
    @Override
    public void write(JsonWriter out, Instant value) throws IOException {
        out.value(value.toString());
    }

    @Override
    public Instant read(JsonReader in) throws IOException {
        String text = in.nextString();
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new JsonParseException("no time: " + text, e);
        }
    }
}
