// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.json;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

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
