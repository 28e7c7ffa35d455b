// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Segments;

/**
 * A rectangle on a grid.
 *
 * @param x0 first column
 * @param y0 first row
 * @param x1 the column after the last
 * @param y1 the row after the last
 */
record Area(int x0, int y0, int x1, int y1) {

    int width() {
        return x1 - x0;
    }

    int height() {
        return y1 - y0;
    }

    boolean empty() {
        return x1 <= x0 || y1 <= y0;
    }

    /** The rectangle on a grid with so many halvings less, beginning with even or odd places (T.800, equation B-15). */
    Area halved(int times, int oddX, int oddY) {
        return new Area(ceil(x0, times, oddX), ceil(y0, times, oddY), ceil(x1, times, oddX), ceil(y1, times, oddY));
    }

    private static int ceil(int value, int times, int odd) {
        long by = 1L << times;
        return (int) -Math.floorDiv(odd * (by >> 1) - value, by);
    }

    Area within(Area other) {
        return new Area(Math.max(x0, other.x0), Math.max(y0, other.y0), Math.min(x1, other.x1), Math.min(y1, other.y1));
    }
}

/** A code-block and what packets brought of it. */
final class CodeBlock {
    final Area area;
    final List<Segment> segments = new ArrayList<>();
    boolean included;
    int zeroPlanes;
    int lengthBits = 3;

    /** Bytes of consecutive passes that are decoded together. */
    static final class Segment {
        final int most;
        int passes;
        byte[] content = {};

        Segment(int most) {
            this.most = most;
        }

        void add(byte[] from, int start, int length) {
            byte[] more = Arrays.copyOf(content, content.length + length);
            System.arraycopy(from, start, more, content.length, length);
            content = more;
        }
    }

    CodeBlock(Area area) {
        this.area = area;
    }

    /** The segment that the next pass belongs to (T.800, D.4 and D.6). */
    Segment segment(CodingStyle style) {
        Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        if (last == null || last.passes == last.most) {
            int most = Integer.MAX_VALUE;
            if (style.has(CodingStyle.TERMINATE)) {
                most = 1;
            } else if (style.has(CodingStyle.BYPASS)) {
                most = last == null ? 10 : last.most == 2 ? 1 : 2;
            }
            last = new Segment(most);
            segments.add(last);
        }
        return last;
    }
}

/**
 * The code-blocks of a subband in one precinct.
 *
 * @param across how many stand beside each other
 * @param blocks row by row
 * @param inclusion tells in which layer each comes first
 * @param planes tells how many bit-planes of each are zero
 */
record PrecinctBand(int across, List<CodeBlock> blocks, TagTree inclusion, TagTree planes) {
}

/**
 * A precinct.
 *
 * @param x where it begins on the grid of the picture
 * @param y likewise
 * @param bands its part of each subband
 */
record Precinct(long x, long y, List<PrecinctBand> bands) {
}

/**
 * A subband.
 *
 * @param area on its grid
 * @param kind 0 for LL, 1 for HL, 2 for LH, 3 for HH
 * @param number from the lowest resolution on
 * @param planes the most bit-planes
 * @param step of quantisation
 * @param blocks all code-blocks
 */
record Band(Area area, int kind, int number, int planes, float step, List<CodeBlock> blocks) {
}

/**
 * A resolution of a component.
 *
 * @param area on its grid
 * @param bands its subbands
 * @param precincts row by row
 */
record Resolution(Area area, List<Band> bands, List<Precinct> precincts) {
    private static final int MOST_BLOCKS = 1 << 20;

