// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.signal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * The time-stamped annotation lists of an EDF+ file: when each record begins, and what was noted when. Source: Kemp and
 * Olivan 2003, section 2.2.
 */
final class EdfNotes {
    private static final char END_OF_LIST = '\0';
    private static final String SEPARATOR = "\u0014";
    private static final char DURATION = '\u0015';
    private static final int MOST_NOTES = 1 << 22;

    private final EdfHeader header;
    private final long records;
    private final List<Double> onsets = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    private record Note(double seconds, String text) {
    }

    EdfNotes(EdfHeader header, long records) {
        this.header = header;
        this.records = records;
    }

    /** Reads the notes of all records; none in a file without any. */
    EdfNotes read(Path file) throws IOException {
        List<EdfHeader.Signal> holders = header.signals().stream().filter(EdfHeader.Signal::notes).toList();
        if (holders.isEmpty()) {
            return this;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            for (long record = 0; record < records; record++) {
                for (EdfHeader.Signal holder : holders) {
                    take(text(channel, record, holder), holder.equals(holders.get(0)));
                }
            }
        }
        return this;
    }

    /** When each record begins, seconds after the start of the file. */
    List<Double> onsets() {
        return onsets;
    }

    /** The notes at the nearest time steps. */
    List<RecordingFile.Mark> marks(double rate) {
        double start = onsets.isEmpty() ? 0 : onsets.get(0);
        return notes.stream()
                .map(note -> new RecordingFile.Mark(Math.round((note.seconds() - start) * rate), note.text())).toList();
    }

    private String text(SeekableByteChannel channel, long record, EdfHeader.Signal holder) throws IOException {
        int size = header.sampleBytes();
        ByteBuffer buffer = ByteBuffer.allocate(holder.samples() * size);
        channel.position(header.bytes() + (record * header.recordSamples() + holder.offset()) * size);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new UnreadableImageException("became shorter while it was read");
            }
        }
        return new String(buffer.array(), StandardCharsets.UTF_8);
    }

    private void take(String text, boolean first) throws UnreadableImageException {
        boolean timekeeping = first;
        for (String list : text.split(String.valueOf(END_OF_LIST))) {
            int end = list.indexOf(SEPARATOR);
            if (end < 0) {
                continue;
            }
            double onset = seconds(list.substring(0, end));
            if (timekeeping) {
                onsets.add(onset);
                timekeeping = false;
            }
            for (String note : list.substring(end).split(SEPARATOR)) {
                if (!note.isEmpty() && notes.size() < MOST_NOTES) {
                    notes.add(new Note(onset, note));
                }
            }
        }
        if (timekeeping && header.interrupted()) {
            throw new UnreadableImageException("doesn't say when each of its records begins, though it was interrupted"
                    + " (EDF+D)");
        }
    }

    private static double seconds(String text) throws UnreadableImageException {
        int duration = text.indexOf(DURATION);
        try {
            return Double.parseDouble(duration < 0 ? text : text.substring(0, duration));
        } catch (NumberFormatException e) {
            throw new UnreadableImageException("has a note without a time", e);
        }
    }
}
