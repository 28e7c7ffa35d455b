// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.MissingValues;
import org.vesalius.dataset.Split;
import org.vesalius.dataset.split.SplitJson;

/** Reads {@code dataset.json}, format 1 and 2. */
final class ManifestReader {
    private static final int MAX_BYTES = 4 << 20;
    private static final int MAX_COLUMNS = 10_000;
    private static final List<String> FORMATS = List.of("1", "2");
    private static final String REPAIR = "Correct the file, or import the data again.";

    private final Path file;
    private final InvalidFile invalid;

    ManifestReader(Path file) {
        this.file = file;
        this.invalid = new InvalidFile(file);
    }

    Manifest read() {
        JsonObject root = parse(new BoundedText(file, MAX_BYTES).read());
        requireFormat(root);
        List<Column> columns = columns(root);
        requireUnique(columns);
        return new Manifest(text(root, "name", ""), roots(root), origins(root), columns, split(root));
    }

    private Optional<Split> split(JsonObject json) {
        if (!json.has(ManifestWriter.SPLIT)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SplitJson.read(object(json.get(ManifestWriter.SPLIT), "'split'")));
        } catch (IllegalArgumentException e) {
            throw invalid.because("'split' is wrong: " + e.getMessage() + ".",
                    "Divide the data set anew, or take 'split' away: the columns say the parts.");
        }
    }

    private List<String> origins(JsonObject json) {
        return Stream.of(ManifestWriter.ORIGIN, ManifestWriter.ORIGIN_OTHERWISE).map(key -> text(json, key, ""))
                .filter(text -> !text.isEmpty()).toList();
    }

    private List<String> roots(JsonObject json) {
        String root = text(json, "root", ".");
        return json.has(ManifestWriter.ROOT_OTHERWISE)
                ? List.of(root, text(json, ManifestWriter.ROOT_OTHERWISE, root)) : List.of(root);
    }

    private JsonObject parse(String json) {
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            JsonElement element = new Gson().getAdapter(JsonElement.class).read(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw invalid.because("Something follows the end of the JSON text.", REPAIR);
            }
            return object(element, "the file");
        } catch (IOException | JsonParseException | IllegalStateException e) {
            // reading a text that is in memory fails by its syntax only
            throw invalid.because("This is not valid JSON: " + e.getMessage(), REPAIR);
        }
    }

    private void requireFormat(JsonObject root) {
        String format = text(root, "format", "missing");
        if (!FORMATS.contains(format)) {
            throw invalid.because("The format is " + format + "; this version reads format "
                    + String.join(" and ", FORMATS) + ".", "Use a newer version of Vesalius, or import the data again.");
        }
    }

    private List<Column> columns(JsonObject root) {
        JsonElement listed = root.get("columns");
        if (listed == null || !listed.isJsonArray() || listed.getAsJsonArray().isEmpty()) {
            throw invalid.because("The list 'columns' is missing or empty.", REPAIR);
        }
        JsonArray array = listed.getAsJsonArray();
        if (array.size() > MAX_COLUMNS) {
            throw invalid.because("There are more than " + MAX_COLUMNS + " columns.", REPAIR);
        }
        List<Column> columns = new ArrayList<>();
        for (JsonElement element : array) {
            columns.add(column(object(element, "a column")));
        }
        return columns;
    }

    private Column column(JsonObject json) {
        String name = text(json, "name", "");
        ColumnType type = constant(ColumnType.values(), ColumnType::text, json, "type", "text");
        ColumnRole role = constant(ColumnRole.values(), ColumnRole::text, json, "role", "none");
        try {
            return new Column(name, type, role, text(json, "unit", ""), text(json, "reader", ""), options(json),
                    texts(json, "categories"), missing(json));
        } catch (IllegalArgumentException e) {
            throw invalid.because("A column is wrong: " + e.getMessage() + ".", REPAIR);
        }
    }

    private <E> E constant(E[] all, Function<E, String> written, JsonObject json, String key, String fallback) {
        String text = text(json, key, fallback);
        return Arrays.stream(all).filter(constant -> written.apply(constant).equalsIgnoreCase(text)).findFirst()
                .orElseThrow(() -> invalid.because("A column's " + key + " is '" + text + "'.",
                        "Use one of: " + Arrays.stream(all).map(written).collect(Collectors.joining(", ")) + "."));
    }

    private Map<String, String> options(JsonObject json) {
        Map<String, String> options = new TreeMap<>();
        if (json.has("options")) {
            JsonObject object = object(json.get("options"), "'options'");
            object.keySet().forEach(key -> options.put(key, text(object, key, "")));
        }
        return options;
    }

    private MissingValues missing(JsonObject column) {
        if (!column.has("missing")) {
            return MissingValues.UNDECIDED;
        }
        JsonObject json = object(column.get("missing"), "'missing'");
        MissingValues.Treatment treatment = constant(MissingValues.Treatment.values(), MissingValues.Treatment::text,
                json, "treatment", MissingValues.Treatment.NONE.text());
        boolean indicator = text(json, "indicator", "false").equals("true");
        return new MissingValues(texts(json, "marks"), treatment, text(json, "value", ""), indicator);
    }

    private List<String> texts(JsonObject json, String key) {
        if (!json.has(key)) {
            return List.of();
        }
        if (!json.get(key).isJsonArray()) {
            throw invalid.because("'" + key + "' is not a list.", REPAIR);
        }
        List<String> texts = new ArrayList<>();
        json.getAsJsonArray(key).forEach(element -> texts.add(primitive(element, "an entry of '" + key + "'")));
        return texts;
    }

    private void requireUnique(List<Column> columns) {
        Set<String> names = new HashSet<>();
        columns.stream().map(Column::name).filter(name -> !names.add(name)).findFirst().ifPresent(name -> {
            throw invalid.because("Two columns are named '" + name + "'.", "Give each column a name of its own.");
        });
    }

    private String text(JsonObject json, String key, String fallback) {
        return json.has(key) ? primitive(json.get(key), "'" + key + "'") : fallback;
    }

    private String primitive(JsonElement element, String what) {
        if (!element.isJsonPrimitive()) {
            throw invalid.because(what + " is not a text or a number.", REPAIR);
        }
        return element.getAsString();
    }

    private JsonObject object(JsonElement element, String what) throws ReportedException {
        if (element == null || !element.isJsonObject()) {
            throw invalid.because(what + " is not a JSON object.", REPAIR);
        }
        return element.getAsJsonObject();
    }
}

/**
 * What {@code dataset.json} says.
 *
 * @param name the name of the data set
 * @param roots the root as it is written there, then another way to write it if there is one
 * @param origins of the copy of a run the folder of the data set it was made of, as it is written there in one or two ways
 * @param columns the columns
 * @param split how those of parts and folds came about
 */
record Manifest(String name, List<String> roots, List<String> origins, List<Column> columns, Optional<Split> split) {
}
