// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Codec;
import org.vesalius.dicom.codec.Segments;

/**
 * JPEG 2000, part 1 (T.800): both transforms, all progressions, tiles, layers and styles of passes. Regions of interest, changes
 * of the progression, packed packet headers and components that are sampled differently are refused.
 */
public final class Jpeg2000Codec implements Codec {
    private static final int SOC = 0x4F;
    private static final int SIZ = 0x51;
    private static final int COD = 0x52;
    private static final int COC = 0x53;
    private static final int QCD = 0x5C;
    private static final int QCC = 0x5D;
    private static final int RGN = 0x5E;
    private static final int POC = 0x5F;
    private static final int PPM = 0x60;
    private static final int PPT = 0x61;
    private static final int SOT = 0x90;
    private static final int SOD = 0x93;
    private static final int EOC = 0xD9;
    private static final int BOX = 0x6A703263;
    private static final int MOST_TILES = 65_535;
    private static final int MOST_BITS = 20;

    /** A bit may say that a tile of any size is empty. */
    @Override
    public int mostOfAByte() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Samples decode(byte[] content, Layout layout) throws UnreadableImageException {
        return new Decoding(codestream(content), layout).samples();
    }

    /** Some writers put the codestream into a file of JP2 (T.800, I). */
    private static Segments codestream(byte[] content) throws UnreadableImageException {
        Segments segments = new Segments(content);
        int first = segments.u16();
        if (first == (0xFF00 | SOC)) {
            return segments;
        }
        segments.seek(0);
        while (first == 0) {
            int start = segments.position();
            long length = segments.u32();
            if (segments.u32() == BOX && segments.u16() == (0xFF00 | SOC)) {
                return segments;
            }
            if (length < 8) {
                break;
            }
            segments.seek((int) Math.min(Integer.MAX_VALUE, start + length));
        }
        throw Segments.damaged("no JPEG 2000 begins");
    }

    /** What the main header or that of a tile says. */
    private static final class Styles {
        int progression;
        int layers;
        boolean mixed;
        final CodingStyle[] coding;
        final Quantization[] quantization;
        /** Those that a component has of its own, which a later default doesn't change. */
        final boolean[] ownCoding;
        final boolean[] ownQuantization;

        Styles(int components) {
            coding = new CodingStyle[components];
            quantization = new Quantization[components];
            ownCoding = new boolean[components];
            ownQuantization = new boolean[components];
        }

        Styles copy() {
            Styles copy = new Styles(coding.length);
            copy.progression = progression;
            copy.layers = layers;
            copy.mixed = mixed;
            System.arraycopy(coding, 0, copy.coding, 0, coding.length);
            System.arraycopy(quantization, 0, copy.quantization, 0, coding.length);
            return copy;
        }

        void read(int marker, Segments from) throws UnreadableImageException {
            int end = from.end();
            switch (marker) {
                case COD -> {
                    int flags = from.u8();
                    progression = from.u8();
                    layers = from.u16();
                    mixed = from.u8() == 1;
                    CodingStyle style = CodingStyle.of(from, (flags & 1) != 0);
                    for (int i = 0; i < coding.length; i++) {
                        coding[i] = ownCoding[i] ? coding[i] : style;
                    }
                }
                case COC -> {
                    int component = component(from);
                    int flags = from.u8();
                    coding[component] = CodingStyle.of(from, (flags & 1) != 0);
                    ownCoding[component] = true;
                }
                case QCD -> {
                    Quantization read = Quantization.of(from, end);
                    for (int i = 0; i < coding.length; i++) {
                        quantization[i] = ownQuantization[i] ? quantization[i] : read;
                    }
                }
                case QCC -> {
                    int component = component(from);
                    quantization[component] = Quantization.of(from, end);
                    ownQuantization[component] = true;
                }
                case RGN -> throw unreadable("a region of interest");
                case POC -> throw unreadable("changes of its progression");
                case PPM, PPT -> throw unreadable("packed packet headers");
                default -> {
                    // comments and lengths, which nothing depends on
                }
            }
            from.seek(end);
        }

        private int component(Segments from) throws UnreadableImageException {
            int component = coding.length < 257 ? from.u8() : from.u16();
            if (component >= coding.length) {
                throw Segments.damaged("the style of a component that isn't there is told");
            }
            return component;
        }

        private static UnreadableImageException unreadable(String what) {
            return new UnreadableImageException("holds JPEG 2000 with " + what + ", which can't be read");
        }
    }

