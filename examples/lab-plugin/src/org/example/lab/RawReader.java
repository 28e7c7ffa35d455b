// SPDX-License-Identifier: EPL-2.0
package org.example.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.SamplePath;

/** Reads grey images of 8 bits without a header, row by row; the option {@code width} of the column says how wide. */
public final class RawReader implements ColumnReader {
    @Override
    public String id() {
        return "lab-raw";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String fingerprint(Path root, String value, Map<String, String> options) throws IOException {
        byte[] content = Files.readAllBytes(new SamplePath(root, value).resolve());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return options.get("width") + "/" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public List<String> paths(String value) {
        return List.of(value);
    }

    @Override
    public TypedArray read(Path root, String value, Map<String, String> options) throws IOException {
        byte[] bytes = Files.readAllBytes(new SamplePath(root, value).resolve());
        int width = width(options);
        if (bytes.length == 0 || bytes.length % width != 0) {
            throw new UnreadableImageException("holds " + bytes.length + " bytes, which make no rows of " + width);
        }
        return TypedArray.of(ArrayDescription.of(ElementType.U8, Axis.of(Axis.Y, bytes.length / width),
                Axis.of(Axis.X, width), Axis.of(Axis.CHANNEL, 1)), bytes);
    }

    private static int width(Map<String, String> options) throws UnreadableImageException {
        try {
            return Math.max(1, Integer.parseInt(options.getOrDefault("width", "")));
        } catch (NumberFormatException e) {
            throw new UnreadableImageException("can't be read: the option width of its column is no number", e);
        }
    }
}
