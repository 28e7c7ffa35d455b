// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.number;

import org.vesalius.dataset.array.ElementType;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Several arrays with names in one file, as {@code numpy.savez} and {@code savez_compressed} write them. */
public final class NpzFile implements Closeable {
    private static final String END = ".npy";
    private static final int MOST_ARRAYS = 10_000;

    private final ZipFile zip;

    private NpzFile(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Opens a file; no array is read yet.
     *
     * @throws InvalidArrayException if it is no such file
     * @throws IOException if it can't be read
     */
    public static NpzFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            // a pipe would never answer
            throw new InvalidArrayException(Files.exists(file) ? "is a folder or a device" : "is not there");
        }
        try {
            ZipFile zip = new ZipFile(file.toFile());
            if (zip.size() > MOST_ARRAYS) {
                zip.close();
                throw new InvalidArrayException("holds more than " + MOST_ARRAYS + " arrays");
            }
            return new NpzFile(zip);
        } catch (ZipException | IllegalArgumentException e) {
            throw new InvalidArrayException("is no .npz file, or it is damaged");
        }
    }

    /** The names of the arrays, in the order of the file. */
    public List<String> names() {
        return zip.stream().map(ZipEntry::getName).filter(name -> name.endsWith(END))
                .map(name -> name.substring(0, name.length() - END.length())).toList();
    }

    /**
     * Reads an array.
     *
     * @throws InvalidArrayException if there is none of this name, or it is none of numbers
     * @throws IOException if reading fails
     */
    public NumberArray read(String name) throws IOException {
        return with(name, NpyFormat::read);
    }

    /**
     * The numbers of an array with all of their digits, a list for each place along the first axis; empty for NaN.
     *
     * @param width most numbers of a place
     * @throws InvalidArrayException if there is none of this name, or it is none of numbers, or of more than that
     * @throws IOException if reading fails
     */
    public List<List<String>> texts(String name, int width) throws IOException {
        return with(name, in -> NpyFormat.texts(in, width));
    }

    /**
     * The sizes of the axes of an array, of which no more than the header is read.
     *
     * @throws InvalidArrayException if there is none of this name, or it is none of numbers
     * @throws IOException if reading fails
     */
    public int[] shape(String name) throws IOException {
        return header(name).shape();
    }

    /** The type that {@link NpyRows} reads the numbers of an array in, likewise. */
    public ElementType type(String name) throws IOException {
        NpyHeader header = header(name);
        boolean rewritten = header.columnsFirst() && header.shape().length > 1;
        return rewritten ? ElementType.F32 : header.element();
    }

    /**
     * Unpacks an array to a file that {@link NpyRows} can read. No more is written than its header announces, and nothing
     * where the disk has no room for it.
     *
     * @param to the new file
     * @param cancelled asked all the time; ends it with a {@link CancellationException}
     * @throws InvalidArrayException if there is none of this name, it is none of numbers, cut off, or too large
     * @throws IOException if reading or writing fails
     */
    public void unpack(String name, Path to, BooleanSupplier cancelled) throws IOException {
        NpyHeader header = header(name);
        long most = header.count() * header.type().bytes() + NpyFormat.MOST_BEFORE_NUMBERS;
        if (most > Files.getFileStore(to.toAbsolutePath().getParent()).getUsableSpace()) {
            throw new InvalidArrayException("holds the array '" + name + "' of " + (most >> 20)
                    + " MiB, which is more than the disk has room for");
        }
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            if (header.columnsFirst() && header.shape().length > 1) {
                NpyFormat.write(read(name), out);
            } else {
                with(name, in -> copy(in, out, most, cancelled));
            }
        }
        NpyRows.open(to);
    }

    /** The header of an array that the file says to hold as a whole. */
    private NpyHeader header(String name) throws IOException {
        NpyHeader header = with(name, NpyFormat::header);
        if (zip.getEntry(name + END).getSize() < header.count() * header.type().bytes()) {
            throw new InvalidArrayException("is cut off: the array '" + name + "' is smaller than its header says");
        }
        return header;
    }

    private static long copy(InputStream in, OutputStream out, long most, BooleanSupplier cancelled) throws IOException {
        byte[] chunk = new byte[1 << 16];
        long copied = 0;
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            copied += n;
            if (copied > most) {
                throw new InvalidArrayException("holds an array that is larger than it says");
            }
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("cancelled by the user");
            }
            out.write(chunk, 0, n);
        }
        return copied;
    }

    /** What is done with the bytes of an array. */
    @FunctionalInterface
    private interface Use<T> {
        T of(InputStream in) throws IOException;
    }

    private <T> T with(String name, Use<T> use) throws IOException {
        ZipEntry entry = zip.getEntry(name + END);
        if (entry == null) {
            throw new InvalidArrayException("holds no array '" + name + "'");
        }
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
            return use.of(in);
        } catch (ZipException | EOFException e) {
            throw new InvalidArrayException("is damaged");
        }
    }

    /** Lets go of the file. */
    @Override
    public void close() throws IOException {
        zip.close();
    }

    /**
     * Writes arrays by their names, in the order of the map; the stream stays open.
     *
     * @throws IOException if writing fails
     */
    public static void write(Map<String, NumberArray> arrays, OutputStream out) throws IOException {
        ZipOutputStream zipped = new ZipOutputStream(out);
        for (Map.Entry<String, NumberArray> array : arrays.entrySet()) {
            ZipEntry entry = new ZipEntry(array.getKey() + END);
            // the same arrays give the same bytes, whenever they are written
            entry.setTime(0);
            zipped.putNextEntry(entry);
            NpyFormat.write(array.getValue(), zipped);
            zipped.closeEntry();
        }
        zipped.finish();
    }
}
