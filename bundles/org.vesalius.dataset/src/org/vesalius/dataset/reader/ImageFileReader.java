// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.core.io.ContentHash;

/**
 * Reads picture files: what ImageIO reads (JPEG, PNG, BMP, GIF, TIFF) and what ImageJ reads besides (PGM, PPM, more of
 * TIFF). Values of any depth are brought to 0…255; palettes are resolved, transparency is dropped, the orientation in a
 * JPEG's Exif data is honoured.
 *
 * <p>A picture that is not whole is refused, although decoders would fill it up with grey.
 */
public final class ImageFileReader implements ImageReader {
    /** This reader's id. */
    public static final String ID = "image";

    private static final long MAX_BYTES = 512L << 20;

    private final List<Decoder> decoders = List.of(new ImageIoDecoder(), new ImageJDecoder());

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
        try {
            return ContentHash.sha256(new SamplePath(root, value).resolve());
        } catch (FileSystemException e) {
            throw withoutName(e);
        }
    }

    @Override
    public PixelImage read(Path root, String value, Map<String, String> options) throws IOException {
        try {
            Path file = new SamplePath(root, value).resolve();
            return decode(file, content(file));
        } catch (FileSystemException e) {
            throw withoutName(e);
        } catch (OutOfMemoryError e) {
            throw new UnreadableImageException("is too large for the memory that is left", e);
        }
    }

    /** The message of a {@link FileSystemException} is the file's name, which may tell the patient and reach a log. */
    private static IOException withoutName(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return new UnreadableImageException("can't be opened: its permissions forbid it");
        }
        return e instanceof NoSuchFileException ? new UnreadableImageException("is missing")
                : new IOException("a picture can't be read: " + e.getReason());
    }

    private static byte[] content(Path file) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new UnreadableImageException("is empty");
        }
        if (size > MAX_BYTES) {
            throw new UnreadableImageException("is larger than " + (MAX_BYTES >> 20) + " MiB");
        }
        return Files.readAllBytes(file);
    }

    private PixelImage decode(Path file, byte[] content) throws IOException {
        UnreadableImageException first = null;
        for (Decoder decoder : decoders) {
            try {
                Optional<PixelImage> image = decoder.decode(file, content);
                if (image.isPresent()) {
                    return image.get();
                }
            } catch (UnreadableImageException e) {
                first = first == null ? e : first;
            }
        }
        throw first != null ? first : new UnreadableImageException("is no picture, or of an unknown format");
    }
}
