// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.signal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Annotations of a WFDB record in the MIT format. Source: WFDB Applications Guide, annot(5). */
final class WfdbAnnotations {
    private static final long MOST_BYTES = 256L << 20;
    private static final int SKIP = 59;
    private static final int AUX = 63;
    private static final int LAST_KIND = 49;
    private static final Map<Integer, String> KINDS = Map.ofEntries(Map.entry(1, "N"), Map.entry(2, "L"),
            Map.entry(3, "R"), Map.entry(4, "a"), Map.entry(5, "V"), Map.entry(6, "F"), Map.entry(7, "J"),
            Map.entry(8, "A"), Map.entry(9, "S"), Map.entry(10, "E"), Map.entry(11, "j"), Map.entry(12, "/"),
            Map.entry(13, "Q"), Map.entry(14, "~"), Map.entry(16, "|"), Map.entry(18, "s"), Map.entry(19, "T"),
            Map.entry(20, "*"), Map.entry(21, "D"), Map.entry(22, "\""), Map.entry(23, "="), Map.entry(24, "p"),
            Map.entry(25, "B"), Map.entry(26, "^"), Map.entry(27, "t"), Map.entry(28, "+"), Map.entry(29, "u"),
            Map.entry(30, "?"), Map.entry(31, "!"), Map.entry(32, "["), Map.entry(33, "]"), Map.entry(34, "e"),
            Map.entry(35, "n"), Map.entry(36, "@"), Map.entry(37, "x"), Map.entry(38, "f"), Map.entry(39, "("),
            Map.entry(40, ")"), Map.entry(41, "r"));

    private final byte[] bytes;
    private final List<RecordingFile.Mark> marks = new ArrayList<>();
    private int at;
    private long sample;

    private WfdbAnnotations(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableImageException if it is too large or breaks off
     * @throws IOException if reading fails
     */
    static List<RecordingFile.Mark> read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new UnreadableImageException("has a file of annotations that is too large");
        }
        return new WfdbAnnotations(Files.readAllBytes(file)).all();
    }

    private List<RecordingFile.Mark> all() throws UnreadableImageException {
        for (int word = word(); word != 0; word = word()) {
            take(word >> 10, word & 0x3ff);
        }
        return List.copyOf(marks);
    }

    private void take(int kind, int number) throws UnreadableImageException {
        if (kind == SKIP) {
            int high = word();
            sample += high << 16 | word();
        } else if (kind == AUX) {
            at += number + (number & 1);
        } else if (kind <= LAST_KIND) {
            sample += number;
            mark(kind);
        }
        // NUM, SUB and CHN tell of the annotation before what isn't used here
    }

    private void mark(int kind) {
        if (kind != 0) {
            marks.add(new RecordingFile.Mark(sample, KINDS.getOrDefault(kind, "[" + kind + "]")));
        }
    }

    private int word() throws UnreadableImageException {
        if (at + 2 > bytes.length) {
            throw new UnreadableImageException("has a file of annotations that breaks off");
        }
        int word = bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
        at += 2;
        return word;
    }
}
