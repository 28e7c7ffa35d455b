// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.util.Optional;
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
        return Optional.of(new OpenedImage(jpeg.size(), bytes, jpeg.orientation(), () -> decode(jpeg, content)));
    }

    private static StoredPixels decode(JpegStructure jpeg, byte[] content) throws UnreadableImageException {
        StoredJpeg stored = StoredJpeg.decode(content, jpeg.size());
        float[] values = stored.values();
        return switch (jpeg.colors()) {
            case GREY -> StoredPixels.ofBytes(stored.height(), stored.width(), 1, values);
            case RGB -> StoredPixels.ofBytes(stored.height(), stored.width(), 3, values);
            case YCBCR -> color(stored, ColorSpaces.ofYCbCr(values));
            case CMYK -> color(stored, ColorSpaces.ofCmyk(values, 255, jpeg.adobe()));
            case YCCK -> color(stored, ColorSpaces.ofCmyk(ColorSpaces.cmykOfYcck(values), 255, jpeg.adobe()));
        };
    }

    private static StoredPixels color(StoredJpeg stored, float[] rgb) {
        return StoredPixels.ofFractions(stored.height(), stored.width(), 3, rgb);
    }
}
