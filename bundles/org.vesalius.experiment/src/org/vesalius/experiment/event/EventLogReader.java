// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.event;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * Reads {@code events.jsonl} while it grows: each {@link #poll} returns what was completed since the last one.
 *
 * <p>A half-written last line waits until it is whole. Lines that are damaged, longer than {@link #LONGEST_LINE} or of
 * a kind this version doesn't know are skipped and counted. Between two calls no file is held open. For one thread at
 * a time.
 */
public final class EventLogReader {
    /** Longest line that is read, in bytes; a real one has a few hundred. */
    public static final int LONGEST_LINE = 64 * 1024;

    private static final int BYTES_PER_POLL = 4 * 1024 * 1024;

    private final RunEvents format = new RunEvents();
    private final Path file;
    private long position;
    private long skipped;
    private boolean insideLongLine;

    /** @param file the log; it need not exist yet */
    public EventLogReader(Path file) {
        this.file = Objects.requireNonNull(file, "file");
    }

    /**
     * The events completed since the last call, in order; empty when there is none or no file yet. One call reads at
     * most 4 MiB, so a caller that catches up with a long log calls until nothing comes.
     *
     * @throws IOException if the file is there and can't be read
     * @throws ReportedException if it was written in a later format than this version knows
     */
    public List<RunEvent> poll() throws IOException {
        byte[] fresh = freshBytes();
        List<RunEvent> events = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < fresh.length; i++) {
            if (fresh[i] == '\n') {
                addLine(fresh, start, i, events);
                start = i + 1;
            }
        }
        position += start + skipLongRest(fresh.length - start);
        return events;
    }

    /** How many lines were skipped so far since they could not be understood. */
    public long skippedLines() {
        return skipped;
    }

    private byte[] freshBytes() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long length = Math.min(BYTES_PER_POLL, Math.max(0, channel.size() - position));
            ByteBuffer bytes = ByteBuffer.allocate((int) length);
            while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
                continue;
            }
            return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    private void addLine(byte[] bytes, int start, int end, List<RunEvent> events) {
        boolean tooLong = insideLongLine || end - start > LONGEST_LINE;
        insideLongLine = false;
        if (tooLong) {
            skipped++;
            return;
        }
        String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        OptionalInt declared = format.format(line);
        if (declared.isEmpty()) {
            format.fromLine(line).ifPresentOrElse(events::add, () -> skipped++);
        } else if (declared.getAsInt() > RunEvents.FORMAT) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The events of this run were written by a newer version of Vesalius.", file,
                    "Open the run with that version or a later one.");
        }
    }

    /** An unfinished line beyond the limit is passed over at once instead of being read again and again. */
    private int skipLongRest(int length) {
        if (length <= LONGEST_LINE) {
            return 0;
        }
        insideLongLine = true;
        return length;
    }
}
