// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.pixel;

import java.io.IOException;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Codec;
import org.vesalius.dicom.codec.Codec.Samples;
import org.vesalius.dicom.data.DataSet;
import org.vesalius.dicom.data.Tag;

/** Brings pixels to red, green and blue. */
interface Colors {

    /** Bits of each. */
    int bits();

    /** The colours of a frame, those of a pixel together. */
    int[] of(Samples frame);

    /** Those of a file. */
    static Colors of(DataSet data, PixelFormat format) throws IOException {
        return format.palette() ? Palette.of(data) : new Direct(format);
    }
}

/** Colours that are stored as red, green and blue, or as luminance and chrominances. */
record Direct(PixelFormat format) implements Colors {

    @Override
    public int bits() {
        return format.stored();
    }

    @Override
    public int[] of(Samples frame) {
        boolean ybr = frame.colors() == Codec.Colors.UNTOLD ? format.ybr() : frame.colors() == Codec.Colors.YBR;
        int[] values = frame.values();
        int middle = 1 << format.stored() - 1;
        for (int i = 0; i < values.length && ybr; i += 3) {
            double y = values[i];
            double blue = values[i + 1] - middle;
            double red = values[i + 2] - middle;
            // ITU-R BT.601, as PS3.3, C.7.6.3.1.2 has it
            values[i] = clamped(y + 1.402 * red, middle);
            values[i + 1] = clamped(y - 0.114 * 1.772 / 0.587 * blue - 0.299 * 1.402 / 0.587 * red, middle);
            values[i + 2] = clamped(y + 1.772 * blue, middle);
        }
        return values;
    }

    private static int clamped(double value, int middle) {
        return (int) Math.min(Math.max(Math.round(value), 0), 2L * middle - 1);
    }
}

/** Colours that are looked up in a palette (PS3.3, C.7.9). */
record Palette(Lut red, Lut green, Lut blue) implements Colors {

    static Palette of(DataSet data) throws IOException {
        if (data.has(ImageTags.RED_SEGMENTS) && !data.has(ImageTags.RED_TABLE)) {
            throw new UnreadableImageException("has a palette in segments, which can't be read");
        }
        boolean signed = data.whole(ImageTags.SIGNED).orElse(0) == 1;
        Lut[] tables = new Lut[3];
        for (int i = 0; i < 3; i++) {
            tables[i] = Lut.of(data, new Tag(ImageTags.RED_DESCRIPTOR.value() + i), new Tag(ImageTags.RED_TABLE.value() + i),
                    signed);
        }
        return new Palette(tables[0], tables[1], tables[2]);
    }

    @Override
    public int bits() {
        return red.bits();
    }

    @Override
    public int[] of(Samples frame) {
        int[] colors = new int[frame.values().length * 3];
        for (int i = 0; i < frame.values().length; i++) {
            colors[3 * i] = red.of(frame.values()[i]);
            colors[3 * i + 1] = green.of(frame.values()[i]);
            colors[3 * i + 2] = blue.of(frame.values()[i]);
        }
        return colors;
    }
}
