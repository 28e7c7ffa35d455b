// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.deidentify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vesalius.dicom.data.DataSet;
import org.vesalius.dicom.data.Element;
import org.vesalius.dicom.data.Tag;
import org.vesalius.dicom.data.TransferSyntax;
import org.vesalius.dicom.data.Value;
import org.vesalius.dicom.data.Vr;

/**
 * What a file says of its de-identification (PS3.15, E.1.1; PS3.3, C.7.1.1, C.7.6.1 and C.12.1), and of itself in its meta
 * information (PS3.10, 7.1).
 *
 * @param options that were chosen
 * @param pixels whether rectangles were made blank in this file
 */
record Stamps(Set<ProfileOption> options, boolean pixels) {
    private static final String PROFILE = "Basic Profile, PS3.15 " + ProfileTable.EDITION;
    private static final String VESALIUS = "2.25.221449073886649353210724747391243526589";
    private static final Tag SOP_CLASS = Tag.of(0x0008, 0x0016);
    private static final Tag SOP_INSTANCE = Tag.of(0x0008, 0x0018);

    /** The methods, as they stand in (0012,0063). */
    List<String> methods() {
        List<String> methods = new ArrayList<>(List.of("Vesalius", PROFILE));
        codes().stream().skip(1).map(code -> code[1]).forEach(methods::add);
        return methods;
    }

    private List<String[]> codes() {
        Stream<String[]> pixelCode = pixels ? Stream.<String[]>of(new String[] {ProfileOption.PIXELS_CODE, ProfileOption.PIXELS_MEANING})
                : Stream.empty();
        Stream<String[]> optional = new TreeSet<>(options).stream().map(option -> new String[] {option.code(), option.meaning()});
        Stream<String[]> basic = Stream.<String[]>of(new String[] {ProfileOption.BASIC_CODE, ProfileOption.BASIC_MEANING});
        return Stream.of(basic, pixelCode, optional).flatMap(each -> each).toList();
    }

    /** Puts the stamps among the elements of a data set. */
    List<Element> on(List<Element> elements) {
        List<Element> stamps = new ArrayList<>();
        stamps.add(Replacements.text(Tag.of(0x0012, 0x0062), Vr.CS, "YES"));
        stamps.add(Replacements.text(Tag.of(0x0012, 0x0063), Vr.LO, String.join("\\", methods())));
        stamps.add(new Element(Tag.of(0x0012, 0x0064), Vr.SQ, new Value.Items(codes().stream().map(Stamps::item).toList(), false, false)));
        stamps.add(Replacements.text(Tag.of(0x0028, 0x0303), Vr.CS, options.contains(ProfileOption.FULL_DATES) ? "UNMODIFIED"
                : options.contains(ProfileOption.SHIFTED_DATES) ? "MODIFIED" : "REMOVED"));
        if (pixels) {
            stamps.add(Replacements.text(Tag.of(0x0028, 0x0301), Vr.CS, "NO"));
        }
        return with(elements, stamps);
    }

    /** The elements with others instead of those of the same tags, sorted. */
    static List<Element> with(List<Element> elements, List<Element> others) {
        List<Tag> tags = others.stream().map(Element::tag).toList();
        return Stream.concat(elements.stream().filter(element -> !tags.contains(element.tag())), others.stream())
                .sorted(Comparator.comparing(Element::tag)).toList();
    }

    private static DataSet item(String[] code) {
        return new DataSet(
                List.of(Replacements.text(Tag.of(0x0008, 0x0100), Vr.SH, code[0]), Replacements.text(Tag.of(0x0008, 0x0102), Vr.SH, "DCM"),
                        Replacements.text(Tag.of(0x0008, 0x0104), Vr.LO, code[1])),
                false);
    }

    /** The meta information of a file; nothing of that of the original stays. */
    static DataSet meta(List<Element> data, TransferSyntax syntax) {
        List<Element> meta = new ArrayList<>();
        meta.add(new Element(Tag.of(0x0002, 0x0001), Vr.OB, new Value.Bytes(new byte[] {0, 1})));
        copy(data, SOP_CLASS).ifPresent(value -> meta.add(new Element(Tag.of(0x0002, 0x0002), Vr.UI, value)));
        copy(data, SOP_INSTANCE).ifPresent(value -> meta.add(new Element(Tag.of(0x0002, 0x0003), Vr.UI, value)));
        meta.add(Replacements.text(Tag.TRANSFER_SYNTAX, Vr.UI, syntax.uid()));
        meta.add(Replacements.text(Tag.of(0x0002, 0x0012), Vr.UI, VESALIUS));
        meta.add(Replacements.text(Tag.of(0x0002, 0x0013), Vr.SH, "VESALIUS"));
        int length = meta.stream().mapToInt(element -> (element.vr() == Vr.OB ? 12 : 8)
                + ((Value.Bytes) element.value()).content().length).sum();
        meta.add(0, new Element(Tag.of(0x0002, 0x0000), Vr.UL, new Value.Bytes(new byte[] {(byte) length, (byte) (length >> 8), 0, 0})));
        return new DataSet(meta, false);
    }

    private static Optional<Value> copy(List<Element> data, Tag tag) {
        return data.stream().filter(element -> element.tag().equals(tag)).map(Element::value)
                .filter(value -> value instanceof Value.Bytes bytes && bytes.content().length > 0).findFirst();
    }
}
