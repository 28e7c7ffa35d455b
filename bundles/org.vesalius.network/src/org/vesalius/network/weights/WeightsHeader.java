// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.weights;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The JSON at the start of a safetensors file: which tensors there are, of which shape, and where. */
final class WeightsHeader {
    private static final String METADATA = "__metadata__";
    private static final int ALIGNMENT = 8;

    private WeightsHeader() {
    }

    /**
     * Reads and checks a header.
     *
     * @param text the header
     * @param dataBytes how many bytes of numbers follow it
     * @return the tensors by where they lie; together they cover all bytes, each once
     * @throws IOException if it is no JSON
     * @throws IllegalArgumentException with a reason for the user if it can't be true
     */
    static List<StoredTensor> read(String text, long dataBytes) throws IOException {
        List<StoredTensor> tensors = new ArrayList<>();
        Set<String> names = new HashSet<>();
        JsonReader json = new JsonReader(new StringReader(text));
        json.setStrictness(Strictness.STRICT);
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (!names.add(name)) {
                throw new IllegalArgumentException("The weight '" + Abbreviation.brief(name) + "' comes twice.");
            }
            if (name.equals(METADATA)) {
                json.skipValue();
            } else {
                tensors.add(StoredTensor.read(name, json));
            }
        }
        json.endObject();
        if (json.peek() != JsonToken.END_DOCUMENT) {
            throw new IllegalArgumentException("Something stands behind its header.");
        }
        tensors.sort(Comparator.comparingLong(StoredTensor::begin).thenComparingLong(StoredTensor::end));
        checkPlaces(tensors, dataBytes);
        return tensors;
    }

    private static void checkPlaces(List<StoredTensor> tensors, long dataBytes) {
        long expected = 0;
        for (StoredTensor tensor : tensors) {
            if (tensor.begin() != expected) {
                throw new IllegalArgumentException("The numbers of '" + Abbreviation.brief(tensor.key().toString())
                        + "' overlap with others, or there is a gap before them.");
            }
            expected = tensor.end();
        }
        if (expected != dataBytes) {
            throw new IllegalArgumentException("It should hold " + expected + " bytes of numbers and holds "
                    + dataBytes + "; it may have been cut off.");
        }
    }

    /** The header of a file with these weights, padded by blanks so that the numbers start at a multiple of 8. */
    static byte[] write(NetworkWeights weights) throws IOException {
        StringWriter text = new StringWriter();
        JsonWriter json = new JsonWriter(text);
        json.beginObject();
        long begin = 0;
        for (String id : weights.layerIds()) {
            for (var entry : weights.layer(id).entrySet()) {
                begin = writeTensor(json, new WeightKey(id, entry.getKey()), entry.getValue(), begin);
            }
        }
        json.endObject();
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        String padding = " ".repeat((ALIGNMENT - bytes.length % ALIGNMENT) % ALIGNMENT);
        return (text + padding).getBytes(StandardCharsets.UTF_8);
    }

    private static long writeTensor(JsonWriter json, WeightKey key, WeightTensor tensor, long begin)
            throws IOException {
        long end = begin + (long) tensor.values().length * Float.BYTES;
        json.name(key.toString()).beginObject();
        json.name("dtype").value("F32").name("shape").beginArray();
        for (int size : tensor.shape()) {
            json.value(size);
        }
        json.endArray().name("data_offsets").beginArray().value(begin).value(end).endArray();
        json.endObject();
        return end;
    }
}
