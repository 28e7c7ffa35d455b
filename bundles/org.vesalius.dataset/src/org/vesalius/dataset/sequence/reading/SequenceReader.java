// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.reading;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vesalius.core.io.ContentHash;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.SamplePath;
import org.vesalius.dataset.sequence.text.FilePart;

/**
 * The reader {@code sequence}: rows of numbers, measurements at any times, WFDB records and EDF files, as arrays of the axes
 * time and channel in single precision, NaN where nothing was measured. A value names a file below the root or a part of
 * one ({@link FilePart}). Options of the column:
 * <ul>
 * <li>{@code layout}: {@code row} (a line is a sequence), {@code events} (a line is a time) or {@code recording};
 * <li>{@code steps}: how long sequences are made, cut or filled up with gaps at their end; each has its own length without;
 * <li>{@code gaps}: {@code forward}, {@code mask} and {@code since}, see
 * {@link org.vesalius.dataset.sequence.GridOptions};
 * <li>those of {@link org.vesalius.dataset.sequence.text.RowRule},
 * {@link org.vesalius.dataset.sequence.text.CellFormat} and {@link org.vesalius.dataset.sequence.GridOptions}.
 * </ul>
 */
public final class SequenceReader implements ColumnReader {
    /** This reader's id. */
    public static final String ID = "sequence";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String fingerprint(Path root, String value, Map<String, String> options) throws IOException {
        FilePart part = FilePart.of(value);
        try {
            Path file = file(root, part);
            if (Layout.of(options) == Layout.RECORDING) {
                // its samples lie in other files
                return hash(Layout.RECORDING.read(file, part, options).values());
            }
            try (InputStream in = part.open(file)) {
                return ContentHash.sha256(in);
            }
        } catch (FileSystemException e) {
            throw withoutName(e);
        }
    }

    private static String hash(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return ContentHash.sha256(bytes.array());
    }

    /** A recording names the files that its samples lie in, so that its own doesn't tell all. */
    @Override
    public List<String> paths(String value) throws UnreadableImageException {
        String path = FilePart.of(value).path();
        return Layout.isRecording(path) ? List.of() : List.of(path);
    }

    @Override
    public void requirePresent(Path root, String value) throws IOException {
        file(root, FilePart.of(value));
    }

    private static Path file(Path root, FilePart part) throws IOException {
        try {
            return new SamplePath(root, part.path()).resolve();
        } catch (FileSystemException e) {
            throw withoutName(e);
        }
    }

    @Override
    public TypedArray read(Path root, String value, Map<String, String> options) throws IOException {
        FilePart part = FilePart.of(value);
        try {
            return array(Layout.of(options).read(file(root, part), part, options));
        } catch (FileSystemException e) {
            throw withoutName(e);
        } catch (IllegalArgumentException e) {
            throw new UnreadableImageException("is too long for these steps of time", e);
        }
    }

    private static TypedArray array(Sequence sequence) throws UnreadableImageException {
        if (sequence.length() == 0) {
            throw new UnreadableImageException("holds no measurement of these channels");
        }
        Axis time = new Axis(Axis.TIME, sequence.length(), sequence.step());
        Axis channels = Axis.of(Axis.CHANNEL, sequence.channels().size());
        return TypedArray.of(new ArrayDescription(List.of(time, channels), ElementType.F32, sequence.unit(), ""),
                sequence.values());
    }

    /** The message of a {@link FileSystemException} is the file's name, which may tell the patient and reach a log. */
    private static IOException withoutName(FileSystemException e) {
        if (e instanceof java.nio.file.NoSuchFileException) {
            return new UnreadableImageException("is missing");
        }
        IOException told = new FileNotFoundException("a file of sequences can't be read: " + e.getClass().getSimpleName());
        told.setStackTrace(e.getStackTrace());
        return told;
    }
}
