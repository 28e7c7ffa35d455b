// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.util.List;
import java.util.Optional;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * What a JPEG file's markers say (ITU-T T.81, annex B; JFIF, ITU-T T.871; Adobe technical note 5116). Decoders fill up
 * the missing end of a truncated file without a word, so whether the end marker is there is looked up here.
 *
 * @param frame the code of the frame's marker, SOF0…SOF15; −1 if there is no frame
 * @param precision bits of a sample
 * @param size of the image
 * @param components ids of the colour components
 * @param jfif whether it is a JFIF file
 * @param transform the colour transform that an Adobe marker tells; −1 without such a marker
 * @param orientation Exif orientation 1…8; 1 (upright) where none is told
 * @param complete whether the image is followed by the end marker
 * @param alone whether the file tells of no further picture of the same kind; smaller ones are previews, and grey ones of a
 *        coloured picture are maps of its brightness or depth
 */
record JpegStructure(int frame, int precision, ImageSize size, List<Integer> components, boolean jfif, int transform,
        int orientation, boolean complete, boolean alone) {
    private static final int LOSSLESS = 0xC3;
    private static final int FIRST_DIFFERENTIAL = 0xC5;
    private static final int ARITHMETIC_PROGRESSIVE = 0xCA;
    private static final List<Integer> LETTERS = List.of((int) 'R', (int) 'G', (int) 'B');

    /** What the components mean. */
    enum Colors {
        GREY, RGB, YCBCR, CMYK, YCCK
    }

    /** Looks through a file; empty if it doesn't begin as JPEG files do. */
    static Optional<JpegStructure> of(byte[] content) {
        if (!JpegMarkers.isJpeg(content, 0)) {
            return Optional.empty();
        }
        JpegMarkers markers = new JpegMarkers(content, 0);
        JpegStructure first = markers.scan();
        boolean alone = markers.others().stream().filter(start -> JpegMarkers.isJpeg(content, start))
                .noneMatch(start -> first.isLike(new JpegMarkers(content, start).scan()));
        return Optional.of(alone ? first : first.amongOthers());
    }

    private boolean isLike(JpegStructure other) {
        return size.equals(other.size) && components.size() == other.components.size();
    }

    private JpegStructure amongOthers() {
        return new JpegStructure(frame, precision, size, components, jfif, transform, orientation, complete, false);
    }

    /** Whether values of four components are inverted. */
    boolean adobe() {
        return transform >= 0;
    }

    /** As libjpeg decides (default_decompress_parms in jdapimin.c). */
    Colors colors() {
        if (components.size() == 1) {
            return Colors.GREY;
        }
        if (components.size() == 4) {
            return transform == 2 ? Colors.YCCK : Colors.CMYK;
        }
        boolean rgb = !jfif && (adobe() ? transform == 0 : components.equals(LETTERS));
        return rgb ? Colors.RGB : Colors.YCBCR;
    }

    void requireReadable() throws UnreadableImageException {
        if (frame < 0) {
            throw new UnreadableImageException("is truncated or damaged: it is a JPEG without an image");
        }
        if (!complete) {
            throw new UnreadableImageException("is truncated: the end of the JPEG data is missing");
        }
        if (precision != 8) {
            throw new UnreadableImageException("is a JPEG of " + precision + " bits; convert it to PNG or TIFF");
        }
        boolean known = frame < LOSSLESS || frame > FIRST_DIFFERENTIAL + 2 && frame <= ARITHMETIC_PROGRESSIVE;
        if (!known) {
            throw new UnreadableImageException("is a lossless or hierarchical JPEG; convert it to PNG or TIFF");
        }
        int count = components.size();
        if (count != 1 && count != 3 && count != 4) {
            throw new UnreadableImageException("is a JPEG of " + count + " components; convert it to grey or RGB");
        }
        if (!alone) {
            throw new UnreadableImageException("holds several pictures (MPO); one is expected");
        }
    }
}