    /** The state of decoding one frame. */
    private static final class Decoding {
        private final Segments segments;
        private final Layout layout;
        private final Map<Integer, Styles> styles = new TreeMap<>();
        private final Map<Integer, ByteArrayOutputStream> parts = new TreeMap<>();
        private Styles main = new Styles(0);
        private Area image = new Area(0, 0, 0, 0);
        private Area grid = new Area(0, 0, 0, 0);
        private int depth;
        private boolean signed;
        private int[] values = {};
        private boolean mixed;

        Decoding(Segments segments, Layout layout) {
            this.segments = segments;
            this.layout = layout;
        }

        Samples samples() throws UnreadableImageException {
            if (segments.marker() != SIZ) {
                throw Segments.damaged("no JPEG 2000 begins");
            }
            size();
            int marker = segments.marker();
            while (marker != SOT) {
                main.read(marker, segments);
                marker = segments.marker();
            }
            while (marker == SOT) {
                marker = part();
            }
            for (Map.Entry<Integer, ByteArrayOutputStream> part : parts.entrySet()) {
                tile(part.getKey(), part.getValue().toByteArray());
            }
            if (parts.size() < tilesAcross() * (long) tilesDown()) {
                throw Segments.ended();
            }
            return new Samples(depth, signed, mixed ? Colors.RGB : Colors.UNTOLD, values);
        }

        private void size() throws UnreadableImageException {
            int end = segments.end();
            segments.u16();
            long[] told = new long[8];
            for (int i = 0; i < told.length; i++) {
                told[i] = segments.u32();
                if (told[i] > Integer.MAX_VALUE) {
                    throw Segments.damaged("the header makes no sense");
                }
            }
            int components = segments.u16();
            layout.require(told[0] - told[2], told[1] - told[3], components);
            image = new Area((int) told[2], (int) told[3], (int) told[0], (int) told[1]);
            if (told[4] < 1 || told[5] < 1 || told[6] > told[2] || told[7] > told[3] || told[6] + told[4] <= told[2]
                    || told[7] + told[5] <= told[3]) {
                throw Segments.damaged("the header makes no sense");
            }
            grid = new Area((int) told[6], (int) told[7], (int) Math.min(told[6] + told[4], Integer.MAX_VALUE),
                    (int) Math.min(told[7] + told[5], Integer.MAX_VALUE));
            for (int i = 0; i < components; i++) {
                int bits = segments.u8();
                if (i > 0 && ((bits & 127) + 1 != depth || bits >> 7 == 1 != signed) || segments.u16() != 0x0101) {
                    throw new UnreadableImageException("holds JPEG 2000 whose components are sampled differently, which can't be read");
                }
                depth = (bits & 127) + 1;
                signed = bits >> 7 == 1;
            }
            if (depth > MOST_BITS || tilesAcross() * (long) tilesDown() > MOST_TILES) {
                throw new UnreadableImageException("holds JPEG 2000 of " + depth + " bits or in more tiles than can be read");
            }
            segments.seek(end);
            main = new Styles(components);
            values = new int[layout.length()];
        }

        private int tilesAcross() {
            return (int) (((long) image.x1() - grid.x0() + grid.width() - 1) / grid.width());
        }

        private int tilesDown() {
            return (int) (((long) image.y1() - grid.y0() + grid.height() - 1) / grid.height());
        }

        /** Reads a tile-part and the marker behind it. */
        private int part() throws UnreadableImageException {
            int start = segments.position() - 2;
            int end = segments.end();
            int number = segments.u16();
            long length = segments.u32();
            segments.seek(end);
            if (number >= tilesAcross() * (long) tilesDown()) {
                throw Segments.damaged("a tile is told that isn't there");
            }
            Styles own = styles.computeIfAbsent(number, n -> main.copy());
            int marker = segments.marker();
            while (marker != SOD) {
                own.read(marker, segments);
                marker = segments.marker();
            }
            int from = segments.position();
            long to = length == 0 ? lastByte() : start + length;
            if (to < from || to > segments.content().length) {
                throw Segments.ended();
            }
            parts.computeIfAbsent(number, n -> new ByteArrayOutputStream())
                    .write(segments.content(), from, (int) to - from);
            segments.seek((int) to);
            // some writers leave out the marker of the end
            return to + 2 > segments.content().length ? EOC : segments.marker();
        }

        private int lastByte() {
            byte[] content = segments.content();
            int end = content.length;
            while (end > 2 && !((content[end - 2] & 0xFF) == 0xFF && (content[end - 1] & 0xFF) == EOC)) {
                end--;
            }
            return end > 2 ? end - 2 : content.length;
        }

