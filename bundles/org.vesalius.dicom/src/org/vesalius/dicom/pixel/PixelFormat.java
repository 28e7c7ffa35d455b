// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.pixel;

import java.io.IOException;
import java.util.Set;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Codec;
import org.vesalius.dicom.data.DataSet;
import org.vesalius.dicom.data.Tag;

/**
 * How pixels are stored (PS3.3, C.7.6.3), found sound.
 *
 * @param width columns
 * @param height rows
 * @param samples of a pixel, 1 or 3
 * @param photometric what they mean, such as {@code MONOCHROME2}
 * @param planar whether all samples of one kind stand together
 * @param allocated bits that a sample takes: 1, 8, 16 or 32
 * @param stored bits of it that hold its value
 * @param high number of the most significant of these
 * @param signed whether values have signs
 * @param frames how many
 */
record PixelFormat(int width, int height, int samples, String photometric, boolean planar, int allocated, int stored,
        int high, boolean signed, int frames) {
    private static final Set<String> GREY = Set.of("MONOCHROME1", "MONOCHROME2");
    private static final Set<String> COLORS = Set.of("RGB", "YBR_FULL", "YBR_FULL_422", "YBR_ICT", "YBR_RCT");
    private static final String PALETTE = "PALETTE COLOR";

    static PixelFormat of(DataSet data) throws IOException {
        if (!data.has(ImageTags.ROWS) || !data.has(ImageTags.COLUMNS)) {
            throw new UnreadableImageException("holds no picture");
        }
        int allocated = whole(data, ImageTags.ALLOCATED, -1);
        int stored = whole(data, ImageTags.STORED, allocated);
        PixelFormat format = new PixelFormat(whole(data, ImageTags.COLUMNS, 0), whole(data, ImageTags.ROWS, 0),
                whole(data, ImageTags.SAMPLES, 1), data.text(ImageTags.PHOTOMETRIC).orElse(""),
                whole(data, ImageTags.PLANAR, 0) == 1, allocated, stored, whole(data, ImageTags.HIGH, stored - 1),
                whole(data, ImageTags.SIGNED, 0) == 1, whole(data, ImageTags.FRAMES, 1));
        format.require();
        return format;
    }

    private static int whole(DataSet data, Tag tag, int otherwise) throws IOException {
        return data.whole(tag).orElse(otherwise);
    }

    private void require() throws UnreadableImageException {
        if (width < 1 || height < 1 || frames < 1) {
            throw new UnreadableImageException("is damaged: its header says " + width + "×" + height + " pixels in " + frames
                    + " frames");
        }
        if ((double) width * height * samples * frames > ArrayDescription.MOST_VALUES) {
            throw new UnreadableImageException("says that it holds more values than can be read");
        }
        boolean fits = grey() || palette() ? samples == 1 : samples == 3;
        if (!grey() && !palette() && !COLORS.contains(photometric) || !fits) {
            throw new UnreadableImageException("has the photometric interpretation '" + photometric + "' with " + samples
                    + " samples a pixel, which can't be read");
        }
        boolean whole = allocated == 8 || allocated == 16 || allocated == 32 || allocated == 1 && samples == 1;
        if (!whole || stored < 1 || stored > allocated || high >= allocated || high < stored - 1) {
            throw new UnreadableImageException("has " + allocated + " bits a sample, of which " + stored + " up to the number " + high
                    + " are its value, which can't be read");
        }
    }

    boolean grey() {
        return GREY.contains(photometric);
    }

    boolean palette() {
        return photometric.equals(PALETTE);
    }

    boolean zeroIsWhite() {
        return photometric.equals("MONOCHROME1");
    }

    boolean ybr() {
        return photometric.startsWith("YBR_FULL");
    }

    /** Whether two pixels share their chrominances where nothing is compressed. */
    boolean halved() {
        return photometric.equals("YBR_FULL_422");
    }

    /** Bits of a frame where nothing is compressed. */
    long bits() {
        return (long) width * height * (halved() ? 2 : samples) * allocated;
    }

    Codec.Layout layout() {
        return new Codec.Layout(width, height, samples, Math.max(1, allocated / 8));
    }

    /** The least value that can be stored. */
    double least() {
        return signed ? -Math.pow(2, stored - 1) : 0;
    }

    /** The greatest value that can be stored. */
    double greatest() {
        return Math.pow(2, signed ? stored - 1 : stored) - 1;
    }
}
