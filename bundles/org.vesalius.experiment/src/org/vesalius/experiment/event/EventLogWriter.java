// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.event;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends events to {@code events.jsonl}, each as a whole line handed to the operating system at once, so that readers
 * see it without delay and a killed process loses nothing it has written.
 *
 * <p>A line that could be written only in part (a full disk, a crash) is cut off before the next one: the file never
 * holds a broken line but at its very end. For one thread at a time.
 */
public final class EventLogWriter implements Closeable {
    private static final int TAIL_BYTES = 8192;

    private final RunEvents format = new RunEvents();
    private final FileChannel channel;
    private long end;
    private boolean begun;

    /**
     * Opens the log to append to it; creates it if it isn't there.
     *
     * @throws IOException if the file can't be opened for writing
     */
    public EventLogWriter(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        end = endOfLastLine();
    }

    /**
     * Appends one event; before the first one the format of those that follow.
     *
     * @throws IOException if it can't be written; the next call may work again, and no half line stays in between
     */
    public void append(RunEvent event) throws IOException {
        ByteBuffer line = StandardCharsets.UTF_8.encode((begun ? "" : format.heading() + "\n") + format.toLine(event)
                + "\n");
        if (channel.size() > end) {
            channel.truncate(end);
        }
        long position = end;
        while (line.hasRemaining()) {
            position += channel.write(line, position);
        }
        end = position;
        begun = true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private long endOfLastLine() throws IOException {
        long stop = channel.size();
        while (stop > 0) {
            long start = Math.max(0, stop - TAIL_BYTES);
            int newline = lastNewline(start, (int) (stop - start));
            if (newline >= 0) {
                return start + newline + 1;
            }
            stop = start;
        }
        return 0;
    }

    private int lastNewline(long start, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) >= 0) {
            continue;
        }
        int index = bytes.position() - 1;
        while (index >= 0 && bytes.get(index) != '\n') {
            index--;
        }
        return index;
    }
}
