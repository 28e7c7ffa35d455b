// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpeg;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Codec;
import org.vesalius.dicom.codec.Segments;

/**
 * JPEG (T.81) with Huffman codes: sequential with the cosine transform (processes 1, 2 and 4; 8 and 12 bits) and without
 * loss (process 14; 2 to 16 bits, all predictors).
 */
public final class JpegCodec implements Codec {
    static final int SOF3 = 0xC3;

    private static final int SOF0 = 0xC0;
    private static final int SOF1 = 0xC1;
    private static final int DHT = 0xC4;
    private static final int RST0 = 0xD0;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int DRI = 0xDD;
    private static final int APP0 = 0xE0;
    private static final int APP14 = 0xEE;

    /** A block takes two bits at least, and its 64 samples may each stand for 4×4 pixels. */
    @Override
    public int mostOfAByte() {
        return 4 * 64 * 16;
    }

    @Override
    public Samples decode(byte[] content, Layout layout) throws UnreadableImageException {
        return new Decoding(content, layout).samples();
    }

    /** The state of decoding one frame. */
    private static final class Decoding {
        private final Segments segments;
        private final Layout layout;
        private final Tables tables = new Tables();
        private Colors colors = Colors.UNTOLD;
        private boolean jfif;
        private Optional<JpegPlanes> planes = Optional.empty();
        private int scanned;

        Decoding(byte[] content, Layout layout) {
            this.segments = new Segments(content);
            this.layout = layout;
        }

        Samples samples() throws UnreadableImageException {
            if (segments.u16() != (0xFF00 | SOI)) {
                throw Segments.damaged("no JPEG begins");
            }
            while (planes.isEmpty() || scanned < planes.get().frame().components().length) {
                segment(segments.marker());
            }
            JpegFrame frame = planes.get().frame();
            // components named by letters are these colours, and the marker of JFIF means YBR
            boolean named = layout.components() == 3 && frame.components()[0].id() == 'R'
                    && frame.components()[1].id() == 'G' && frame.components()[2].id() == 'B';
            Colors told = frame.lossless() ? Colors.UNTOLD : colors != Colors.UNTOLD ? colors
                    : named ? Colors.RGB : jfif ? Colors.YBR : Colors.UNTOLD;
            return new Samples(frame.precision(), false, told, planes.get().interleaved());
        }

        private void segment(int marker) throws UnreadableImageException {
            switch (marker) {
                case SOF0, SOF1, SOF3 -> frame(marker);
                case DHT -> tables.huffman(segments);
                case DQT -> tables.quantization(segments);
                case DRI -> tables.restart(segments);
                case APP0 -> jfif |= named("JFIF\0").isPresent();
                case APP14 -> adobe();
                case SOS -> scan();
                case EOI -> throw Segments.ended();
                default -> other(marker);
            }
        }

        private void other(int marker) throws UnreadableImageException {
            if (marker > DHT - 4 && marker < 0xD0 && marker != 0xC8 && marker != 0xCC) {
                throw new UnreadableImageException("holds pixels of a process of JPEG that can't be read (SOF"
                        + (marker - SOF0) + ")");
            }
            if (marker < RST0 || marker > SOI) {
                segments.seek(segments.end());
            }
        }

        private void frame(int marker) throws UnreadableImageException {
            if (planes.isPresent()) {
                throw Segments.damaged("there are two frames");
            }
            JpegFrame frame = JpegFrame.of(segments, marker);
            layout.require(frame.width(), frame.height(), frame.components().length);
            planes = Optional.of(new JpegPlanes(frame));
        }

        /** The rest of a segment that begins with a name; empty if it has another. The segment is passed. */
        private Optional<byte[]> named(String name) throws UnreadableImageException {
            int end = segments.end();
            byte[] rest = Arrays.copyOfRange(segments.content(), segments.position(), end);
            segments.seek(end);
            return new String(rest, StandardCharsets.ISO_8859_1).startsWith(name) ? Optional.of(rest)
                    : Optional.empty();
        }

        /** The transform of Adobe's marker: 0 for none, 1 for YBR. */
        private void adobe() throws UnreadableImageException {
            Optional<byte[]> rest = named("Adobe");
            if (rest.isPresent() && rest.get().length >= 12 && layout.components() == 3) {
                colors = rest.get()[11] == 0 ? Colors.RGB : Colors.YBR;
            }
        }

        private void scan() throws UnreadableImageException {
            JpegPlanes all = planes.orElseThrow(() -> Segments.damaged("a scan comes before the frame"));
            int end = segments.end();
            int[] numbers = new int[segments.u8()];
            HuffmanTable[] dc = new HuffmanTable[numbers.length];
            HuffmanTable[] ac = new HuffmanTable[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = all.frame().number(segments.u8());
                int both = segments.u8();
                dc[i] = tables.dc(both >> 4);
                ac[i] = all.frame().lossless() ? dc[i] : tables.ac(both & 15);
            }
            int predictor = segments.u8();
            segments.u8();
            int shift = segments.u8() & 15;
            JpegBits bits = new JpegBits(segments.content(), end);
            if (all.frame().lossless()) {
                new LosslessScan(all, numbers, dc, predictor, shift, tables.restart()).decode(bits);
            } else {
                new CosineScan(all, numbers, dc, ac, tables).decode(bits);
            }
            scanned += numbers.length;
            segments.seek(bits.position());
        }
    }
}

/** The tables that segments define. */
final class Tables {
    private static final int[] ZIGZAG = {0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41,
        34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31,
        39, 46, 53, 60, 61, 54, 47, 55, 62, 63};

    private final HuffmanTable[] huffman = new HuffmanTable[8];
    private final int[][] quantization = new int[4][];
    private int restart;

    void huffman(Segments from) throws UnreadableImageException {
        int end = from.end();
        while (from.position() < end) {
            int kind = from.u8();
            if ((kind & 15) > 3 || kind >> 4 > 1) {
                throw Segments.damaged("a table has a number that isn't allowed");
            }
            huffman[(kind >> 4) * 4 + (kind & 15)] = HuffmanTable.of(from);
        }
        from.seek(end);
    }

    void quantization(Segments from) throws UnreadableImageException {
        int end = from.end();
        while (from.position() < end) {
            int kind = from.u8();
            if ((kind & 15) > 3) {
                throw Segments.damaged("a table has a number that isn't allowed");
            }
            int[] table = new int[64];
            for (int i = 0; i < 64; i++) {
                table[ZIGZAG[i]] = kind >> 4 == 0 ? from.u8() : from.u16();
            }
            quantization[kind & 15] = table;
        }
        from.seek(end);
    }

    void restart(Segments from) throws UnreadableImageException {
        int end = from.end();
        restart = from.u16();
        from.seek(end);
    }

    /** How many units come between two restart markers; 0 for no markers. */
    int restart() {
        return restart;
    }

    HuffmanTable dc(int number) throws UnreadableImageException {
        return huffman(number);
    }

    HuffmanTable ac(int number) throws UnreadableImageException {
        return huffman(number > 3 ? 8 : 4 + number);
    }

    private HuffmanTable huffman(int number) throws UnreadableImageException {
        if (number >= huffman.length || huffman[number] == null) {
            throw Segments.damaged("a table is missing");
        }
        return huffman[number];
    }

    /** The steps of coefficients, row by row. */
    int[] steps(int number) throws UnreadableImageException {
        if (quantization[number] == null) {
            throw Segments.damaged("a table is missing");
        }
        return quantization[number];
    }

    /** The place of a coefficient, row by row. */
    static int place(int number) {
        return ZIGZAG[number];
    }
}
