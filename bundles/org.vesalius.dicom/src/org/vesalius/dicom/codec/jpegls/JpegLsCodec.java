// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpegls;

import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Codec;
import org.vesalius.dicom.codec.Segments;

/** JPEG-LS (T.87), lossless and near-lossless, of up to 16 bits, its components one after the other or interleaved. */
public final class JpegLsCodec implements Codec {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DRI = 0xDD;
    private static final int SOF55 = 0xF7;
    private static final int LSE = 0xF8;
    private static final int APP8 = 0xE8;
    private static final int BY_LINE = 1;
    private static final int BY_SAMPLE = 2;

    /** A bit may be a run to the end of the longest line, of three components. */
    @Override
    public int mostOfAByte() {
        return 8 * 3 * 0xFFFF;
    }

    @Override
    public Samples decode(byte[] content, Layout layout) throws UnreadableImageException {
        return new Decoding(new Segments(content), layout).samples();
    }

    /** The state of decoding one frame. */
    private static final class Decoding {
        private final Segments segments;
        private final Layout layout;
        private final int[] ids;
        private Parameters.Preset preset = Parameters.Preset.NONE;
        private int precision;
        private int[] values = {};
        private int scanned;

        Decoding(Segments segments, Layout layout) {
            this.segments = segments;
            this.layout = layout;
            this.ids = new int[layout.components()];
        }

        Samples samples() throws UnreadableImageException {
            if (segments.u16() != (0xFF00 | SOI)) {
                throw Segments.damaged("no JPEG-LS begins");
            }
            while (precision == 0 || scanned < layout.components()) {
                segment(segments.marker());
            }
            return Samples.of(precision, values);
        }

        private void segment(int marker) throws UnreadableImageException {
            switch (marker) {
                case SOF55 -> frame();
                case LSE -> preset();
                case SOS -> scan();
                case APP8 -> colors();
                case EOI -> throw Segments.ended();
                case DRI -> throw unreadable("restart markers");
                default -> segments.seek(segments.end());
            }
        }

        private static UnreadableImageException unreadable(String what) {
            return new UnreadableImageException("holds JPEG-LS with " + what + ", which can't be read");
        }

        /** An extension of Hewlett-Packard that turns colours into others. */
        private void colors() throws UnreadableImageException {
            int end = segments.end();
            if (end - segments.position() >= 5 && segments.u32() == 0x6D726678L && segments.u8() != 0) {
                throw unreadable("transformed colours");
            }
            segments.seek(end);
        }

        private void frame() throws UnreadableImageException {
            int end = segments.end();
            precision = segments.u8();
            int height = segments.u16();
            int width = segments.u16();
            layout.require(width, height, segments.u8());
            if (precision < 2 || precision > 16) {
                throw Segments.damaged("the header of the frame makes no sense");
            }
            for (int i = 0; i < ids.length; i++) {
                ids[i] = segments.u8();
                if (segments.u8() != 0x11) {
                    throw unreadable("components that are sampled differently");
                }
                segments.u8();
            }
            segments.seek(end);
            values = new int[layout.length()];
        }

        private void preset() throws UnreadableImageException {
            int end = segments.end();
            if (segments.u8() != 1) {
                throw unreadable("tables or sizes of its own");
            }
            preset = new Parameters.Preset(segments.u16(), segments.u16(), segments.u16(), segments.u16(), segments.u16());
            segments.seek(end);
        }

        private void scan() throws UnreadableImageException {
            if (precision == 0) {
                throw Segments.damaged("a scan comes before the frame");
            }
            int end = segments.end();
            int count = segments.u8();
            int first = -1;
            for (int i = 0; i < count; i++) {
                int number = number(segments.u8());
                first = i == 0 ? number : first;
                if (segments.u8() != 0) {
                    throw unreadable("tables of values");
                }
            }
            Parameters parameters = Parameters.of(precision, segments.u8(), preset);
            int interleaved = segments.u8();
            boolean fits = count == 1 || count == layout.components() && (interleaved == BY_LINE || interleaved == BY_SAMPLE);
            if (!fits || segments.u8() != 0) {
                throw Segments.damaged("the header of a scan makes no sense");
            }
            JpegLsBits bits = new JpegLsBits(segments.content(), end);
            lines(new LineDecoder(parameters, bits, count > 1 && interleaved == BY_SAMPLE ? count : 1), count, first);
            scanned += count;
            segments.seek(bits.position());
        }

        private int number(int id) throws UnreadableImageException {
            for (int i = 0; i < ids.length; i++) {
                if (ids[i] == id) {
                    return i;
                }
            }
            throw Segments.damaged("a scan names a component that isn't there");
        }

        private void lines(LineDecoder decoder, int count, int first) throws UnreadableImageException {
            int[] probe = decoder.line(layout.width());
            int samples = probe.length / (layout.width() + 2);
            int kinds = count / samples;
            int[][] above = new int[kinds][];
            int[][] line = new int[kinds][];
            int[] runs = new int[kinds];
            for (int kind = 0; kind < kinds; kind++) {
                above[kind] = decoder.line(layout.width());
                line[kind] = decoder.line(layout.width());
            }
            for (int y = 0; y < layout.height(); y++) {
                for (int kind = 0; kind < kinds; kind++) {
                    runs[kind] = decoder.decode(above[kind], line[kind], runs[kind]);
                    put(line[kind], y, samples, samples > 1 ? 0 : first + kind);
                    int[] last = above[kind];
                    above[kind] = line[kind];
                    line[kind] = last;
                }
            }
        }

        private void put(int[] line, int y, int samples, int component) {
            int place = y * layout.width() * layout.components() + component;
            for (int x = 1; x <= layout.width(); x++) {
                for (int i = 0; i < samples; i++) {
                    values[place + i] = line[x * samples + i];
                }
                place += layout.components();
            }
        }
    }
}
