// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.deidentify;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vesalius.dicom.data.DataSet;
import org.vesalius.dicom.data.Dictionary;
import org.vesalius.dicom.data.Element;
import org.vesalius.dicom.data.Tag;
import org.vesalius.dicom.data.Value;
import org.vesalius.dicom.data.Vr;

/**
 * The names, numbers, dates and identifiers of instances that a header tells, to be taken out of texts that stay. What only a person could see to be a
 * name, and what is written otherwise than in the header, is not found.
 */
final class Identifiers {
    /** What stands instead. */
    static final String INSTEAD = "removed";

    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_ID = 4;
    private static final int DEEPEST = 16;
    private static final int MOST_PARTS = 6;
    private static final Set<Tag> IDS = Set.of(Tag.of(0x0010, 0x0020), Tag.of(0x0010, 0x0030), Tag.of(0x0010, 0x1000),
            Tag.of(0x0010, 0x1040), Tag.of(0x0010, 0x1090), Tag.of(0x0010, 0x2154), Tag.of(0x0008, 0x0050),
            Tag.of(0x0020, 0x0010), Tag.of(0x0038, 0x0010), Tag.of(0x0038, 0x0060), Tag.of(0x0040, 0x1001),
            Tag.of(0x0040, 0x2016), Tag.of(0x0040, 0x2017));
    private static final Set<Tag> OF_INSTITUTIONS = Set.of(Tag.of(0x0008, 0x0080), Tag.of(0x0008, 0x0081),
            Tag.of(0x0008, 0x1040));
    private static final Set<Tag> OF_DEVICES = Set.of(Tag.of(0x0008, 0x1010), Tag.of(0x0018, 0x1000));
    private static final String OF_THE_STANDARD = "1.2.840.10008.";
    private static final Pattern UID = Pattern.compile("(?<![0-9.])[0-2](\\.[0-9]+){2,}(?![0-9])");
    /** Scripts that are written without spaces between the words. */
    private static final String UNSPACED = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}";
    private static final String LETTER = "[\\p{L}&&[^" + UNSPACED + "]]";
    private static final String DAY = "(0?[1-9]|[12]\\d|3[01])";
    /** All in a row, also before a time; years first, days or months first, as words, and in Chinese, Japanese and Korean. */
    private static final Pattern DATES = Pattern.compile("(?<![0-9])((19|20)\\d{2}[-./]?(0[1-9]|1[0-2])[-./]?(0[1-9]|[12]\\d|3[01])"
            + "([0-2]\\d([0-5]\\d([0-5]\\d)?)?)?"
            + "|(19|20)\\d{2}[-./_ ](0?[1-9]|1[0-2])[-./_ ]" + DAY
            + "|(19|20)\\d{2} ?[\u5E74\uB144] ?\\d{1,2} ?[\u6708\uC6D4] ?\\d{1,2} ?[\u65E5\uC77C]?"
            + "|" + DAY + "[-./_ ]" + DAY + "[-./_ ](19|20)\\d{2}"
            + "|(?<![.-])(0[1-9]|[12]\\d|3[01])[.-](0[1-9]|[12]\\d|3[01])[.-]\\d{2}(?![.-]\\d)|" + DAY + "/" + DAY + "/\\d{2}"
            + "|" + DAY + "[-. ]{0,2}\\p{L}{3,9}[-., ]{0,2}(19|20)\\d{2}"
            + "|\\p{L}{3,9}\\.? " + DAY + ",? (19|20)\\d{2})(?![0-9])");

    private final Optional<Pattern> known;
    private final Set<String> uids;
    private final boolean dates;

    private Identifiers(Found found, boolean dates) {
        this.dates = dates;
        uids = Set.copyOf(found.uids());
        known = found.forms().isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(found.forms().stream()
                .sorted(Comparator.comparing(String::length).reversed()).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** What is looked for: forms of names and numbers as expressions, and identifiers of instances. */
    private record Found(Set<String> forms, Set<String> uids) {
    }

    /** Those of a data set and of the sequences in it. */
    static Identifiers of(DataSet data, Set<ProfileOption> options) throws IOException {
        Found found = new Found(new TreeSet<>(), new HashSet<>());
        collect(data, options, found, 0);
        return new Identifiers(found, !options.contains(ProfileOption.FULL_DATES));
    }

    private static void collect(DataSet set, Set<ProfileOption> options, Found found, int depth) throws IOException {
        for (Element element : set.elements()) {
            if (element.value() instanceof Value.Items items && depth < DEEPEST) {
                for (DataSet item : items.sets()) {
                    collect(item, options, found, depth + 1);
                }
            } else if (element.value() instanceof Value.Bytes) {
                collect(set, element, options, found);
            }
        }
    }

    private static void collect(DataSet set, Element element, Set<ProfileOption> options, Found found)
            throws IOException {
        Tag tag = element.tag();
        Vr vr = Dictionary.ofDicom().entry(tag).map(Dictionary.Entry::vr).orElse(element.vr());
        boolean id = IDS.contains(tag) || OF_INSTITUTIONS.contains(tag) && !options.contains(ProfileOption.INSTITUTION)
                || OF_DEVICES.contains(tag) && !options.contains(ProfileOption.DEVICE);
        boolean uid = vr == Vr.UI && !options.contains(ProfileOption.UIDS);
        if (vr != Vr.PN && !id && !uid) {
            return;
        }
        for (String text : set.texts(tag)) {
            String whole = text.strip();
            if (uid) {
                if (!whole.startsWith(OF_THE_STANDARD)) {
                    found.uids().add(whole);
                }
                continue;
            }
            if (whole.length() >= SHORTEST_ID) {
                found.forms().add(bounded(whole, Pattern.quote(whole)));
            }
            if (vr == Vr.PN) {
                for (String group : whole.split("=")) {
                    found.forms().addAll(forms(group));
                }
            }
        }
    }

    /** The parts of a name that are long enough to be told from other words, and each two of them together. */
    private static Set<String> forms(String name) {
        Set<String> forms = new TreeSet<>();
        List<String> parts = Stream.of(name.split("[\\^,; ]+")).filter(part -> letters(part) > 0).limit(MOST_PARTS).toList();
        for (String part : parts) {
            if (letters(part) >= (isUnspaced(part) ? 2 : SHORTEST_NAME)) {
                forms.add(bounded(part, Pattern.quote(part)));
            }
            for (String other : parts) {
                if (other != part) {
                    boolean told = isUnspaced(part) || letters(part) + letters(other) >= 2 * SHORTEST_NAME;
                    forms.add(bounded(part + other, Pattern.quote(part) + "[\\s^,._=-]" + (told ? "*" : "+") + Pattern.quote(other)));
                }
            }
        }
        return forms;
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    private static boolean isUnspaced(String text) {
        return text.matches("[" + UNSPACED + "]+");
    }

    /** An expression that isn't found within a word or a number; the text tells which of them it begins and ends as. */
    private static String bounded(String text, String expression) {
        String first = bound(text.codePointAt(0));
        String last = bound(text.codePointBefore(text.length()));
        return (first.isEmpty() ? "" : "(?<!" + first + ")") + expression + (last.isEmpty() ? "" : "(?!" + last + ")");
    }

    private static String bound(int character) {
        return Character.isDigit(character) ? "[0-9]" : Character.toString(character).matches(LETTER) ? LETTER : "";
    }

    /** A text without what is known. */
    String without(String text) {
        String cleaned = known.map(pattern -> pattern.matcher(text).replaceAll(INSTEAD)).orElse(text);
        if (!uids.isEmpty()) {
            cleaned = UID.matcher(cleaned).replaceAll(uid -> uids.contains(uid.group()) ? INSTEAD : uid.group());
        }
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
