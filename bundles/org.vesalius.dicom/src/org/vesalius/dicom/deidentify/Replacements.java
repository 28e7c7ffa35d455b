// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.deidentify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vesalius.dicom.data.DataSet;
import org.vesalius.dicom.data.Element;
import org.vesalius.dicom.data.Tag;
import org.vesalius.dicom.data.Value;
import org.vesalius.dicom.data.Vr;

/** Values that stand instead of others: text in ASCII, as every character set has it, and numbers that say nothing. */
final class Replacements {
    private static final String NO_DATE = "19000101";
    private static final String NO_TIME = "000000";

    private Replacements() {
    }

    /** An element with a text in ASCII. */
    static Element text(Tag tag, Vr vr, String text) {
        return new Element(tag, vr, even(text.getBytes(StandardCharsets.US_ASCII), Integer.MAX_VALUE, vr));
    }

    /** The same element with a text in ASCII, no longer than it may be. */
    static Element text(Element element, Vr vr, String text) {
        return text(element, vr, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The same element with a text that is encoded already, likewise; of several values the length isn't looked at. */
    static Element text(Element element, Vr vr, byte[] text) {
        boolean several = new String(text, StandardCharsets.ISO_8859_1).indexOf('\\') >= 0;
        return new Element(element.tag(), element.vr(), even(text, several ? Integer.MAX_VALUE : longest(vr), vr));
    }

    /** The same element with these values, which may be as many as there are. */
    static Element texts(Element element, Vr vr, List<String> values) {
        byte[] text = String.join("\\", values).getBytes(StandardCharsets.US_ASCII);
        return new Element(element.tag(), element.vr(), even(text, Integer.MAX_VALUE, vr));
    }

    /** Padded to an even length (PS3.5, 6.2). */
    private static Value even(byte[] text, int longest, Vr vr) {
        int length = Math.min(text.length, longest);
        byte[] padded = Arrays.copyOf(text, length + (length & 1));
        if (padded.length > length) {
            padded[length] = (byte) (vr == Vr.UI ? 0 : ' ');
        }
        return new Value.Bytes(padded);
    }

    private static int longest(Vr vr) {
        return switch (vr) {
            case AE, CS, SH -> 16;
            case LO, PN, UI -> 64;
            default -> Integer.MAX_VALUE;
        };
    }

    /** The same element without a value. */
    static Element empty(Element element) {
        Value nothing = element.value() instanceof Value.Items items ? new Value.Items(List.of(), items.open(), items.implicit())
                : new Value.Bytes(new byte[0]);
        return new Element(element.tag(), element.vr(), nothing);
    }

    /** The same element with a value that fits its representation and says nothing; an empty one stays empty. */
    static Element dummy(Element element, Vr vr) {
        if (element.value() instanceof Value.Items items) {
            List<DataSet> first = items.sets().isEmpty() ? List.of() : List.of(dummy(items.sets().get(0)));
            return new Element(element.tag(), element.vr(), new Value.Items(first, items.open(), items.implicit()));
        }
        if (element.value() instanceof Value.Bytes bytes && bytes.content().length == 0) {
            return element;
        }
        return switch (vr) {
            case AE, CS -> text(element, vr, "REMOVED");
            case AS -> text(element, vr, "000Y");
            case DA -> text(element, vr, NO_DATE);
            case DT -> text(element, vr, NO_DATE + NO_TIME);
            case TM -> text(element, vr, NO_TIME);
            case DS, IS -> text(element, vr, "0");
            case UI -> text(element, vr, "2.25.0");
            case UR -> text(element, vr, "urn:removed");
            case LO, LT, PN, SH, ST, UC, UT -> text(element, vr, Identifiers.INSTEAD);
            case AT, FL, OF, OL, SL, UL -> number(element, 4);
            case FD, OD, OV, SV, UV -> number(element, 8);
            case OB, OW, SQ, SS, UN, US -> number(element, 2);
        };
    }

    private static Element number(Element element, int bytes) {
        return new Element(element.tag(), element.vr(), new Value.Bytes(new byte[bytes]));
    }

    /** An item like another that says nothing: codes stay, since they say what kind of item it is. */
    private static DataSet dummy(DataSet item) {
        List<Element> elements = new ArrayList<>();
        for (Element element : item.elements()) {
            if (element.tag().isPrivate() || element.tag().element() == 0) {
                continue;
            }
            elements.add(element.value() instanceof Value.Items ? empty(element)
                    : element.vr() == Vr.CS ? element : dummy(element, element.vr()));
        }
        return new DataSet(elements, item.open());
    }
}
