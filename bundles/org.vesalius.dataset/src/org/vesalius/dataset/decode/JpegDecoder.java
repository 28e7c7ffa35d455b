// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.util.Optional;
import org.vesalius.dataset.pixel.StoredRange;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Decodes JPEG files: grey, YCbCr, RGB, CMYK and YCCK, told apart as libjpeg does. */
final class JpegDecoder implements Decoder {

    @Override
    public Optional<OpenedImage> open(byte[] content) throws UnreadableImageException {
        Optional<JpegStructure> found = JpegStructure.of(content);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        JpegStructure jpeg = found.get();
        jpeg.requireReadable();
        jpeg.size().requireUsable();
        long bytes = jpeg.size().width() * jpeg.size().height() * jpeg.components().size() * 6L;
        return Optional.of(new OpenedImage(jpeg.size(), bytes, jpeg.orientation(), new JpegPixels(jpeg, content)));
    }
}

/** The pixels of a file whose header was found sound. */
record JpegPixels(JpegStructure jpeg, byte[] content) implements OpenedImage.Pixels {

    @Override
    public StoredPixels decode() throws UnreadableImageException {
        StoredJpeg stored = StoredJpeg.decode(content, jpeg.size());
        return switch (jpeg.colors()) {
            case GREY -> bytes(stored, 1, stored.numbers());
            case RGB -> bytes(stored, 3, stored.numbers());
            case YCBCR -> bytes(stored, 3, ColorSpaces.ofYCbCr(stored.values()));
            case CMYK -> inks(stored, stored.numbers(), jpeg.adobe());
            case YCCK -> inks(stored, ColorSpaces.cmykOfYcck(stored.numbers()), jpeg.adobe());
        };
    }

    @Override
    public StoredRange range() throws UnreadableImageException {
        StoredJpeg.requireWhole(content, jpeg.size());
        return StoredRange.own();
    }

    private static StoredPixels bytes(StoredJpeg stored, int channels, float[] values) {
        return StoredPixels.ofBytes(stored.height(), stored.width(), channels, values);
    }

    private static StoredPixels inks(StoredJpeg stored, float[] values, boolean inverted) {
        return StoredPixels.ofFractions(stored.height(), stored.width(), 3, ColorSpaces.ofCmyk(values, 255, inverted));
    }
}
