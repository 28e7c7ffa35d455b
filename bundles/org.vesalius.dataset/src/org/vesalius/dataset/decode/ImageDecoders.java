// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.util.List;
import java.util.Optional;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Opens image files: JPEG, PNG, TIFF, BMP, GIF, PGM and PPM, told by how they begin. */
public final class ImageDecoders {
    private final List<Decoder> decoders = List.of(new JpegDecoder(), new PngDecoder(), new TiffDecoder(),
            new PlatformDecoder("bmp", "BM"), new GifDecoder(), new PnmDecoder());

    /**
     * Looks at the headers of a stack of pages.
     *
     * @param content what is in the file
     * @throws UnreadableImageException if it is no TIFF file, damaged, of a kind that can't be read, or no stack of equal pages along
     *         the depth
     */
    public OpenedStack openStack(byte[] content) throws UnreadableImageException {
        try {
            return new TiffDecoder().openStack(content)
                    .orElseThrow(() -> new UnreadableImageException("is no TIFF file, which a stack of pages is"));
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new UnreadableImageException("is damaged: its header is not what it should be", e);
        }
    }

    /**
     * Looks at the header of a file.
     *
     * @param content what is in it
     * @return the image, not yet decoded
     * @throws UnreadableImageException if the format is unknown, or the file damaged, of a kind that can't be read, too
     *         large or too small
     */
    public OpenedImage open(byte[] content) throws UnreadableImageException {
        try {
            for (Decoder decoder : decoders) {
                Optional<OpenedImage> image = decoder.open(content);
                if (image.isPresent()) {
                    return image.get();
                }
            }
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new UnreadableImageException("is damaged: its header is not what it should be", e);
        }
        throw Signature.unknown(content);
    }
}
