// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes what the Java platform's ImageIO knows: JPEG, PNG, BMP, GIF, TIFF. */
final class ImageIoDecoder implements Decoder {
    private static final Set<String> OFTEN_OF_SEVERAL_PAGES = Set.of("tif", "tiff");
    private static final List<String> SIGNS_OF_LOSS = List.of("premature", "truncated", "bad huffman code");

    @Override
    public Optional<PixelImage> decode(Path file, byte[] content) throws IOException {
        Optional<JpegStructure> jpeg = JpegStructure.of(content);
        if (jpeg.isPresent()) {
            jpeg.get().requireReadable();
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            PixelImage image = decode(readers.next(), in);
            return Optional.of(jpeg.isEmpty() ? image : Orientation.of(jpeg.get()).upright(image));
        }
    }

    private static PixelImage decode(ImageReader reader, ImageInputStream in) throws UnreadableImageException {
        try {
            reader.setInput(in, false, true);
            requireOnePage(reader);
            new PictureSize(reader.getWidth(0), reader.getHeight(0)).requireUsable();
            return RasterPixels.of(whole(reader));
        } catch (UnreadableImageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // damaged files make decoders throw about every kind of RuntimeException
            throw new UnreadableImageException("is damaged, or of a kind that can't be read", e);
        } finally {
            reader.dispose();
        }
    }

    private static void requireOnePage(ImageReader reader) throws IOException {
        if (OFTEN_OF_SEVERAL_PAGES.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            int pages = reader.getNumImages(true);
            if (pages > 1) {
                throw new UnreadableImageException("holds " + pages + " pictures; divide it into files of one");
            }
        }
    }

    private static BufferedImage whole(ImageReader reader) throws IOException {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning.toLowerCase(Locale.ROOT)));
        BufferedImage image = reader.read(0);
        boolean lossy = warnings.stream().anyMatch(warning -> SIGNS_OF_LOSS.stream().anyMatch(warning::contains));
        if (lossy) {
            throw new UnreadableImageException("is truncated or damaged: part of the picture is missing");
        }
        return image;
    }
}