        private void tile(int number, byte[] packets) throws UnreadableImageException {
            int p = number % tilesAcross();
            int q = number / tilesAcross();
            long x = grid.x0() + (long) p * grid.width();
            long y = grid.y0() + (long) q * grid.height();
            Area area = new Area((int) x, (int) y, (int) Math.min(x + grid.width(), Integer.MAX_VALUE),
                    (int) Math.min(y + grid.height(), Integer.MAX_VALUE)).within(image);
            Styles style = styles.get(number);
            List<TileComponent> components = new ArrayList<>();
            for (int c = 0; c < layout.components(); c++) {
                if (style.coding[c] == null || style.quantization[c] == null) {
                    throw Segments.damaged("the coding style is missing");
                }
                components.add(TileComponent.of(area, style.coding[c], style.quantization[c], depth));
            }
            new Packets(components, area, packets).read(style.progression, style.layers);
            float[][] planes = new float[components.size()][];
            for (int c = 0; c < planes.length; c++) {
                planes[c] = ComponentDecoder.decode(components.get(c));
            }
            if (style.mixed && planes.length >= 3) {
                mixed = true;
                unmix(planes, components.get(0).style().reversible());
            }
            put(planes, area);
        }

        /** T.800, G.2 and G.3 */
        private static void unmix(float[][] planes, boolean reversible) {
            for (int i = 0; i < planes[0].length; i++) {
                float y = planes[0][i];
                float b = planes[1][i];
                float r = planes[2][i];
                if (reversible) {
                    float green = y - (float) Math.floor((b + r) / 4);
                    planes[0][i] = r + green;
                    planes[1][i] = green;
                    planes[2][i] = b + green;
                } else {
                    planes[0][i] = y + 1.402f * r;
                    planes[1][i] = y - 0.344136f * b - 0.714136f * r;
                    planes[2][i] = y + 1.772f * b;
                }
            }
        }

        private void put(float[][] planes, Area area) {
            int middle = signed ? 0 : 1 << depth - 1;
            int least = signed ? -(1 << depth - 1) : 0;
            int most = least + (1 << depth) - 1;
            int count = planes.length;
            for (int c = 0; c < count; c++) {
                int next = 0;
                for (int y = area.y0() - image.y0(); y < area.y1() - image.y0(); y++) {
                    for (int x = area.x0() - image.x0(); x < area.x1() - image.x0(); x++) {
                        int value = Math.round(planes[c][next++]) + middle;
                        values[(y * image.width() + x) * count + c] = Math.min(Math.max(value, least), most);
                    }
                }
            }
        }
    }
}

/** Decodes the code-blocks of a component and joins its resolutions. */
final class ComponentDecoder {
    private ComponentDecoder() {
    }

    /** The samples of a component of a tile, row by row. */
    static float[] decode(TileComponent component) throws UnreadableImageException {
        BlockDecoder decoder = new BlockDecoder();
        Wavelet wavelet = new Wavelet(component.style().reversible());
        float[] lower = {};
        Area below = new Area(0, 0, 0, 0);
        for (Resolution resolution : component.resolutions()) {
            Area area = resolution.area();
            float[] values = new float[Math.max(0, area.width()) * Math.max(0, area.height())];
            boolean lowest = resolution.bands().get(0).kind() == 0;
            if (!lowest && values.length > 0) {
                place(lower, below, values, area);
            }
            for (Band band : resolution.bands()) {
                for (CodeBlock block : band.blocks()) {
                    if (block.included) {
                        decoder.decode(block, band, component.style());
                        put(decoder, block, band, component.style().reversible(), values, area);
                    }
                }
            }
            if (!lowest && values.length > 0) {
                wavelet.inverse(values, area);
            }
            lower = values;
            below = area;
        }
        return lower;
    }

    /** The lower resolution is at the even places. */
    private static void place(float[] lower, Area below, float[] values, Area area) {
        int next = 0;
        for (int y = below.y0(); y < below.y1(); y++) {
            for (int x = below.x0(); x < below.x1(); x++) {
                values[(2 * y - area.y0()) * area.width() + 2 * x - area.x0()] = lower[next++];
            }
        }
    }

    private static void put(BlockDecoder decoder, CodeBlock block, Band band, boolean reversible, float[] values, Area area) {
        int apart = band.kind() == 0 ? 1 : 2;
        for (int y = 0; y < block.area.height(); y++) {
            int row = (apart * (block.area.y0() + y) + (band.kind() >> 1) - area.y0()) * area.width() - area.x0();
            for (int x = 0; x < block.area.width(); x++) {
                int twice = decoder.twice(x, y);
                values[row + apart * (block.area.x0() + x) + (band.kind() & 1)] = reversible ? twice / 2
                        : twice * band.step() / 2;
            }
        }
    }
}
