// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.json;

import com.google.gson.GsonBuilder;
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
