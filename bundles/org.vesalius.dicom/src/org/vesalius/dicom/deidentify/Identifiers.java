// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.deidentify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vesalius.dicom.data.DataSet;
import org.vesalius.dicom.data.Dictionary;
import org.vesalius.dicom.data.Element;
import org.vesalius.dicom.data.Tag;
import org.vesalius.dicom.data.Value;
import org.vesalius.dicom.data.Vr;

/**
 * The names, identifiers and dates that a header tells, to be taken out of texts that stay. What only a person could see to be a
 * name, and what is written otherwise than in the header, is not found.
 */
final class Identifiers {
    /** What stands instead. */
    static final String INSTEAD = "removed";

    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_ID = 4;
    private static final int DEEPEST = 16;
    private static final Set<Tag> IDS = Set.of(Tag.of(0x0010, 0x0020), Tag.of(0x0010, 0x0030), Tag.of(0x0010, 0x1000),
            Tag.of(0x0010, 0x1040), Tag.of(0x0010, 0x1090), Tag.of(0x0010, 0x2154), Tag.of(0x0008, 0x0050),
            Tag.of(0x0020, 0x0010), Tag.of(0x0038, 0x0010), Tag.of(0x0038, 0x0060), Tag.of(0x0040, 0x1001),
            Tag.of(0x0040, 0x2016), Tag.of(0x0040, 0x2017));
    private static final Set<Tag> OF_INSTITUTIONS = Set.of(Tag.of(0x0008, 0x0080), Tag.of(0x0008, 0x0081),
            Tag.of(0x0008, 0x1040));
    private static final Set<Tag> OF_DEVICES = Set.of(Tag.of(0x0008, 0x1010), Tag.of(0x0018, 0x1000));
    /** Years of four digits; days first, months first, as words, or all in a row. */
    private static final Pattern DATES = Pattern.compile("(?<![0-9])((19|20)\\d{2}[-./]?(0[1-9]|1[0-2])[-./]?(0[1-9]|[12]\\d|3[01])"
            + "|(0?[1-9]|[12]\\d|3[01])[-./ ](0?[1-9]|[12]\\d|3[01])[-./ ](19|20)\\d{2}"
            + "|(0?[1-9]|[12]\\d|3[01])[-. ]{0,2}[A-Za-z]{3,9}[-., ]{0,2}(19|20)\\d{2}"
            + "|[A-Za-z]{3,9}\\.? (0?[1-9]|[12]\\d|3[01]),? (19|20)\\d{2})(?![0-9])");

    private final Optional<Pattern> known;
    private final boolean dates;

    private Identifiers(Set<String> texts, boolean dates) {
        this.dates = dates;
        known = texts.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile("(?<![\\p{L}\\p{N}])(" + texts.stream()
                .sorted(Comparator.comparing(String::length).reversed()).map(Pattern::quote).collect(Collectors.joining("|"))
                + ")(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** Those of a data set and of the sequences in it. */
    static Identifiers of(DataSet data, Set<ProfileOption> options) throws IOException {
        TreeSet<String> texts = new TreeSet<>();
        collect(data, options, texts, 0);
        return new Identifiers(texts, !options.contains(ProfileOption.FULL_DATES));
    }

    private static void collect(DataSet set, Set<ProfileOption> options, Set<String> texts, int depth) throws IOException {
        for (Element element : set.elements()) {
            if (element.value() instanceof Value.Items items && depth < DEEPEST) {
                for (DataSet item : items.sets()) {
                    collect(item, options, texts, depth + 1);
                }
            } else if (element.value() instanceof Value.Bytes) {
                collect(set, element, options, texts);
            }
        }
    }

    private static void collect(DataSet set, Element element, Set<ProfileOption> options, Set<String> texts)
            throws IOException {
        Tag tag = element.tag();
        Vr vr = Dictionary.ofDicom().entry(tag).map(Dictionary.Entry::vr).orElse(element.vr());
        boolean id = IDS.contains(tag) || OF_INSTITUTIONS.contains(tag) && !options.contains(ProfileOption.INSTITUTION)
                || OF_DEVICES.contains(tag) && !options.contains(ProfileOption.DEVICE);
        if (vr != Vr.PN && !id) {
            return;
        }
        for (String text : set.texts(tag)) {
            String whole = text.strip();
            if (whole.length() >= SHORTEST_ID) {
                texts.add(whole);
            }
            if (vr == Vr.PN) {
                texts.addAll(parts(whole));
            }
        }
    }

    /** The parts of a name that are long enough to be told from other words. */
    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.split("[\\^=,; ]+")) {
            if (part.codePoints().filter(Character::isLetter).count() >= SHORTEST_NAME) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** A text without what is known. */
    String without(String text) {
        String cleaned = known.map(pattern -> pattern.matcher(text).replaceAll(INSTEAD)).orElse(text);
        return dates ? DATES.matcher(cleaned).replaceAll(INSTEAD) : cleaned;
    }

    /** Whether a text holds nothing that is known. */
    boolean freeOf(String text) {
        return without(text).equals(text);
    }

    /** Without the names. */
    @Override
    public String toString() {
        return "Identifiers";
    }
}
