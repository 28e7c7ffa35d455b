// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.deidentify;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.dicom.data.DataSet;
import org.vesalius.dicom.data.Element;
import org.vesalius.dicom.data.Tag;
import org.vesalius.dicom.data.Value;
import org.vesalius.dicom.pixel.BlankArea;

/**
 * The overlays of a data set (PS3.3, C.9.2): drawings in which names may stand as well. None stays that nobody looked at;
 * where rectangles are blanked, they are in overlays too.
 */
final class Overlays {
    private static final int GROUP = 0x6000;
    private static final int DATA = 0x3000;
    private static final int ROWS = 0x0010;
    private static final int COLUMNS = 0x0011;
    private static final int FRAMES = 0x0015;
    private static final int ORIGIN = 0x0050;
    private static final long MOST_BYTES = 1 << 28;

    /** The data of those that stay, by their groups. */
    private final Map<Integer, Element> stay = new HashMap<>();

    private Overlays() {
    }

    /** No overlay stays. */
    static Overlays none() {
        return new Overlays();
    }

    /** Those of a data set stay with rectangles made blank; what can't be blanked goes. */
    static Overlays blanked(DataSet data, List<BlankArea> areas) throws IOException {
        Overlays overlays = new Overlays();
        for (Element element : data.elements()) {
            if (isOverlay(element.tag()) && element.tag().element() == DATA) {
                overlays.blank(data, element, areas);
            }
        }
        return overlays;
    }

    private void blank(DataSet data, Element element, List<BlankArea> areas) throws IOException {
        int group = element.tag().group();
        int rows = data.whole(Tag.of(group, ROWS)).orElse(0);
        int columns = data.whole(Tag.of(group, COLUMNS)).orElse(0);
        int frames = data.whole(Tag.of(group, FRAMES)).orElse(1);
        double[] origin = data.numbers(Tag.of(group, ORIGIN));
        long bits = (long) rows * columns * frames;
        byte[] bytes = element.value() instanceof Value.Stored stored && stored.length() > MOST_BYTES ? new byte[0]
                : data.bytes(element.tag()).orElse(new byte[0]).clone();
        if (rows < 1 || columns < 1 || frames < 1 || bits > 8L * bytes.length) {
            return;
        }
        int top = origin.length == 2 ? (int) origin[0] - 1 : 0;
        int left = origin.length == 2 ? (int) origin[1] - 1 : 0;
        for (BlankArea area : areas) {
            for (int frame = 0; frame < frames; frame++) {
                clear(bytes, (long) frame * rows * columns, rows, columns, area.shifted(-left, -top));
            }
        }
        stay.put(group, new Element(element.tag(), element.vr(), new Value.Bytes(bytes)));
    }

    private static void clear(byte[] bytes, long start, int rows, int columns, BlankArea area) {
        for (int y = Math.max(0, area.top()); y < Math.min((long) rows, (long) area.top() + area.height()); y++) {
            for (int x = Math.max(0, area.left()); x < Math.min((long) columns, (long) area.left() + area.width()); x++) {
                long bit = start + (long) y * columns + x;
                bytes[(int) (bit >> 3)] &= (byte) ~(1 << (int) (bit & 7));
            }
        }
    }

    /** Whether an element is of an overlay. */
    static boolean isOverlay(Tag tag) {
        return (tag.group() & 0xFF01) == GROUP;
    }

    boolean isData(Tag tag) {
        return tag.element() == DATA;
    }

    /** What is left of an element of an overlay, before texts are cleaned. */
    Optional<Element> left(Element element) {
        Optional<Element> data = Optional.ofNullable(stay.get(element.tag().group()));
        return data.isEmpty() || isData(element.tag()) ? data : Optional.of(element);
    }
}
