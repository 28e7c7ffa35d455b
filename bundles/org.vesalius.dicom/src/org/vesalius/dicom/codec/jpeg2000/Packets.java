// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Segments;

/** Reads the packets of a tile in their order (T.800, B.9 to B.12). */
final class Packets {
    private static final int EPH = 0x92;
    private static final int SOP = 0x91;
    private static final int SOP_LENGTH = 6;

    private final List<TileComponent> components;
    private final Area tile;
    private final byte[] content;
    private int position;

    /** A precinct and where it comes in the order. */
    private record Turn(int component, int resolution, int number, Precinct precinct) {
    }

    Packets(List<TileComponent> components, Area tile, byte[] content) {
        this.components = components;
        this.tile = tile;
        this.content = content;
    }

    /**
     * Reads all packets.
     *
     * @param progression 0 to 4, see T.800, table A.16
     * @param layers how many
     */
    void read(int progression, int layers) throws UnreadableImageException {
        List<Turn> turns = new ArrayList<>();
        for (int c = 0; c < components.size(); c++) {
            List<Resolution> resolutions = components.get(c).resolutions();
            for (int r = 0; r < resolutions.size(); r++) {
                List<Precinct> precincts = resolutions.get(r).precincts();
                for (int p = 0; p < precincts.size(); p++) {
                    turns.add(new Turn(c, r, p, precincts.get(p)));
                }
            }
        }
        turns.sort(order(progression));
        if (progression == 0) {
            for (int layer = 0; layer < layers; layer++) {
                for (Turn turn : turns) {
                    packet(turn, layer);
                }
            }
        } else if (progression == 1) {
            byResolution(turns, layers);
        } else {
            for (Turn turn : turns) {
                for (int layer = 0; layer < layers; layer++) {
                    packet(turn, layer);
                }
            }
        }
    }

    private void byResolution(List<Turn> turns, int layers) throws UnreadableImageException {
        int start = 0;
        while (start < turns.size()) {
            int end = start;
            while (end < turns.size() && turns.get(end).resolution() == turns.get(start).resolution()) {
                end++;
            }
            for (int layer = 0; layer < layers; layer++) {
                for (Turn turn : turns.subList(start, end)) {
                    packet(turn, layer);
                }
            }
            start = end;
        }
    }

    private Comparator<Turn> order(int progression) throws UnreadableImageException {
        Comparator<Turn> resolution = Comparator.comparingInt(Turn::resolution);
        Comparator<Turn> component = Comparator.comparingInt(Turn::component);
        Comparator<Turn> number = Comparator.comparingInt(Turn::number);
        Comparator<Turn> place = Comparator.<Turn>comparingLong(turn -> Math.max(tile.y0(), turn.precinct().y()))
                .thenComparingLong(turn -> Math.max(tile.x0(), turn.precinct().x()));
        return switch (progression) {
            case 0, 1 -> resolution.thenComparing(component).thenComparing(number);
            case 2 -> resolution.thenComparing(place).thenComparing(component).thenComparing(number);
            case 3 -> place.thenComparing(component).thenComparing(resolution).thenComparing(number);
            case 4 -> component.thenComparing(place).thenComparing(resolution).thenComparing(number);
            default -> throw Segments.damaged("the order of packets makes no sense");
        };
    }

    /** What a packet brings of a code-block. */
    private record Part(CodeBlock.Segment segment, int length) {
    }

    private void packet(Turn turn, int layer) throws UnreadableImageException {
        if (marker(SOP)) {
            position += SOP_LENGTH;
        }
        PacketBits bits = new PacketBits(content, position, content.length);
        List<Part> parts = new ArrayList<>();
        if (bits.bit() == 1) {
            CodingStyle style = components.get(turn.component()).style();
            for (PrecinctBand band : turn.precinct().bands()) {
                for (int i = 0; i < band.blocks().size(); i++) {
                    block(band, i, layer, style, bits, parts);
                }
            }
        }
        position = bits.aligned();
        if (marker(EPH)) {
            position += 2;
        }
        for (Part part : parts) {
            if (part.length() > content.length - position) {
                throw Segments.ended();
            }
            part.segment().add(content, position, part.length());
            position += part.length();
        }
    }

    private boolean marker(int marker) {
        return position + 1 < content.length && (content[position] & 0xFF) == 0xFF && (content[position + 1] & 0xFF) == marker;
    }

    private static void block(PrecinctBand band, int number, int layer, CodingStyle style, PacketBits bits, List<Part> parts)
            throws UnreadableImageException {
        CodeBlock block = band.blocks().get(number);
        int x = number % band.across();
        int y = number / band.across();
        if (block.included ? bits.bit() == 0 : !band.inclusion().below(layer + 1, x, y, bits)) {
            return;
        }
        if (!block.included) {
            block.zeroPlanes = band.planes().value(x, y, bits);
            block.included = true;
        }
        int passes = passes(bits);
        while (bits.bit() == 1) {
            block.lengthBits++;
        }
        while (passes > 0) {
            CodeBlock.Segment segment = block.segment(style);
            int some = Math.min(passes, segment.most - segment.passes);
            int length = block.lengthBits + 31 - Integer.numberOfLeadingZeros(some);
            if (length > 31) {
                throw Segments.damaged("a code-block is too long");
            }
            segment.passes += some;
            parts.add(new Part(segment, bits.next(length)));
            passes -= some;
        }
    }

    /** T.800, table B.4 */
    private static int passes(PacketBits bits) throws UnreadableImageException {
        if (bits.bit() == 0) {
            return 1;
        }
        if (bits.bit() == 0) {
            return 2;
        }
        int two = bits.next(2);
        if (two < 3) {
            return 3 + two;
        }
        int five = bits.next(5);
        return five < 31 ? 6 + five : 37 + bits.next(7);
    }
}