    /** The resolution of this number, 0 for the lowest (T.800, B.5 to B.7). */
    static Resolution of(Area tile, int number, CodingStyle style, Quantization quantization, int depth)
            throws UnreadableImageException {
        int left = style.levels() - number;
        Area area = tile.halved(left, 0, 0);
        List<Band> bands = new ArrayList<>();
        for (int kind = number == 0 ? 0 : 1; kind <= (number == 0 ? 0 : 3); kind++) {
            int index = number == 0 ? 0 : 3 * number - 3 + kind;
            Area band = tile.halved(number == 0 ? left : left + 1, kind & 1, kind >> 1);
            int exponent = quantization.exponent(index, number);
            int gain = kind == 0 ? 0 : kind == 3 ? 2 : 1;
            float step = style.reversible() ? 1
                    : (float) Math.pow(2, depth + gain - exponent) * quantization.mantissa(index);
            int planes = quantization.guard() + exponent - 1;
            if (planes < 0 || planes > 30) {
                throw Segments.damaged("a subband has too many bit-planes");
            }
            bands.add(new Band(band, kind, index, planes, step, new ArrayList<>()));
        }
        return new Resolution(area, bands, precincts(area, bands, number, style, left));
    }

    private static List<Precinct> precincts(Area area, List<Band> bands, int number, CodingStyle style, int left)
            throws UnreadableImageException {
        int wide = style.precincts()[number] & 15;
        int high = style.precincts()[number] >> 4;
        int shrunk = number == 0 ? 0 : 1;
        if (wide < shrunk || high < shrunk) {
            throw Segments.damaged("the coding style makes no sense");
        }
        List<Precinct> precincts = new ArrayList<>();
        if (area.empty()) {
            return precincts;
        }
        int blocks = 0;
        for (int py = area.y0() >> high; py <= area.y1() - 1 >> high; py++) {
            for (int px = area.x0() >> wide; px <= area.x1() - 1 >> wide; px++) {
                List<PrecinctBand> parts = new ArrayList<>();
                for (Band band : bands) {
                    Area grid = grid(px, py, wide - shrunk, high - shrunk).within(band.area());
                    PrecinctBand part = part(grid, Math.min(style.blockWidth(), wide - shrunk),
                            Math.min(style.blockHeight(), high - shrunk));
                    band.blocks().addAll(part.blocks());
                    parts.add(part);
                    blocks += part.blocks().size() + 1;
                }
                if (blocks > MOST_BLOCKS) {
                    throw Segments.damaged("there are more code-blocks than can be read");
                }
                precincts.add(new Precinct((long) px << wide + left, (long) py << high + left, parts));
            }
        }
        return precincts;
    }

    private static Area grid(int px, int py, int wide, int high) {
        return new Area(px << wide, py << high, saturated((long) px + 1 << wide), saturated((long) py + 1 << high));
    }

    private static int saturated(long value) {
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    private static PrecinctBand part(Area area, int wide, int high) {
        List<CodeBlock> blocks = new ArrayList<>();
        if (area.empty()) {
            return new PrecinctBand(0, blocks, new TagTree(1, 1), new TagTree(1, 1));
        }
        int across = (area.x1() - 1 >> wide) - (area.x0() >> wide) + 1;
        for (int y = area.y0() >> high; y <= area.y1() - 1 >> high; y++) {
            for (int x = area.x0() >> wide; x <= area.x1() - 1 >> wide; x++) {
                blocks.add(new CodeBlock(grid(x, y, wide, high).within(area)));
            }
        }
        int down = blocks.size() / across;
        return new PrecinctBand(across, blocks, new TagTree(across, down), new TagTree(across, down));
    }
}

/**
 * A component of a tile.
 *
 * @param area on its grid
 * @param style how it is coded
 * @param resolutions from the lowest on
 */
record TileComponent(Area area, CodingStyle style, List<Resolution> resolutions) {

    static TileComponent of(Area area, CodingStyle style, Quantization quantization, int depth)
            throws UnreadableImageException {
        List<Resolution> resolutions = new ArrayList<>();
        for (int number = 0; number <= style.levels(); number++) {
            resolutions.add(Resolution.of(area, number, style, quantization, depth));
        }
        return new TileComponent(area, style, resolutions);
    }
}
