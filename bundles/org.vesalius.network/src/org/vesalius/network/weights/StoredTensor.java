// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.weights;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.shape.Saturated;

/**
 * What the header of a file says of one tensor.
 *
 * @param key whose weight it is
 * @param shape its axes
 * @param begin its first byte, counted from the end of the header
 * @param end the byte behind its last
 */
record StoredTensor(WeightKey key, List<Integer> shape, long begin, long end) {
    private static final String TYPE = "F32";
    private static final int MAX_RANK = 32;

    /** Reads what stands behind the name of a tensor. */
    static StoredTensor read(String name, JsonReader json) throws IOException {
        String type = "";
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "dtype" -> type = json.nextString();
                case "shape" -> shape = numbers(json);
                case "data_offsets" -> offsets = numbers(json);
                default -> json.skipValue();
            }
        }
        json.endObject();
        return create(name, type, shape, offsets);
    }

    private static StoredTensor create(String name, String type, List<Long> shape, List<Long> offsets) {
        String shown = Abbreviation.brief(name);
        if (!type.equals(TYPE)) {
            throw new IllegalArgumentException("The weight '" + shown + "' holds numbers of the type "
                    + Abbreviation.brief(type) + "; Vesalius reads " + TYPE + " only.");
        }
        if (offsets.size() != 2) {
            throw new IllegalArgumentException("The weight '" + shown + "' does not say where its numbers are.");
        }
        long bytes = Saturated.times(shape.stream().reduce(1L, Saturated::times), Float.BYTES);
        if (bytes / Float.BYTES > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("The weight '" + shown + "' is larger than this machine can hold.");
        }
        if (offsets.get(1) - offsets.get(0) != bytes) {
            throw new IllegalArgumentException("The weight '" + shown + "' has not as many numbers as its shape says.");
        }
        return new StoredTensor(WeightKey.valueOf(name), shape.stream().map(Math::toIntExact).toList(),
                offsets.get(0), offsets.get(1));
    }

    private static List<Long> numbers(JsonReader json) throws IOException {
        List<Long> numbers = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            long number = json.nextLong();
            if (number < 0 || numbers.size() == MAX_RANK) {
                throw new IllegalArgumentException("A shape or place of a weight is impossible.");
            }
            numbers.add(number);
        }
        json.endArray();
        return numbers;
    }
}
