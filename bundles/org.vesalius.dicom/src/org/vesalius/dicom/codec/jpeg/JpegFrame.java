// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpeg;

import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Segments;

/**
 * The frame header (T.81, B.2.2).
 *
 * @param lossless whether it is of process 14
 * @param precision bits of a sample
 * @param width columns
 * @param height rows
 * @param components in their order
 */
record JpegFrame(boolean lossless, int precision, int width, int height, Component[] components) {

    /**
     * One of the components.
     *
     * @param id by which scans name it
     * @param across how often it is sampled from left to right, in relation to the others
     * @param down how often from above to below
     * @param quantization number of its table
     */
    record Component(int id, int across, int down, int quantization) {
    }

    /** The header that follows the marker of a frame. */
    static JpegFrame of(Segments from, int marker) throws UnreadableImageException {
        int end = from.end();
        int precision = from.u8();
        int height = from.u16();
        int width = from.u16();
        Component[] components = new Component[from.u8()];
        for (int i = 0; i < components.length; i++) {
            int id = from.u8();
            int sampling = from.u8();
            components[i] = new Component(id, sampling >> 4, sampling & 15, from.u8());
            if (sampling >> 4 < 1 || sampling >> 4 > 4 || (sampling & 15) < 1 || (sampling & 15) > 4
                    || components[i].quantization > 3) {
                throw Segments.damaged("the header of the frame makes no sense");
            }
        }
        boolean lossless = marker == JpegCodec.SOF3;
        if (width == 0 || height == 0 || components.length == 0
                || (lossless ? precision < 2 || precision > 16 : precision != 8 && precision != 12)) {
            throw Segments.damaged("the header of the frame makes no sense");
        }
        from.seek(end);
        return new JpegFrame(lossless, precision, width, height, components);
    }

    /** The most that any component is sampled from left to right. */
    int across() {
        int most = 1;
        for (Component component : components) {
            most = Math.max(most, component.across());
        }
        return most;
    }

    /** The most that any component is sampled from above to below. */
    int down() {
        int most = 1;
        for (Component component : components) {
            most = Math.max(most, component.down());
        }
        return most;
    }

    /** The number of the component that a scan names. */
    int number(int id) throws UnreadableImageException {
        for (int i = 0; i < components.length; i++) {
            if (components[i].id() == id) {
                return i;
            }
        }
        throw Segments.damaged("a scan names a component that isn't there");
    }
}
