// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.number;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        ZipEntry entry = zip.getEntry(name + END);
        if (entry == null) {
            throw new InvalidArrayException("holds no array '" + name + "'");
        }
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
            return NpyFormat.read(in);
        } catch (ZipException e) {
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
