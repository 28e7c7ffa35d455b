// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.journal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * The file {@value #NAME} in the folder of a data set: a line of JSON for each decision, of which none is ever changed or taken
 * away. An entry says what it is in {@code kind}, and when it was made in {@code at}; kinds that this version doesn't know stay.
 *
 * @param folder the folder of the data set
 */
public record DatasetJournal(Path folder) {
    /** The name of the file. */
    public static final String NAME = "journal.jsonl";

    private static final String KIND = "kind";
    private static final long LARGEST_BYTES = 16 << 20;

    /**
     * All entries of a kind, the oldest first.
     *
     * @throws ReportedException if the file can't be read or is damaged
     */
    public List<JsonObject> entries(String kind) {
        Path file = folder.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            if (Files.size(file) > LARGEST_BYTES) {
                throw damaged(file, new IOException("larger than " + LARGEST_BYTES + " bytes"));
            }
            return Files.readString(file).lines().filter(line -> !line.isBlank()).map(DatasetJournal::entry)
                    .filter(entry -> kind.equals(entry.get(KIND).getAsString())).toList();
        } catch (IOException | JsonParseException e) {
            throw damaged(file, e);
        }
    }

    private static JsonObject entry(String line) {
        JsonElement entry = JsonParser.parseString(line);
        if (entry.isJsonObject() && entry.getAsJsonObject().get(KIND) instanceof JsonPrimitive) {
            return entry.getAsJsonObject();
        }
        throw new JsonParseException("a line is no entry that says what it is");
    }

    /**
     * Makes sure beforehand that an entry can be added.
     *
     * @throws ReportedException if the file can't be written
     */
    public void requireWritable() {
        write(new byte[0]);
    }

    private static ReportedException damaged(Path file, Exception cause) {
        return new ReportedException(ErrorKind.INVALID_INPUT, "The journal of the data set can't be read.", file,
                "Bring it back from a backup: it says what was decided about the data set.", cause);
    }

    /**
     * Adds an entry, which is on the disk afterwards.
     *
     * @param kind what it is
     * @param entry what else it says
     * @throws ReportedException if the file can't be written
     */
    public void add(String kind, Instant at, JsonObject entry) {
        JsonObject line = new JsonObject();
        line.addProperty(KIND, kind);
        line.addProperty("at", at.toString());
        entry.entrySet().forEach(each -> line.add(each.getKey(), each.getValue()));
        write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] text) {
        Path file = folder.resolve(NAME);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The journal of the data set can't be written.", file,
                    "Check the permissions of the folder and the space on its disk.", e);
        }
    }
}
