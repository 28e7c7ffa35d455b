// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * Decodes what the Java platform's own ImageIO readers know. Readers that plug-ins bring are not asked, so that pixels
 * don't depend on what is installed.
 *
 * @param format the name of the format in ImageIO
 * @param magic what its files begin with
 */
record PlatformDecoder(String format, String magic) implements Decoder {
    private static final List<String> SIGNS_OF_LOSS = List.of("premature", "truncated", "bad huffman code",
            "corrupt jpeg data: bad arithmetic code");
    /** Bytes that decoding takes for each pixel, with the decoder's own. */
    private static final int BYTES_PER_PIXEL = 4 * 3 + 8;

    @Override
    public Optional<OpenedImage> open(byte[] content) throws UnreadableImageException {
        if (!Signature.begins(content, magic)) {
            return Optional.empty();
        }
        ImageSize size = call(format, content, PlatformDecoder::sizeOfOnly);
        return Optional.of(new OpenedImage(size, bytes(size), 1, () -> decode(format, content, 0)));
    }

    static long bytes(ImageSize size) {
        return size.width() * size.height() * BYTES_PER_PIXEL;
    }

    private static ImageSize sizeOfOnly(ImageReader reader) throws IOException {
        int images = reader.getNumImages(true);
        if (images > 1) {
            throw new UnreadableImageException("holds " + images + " images; one is expected");
        }
        return usableSize(reader);
    }

    private static ImageSize usableSize(ImageReader reader) throws IOException {
        ImageSize size = new ImageSize(reader.getWidth(0), reader.getHeight(0));
        size.requireUsable();
        return size;
    }

    /** One of the images in a file. */
    static StoredPixels decode(String format, byte[] content, int index) throws UnreadableImageException {
        return call(format, content, reader -> RasterPixels.of(reader.read(index)));
    }

    /** What is done with a reader. */
    @FunctionalInterface
    interface Work<T> {
        T with(ImageReader reader) throws IOException;
    }

    /** Does something with the platform's reader of a format; an image that isn't whole is refused. */
    static <T> T call(String format, byte[] content, Work<T> work) throws UnreadableImageException {
        ImageReader reader = reader(format);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            List<String> warnings = new ArrayList<>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning.toLowerCase(Locale.ROOT)));
            reader.setInput(in, false, true);
            T result = work.with(reader);
            if (warnings.stream().anyMatch(warning -> SIGNS_OF_LOSS.stream().anyMatch(warning::contains))) {
                throw new UnreadableImageException("is truncated or damaged: part of the image is missing");
            }
            return result;
        } catch (UnreadableImageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // damaged files make decoders throw about every kind of RuntimeException
            throw new UnreadableImageException("is damaged, or of a kind that can't be read", e);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getModule().equals(ImageIO.class.getModule())) {
                return reader;
            }
        }
        throw new IllegalStateException("this Java platform has no reader of " + format);
    }
}

/** Decodes GIF files of one image that fills its screen (GIF 89a, sections 18 and 20). */
final class GifDecoder implements Decoder {
    private final Decoder platform = new PlatformDecoder("gif", "GIF8");

    @Override
    public Optional<OpenedImage> open(byte[] content) throws UnreadableImageException {
        Optional<OpenedImage> image = platform.open(content);
        if (image.isPresent() && !image.get().size().equals(screen(content))) {
            throw new UnreadableImageException("is a GIF whose image doesn't fill its screen of " + screen(content));
        }
        return image;
    }

    private static ImageSize screen(byte[] content) {
        return new ImageSize(content[6] & 0xFF | (content[7] & 0xFF) << 8,
                content[8] & 0xFF | (content[9] & 0xFF) << 8);
    }
}

/** Decodes PNG files. Checksums and the end are checked here, since the platform's decoder doesn't. */
final class PngDecoder implements Decoder {

    @Override
    public Optional<OpenedImage> open(byte[] content) throws UnreadableImageException {
        if (!Signature.begins(content, PngChunks.SIGNATURE)) {
            return Optional.empty();
        }
        PngChunks chunks = PngChunks.of(content);
        return Optional.of(new OpenedImage(chunks.size(), PlatformDecoder.bytes(chunks.size()), chunks.orientation(),
                () -> PlatformDecoder.decode("png", content, 0)));
    }
}
