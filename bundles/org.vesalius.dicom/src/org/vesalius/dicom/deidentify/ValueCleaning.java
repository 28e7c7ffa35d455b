// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.deidentify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vesalius.dataset.deidentify.ProjectKey;
import org.vesalius.dicom.data.DataSet;
import org.vesalius.dicom.data.Dictionary;
import org.vesalius.dicom.data.Element;
import org.vesalius.dicom.data.Tag;
import org.vesalius.dicom.data.Value;
import org.vesalius.dicom.data.Vr;

/**
 * Takes out of single values what tells who the patient is.
 *
 * @param key of the project
 * @param options that are chosen
 * @param identifiers what the header tells
 * @param dates how far they are put back
 */
record ValueCleaning(ProjectKey key, Set<ProfileOption> options, Identifiers identifiers, ShiftedDates dates) {
    private static final Tag AGE = Tag.of(0x0010, 0x1010);
    private static final int OLD = 90;
    private static final Pattern YEARS = Pattern.compile("0*(\\d{1,4})\\s*Y?", Pattern.CASE_INSENSITIVE);
    private static final Set<Vr> TEXTS = EnumSet.of(Vr.AE, Vr.AS, Vr.CS, Vr.DA, Vr.DT, Vr.LO, Vr.LT, Vr.PN, Vr.SH, Vr.ST, Vr.TM, Vr.UC,
            Vr.UI, Vr.UR, Vr.UT);
    private static final String NUMBERS = "[-+0-9.,eE\\\\ \\x00]*";
    /** Identifiers that the standard itself assigns: frames of reference of atlases, palettes and contexts (PS3.6, A). */
    private static final String OF_THE_STANDARD = "1\\.2\\.840\\.10008\\.(1\\.4\\.[0-9.]+|1\\.5\\.[0-9.]+|5\\.1\\.4\\.[0-9.]+"
            + "|6\\.1\\.[0-9.]+|7\\.1\\.[0-9.]+|8\\.1\\.[0-9.]+|1\\.2(\\.[0-9.]+)?)";

    /** The same element with new identifiers; those of the standard stay. */
    Element newUids(DataSet set, Element element) throws IOException {
        List<String> uids = new ArrayList<>();
        for (String uid : raw(set, element).split("\\\\", -1)) {
            String plain = uid.replace("\0", "").strip();
            uids.add(plain.isEmpty() || plain.matches(OF_THE_STANDARD) ? plain : key.uid(plain));
        }
        return Replacements.texts(element, Vr.UI, uids);
    }

    private static String raw(DataSet set, Element element) throws IOException {
        byte[] bytes = element.value() instanceof Value.Bytes value ? value.content() : set.bytes(element.tag()).orElse(new byte[0]);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /**
     * The same element without what is known, with its dates put back; itself if it holds nothing of it.
     *
     * @param listed whether the table lists it, so that what can't be cleaned may not stay
     * @return empty if it can't be cleaned
     */
    Optional<Element> cleaned(DataSet set, Element element, Vr vr, boolean listed) throws IOException {
        Vr meant = Dictionary.ofDicom().entry(element.tag()).map(Dictionary.Entry::vr).orElse(vr);
        if (!TEXTS.contains(vr) && TEXTS.contains(meant)) {
            // a text that is said to be bytes or numbers
            return Optional.empty();
        }
        return switch (vr) {
            case DA, DT, TM -> shifted(set, element, vr);
            case AS -> Optional.of(element.tag().equals(AGE) ? capped(set, element) : element);
            case AE, CS, LO, LT, SH, ST, UC, UR, UT -> text(set, element, vr);
            case OB, OW, UN, OD, OF, OL, OV -> listed ? Optional.empty() : Optional.of(element);
            case DS, IS -> raw(set, element).matches(NUMBERS) ? Optional.of(element) : Optional.empty();
            default -> Optional.of(element);
        };
    }

    private Optional<Element> shifted(DataSet set, Element element, Vr vr) throws IOException {
        List<String> values = new ArrayList<>();
        for (String value : raw(set, element).split("\\\\", -1)) {
            Optional<String> shifted = dates.of(value.replace("\0", "").strip(), vr);
            if (shifted.isEmpty()) {
                return Optional.empty();
            }
            values.add(shifted.get());
        }
        return Optional.of(Replacements.texts(element, vr, values));
    }

    /** Ages above 89 are told of too few people to be told exactly. */
    private static Element capped(DataSet set, Element element) throws IOException {
        String age = raw(set, element).replace("\0", "").strip();
        Matcher years = YEARS.matcher(age);
        boolean old = years.matches() && Integer.parseInt(years.group(1)) >= OLD;
        return old ? Replacements.text(element, Vr.AS, "090Y") : element;
    }

    private Optional<Element> text(DataSet set, Element element, Vr vr) throws IOException {
        boolean fixed = vr == Vr.AE || vr == Vr.CS || vr == Vr.UR;
        Charset charset = fixed ? StandardCharsets.ISO_8859_1 : set.characterSet().initial();
        byte[] bytes = element.value() instanceof Value.Bytes value ? value.content()
                : set.bytes(element.tag()).orElse(new byte[0]);
        if (!fixed && set.characterSet().escapes() && !ascii(bytes)) {
            return escaped(set, element, vr);
        }
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            String without = identifiers.without(text);
            if (without.equals(text)) {
                return Optional.of(element);
            }
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(without));
            byte[] cleaned = new byte[encoded.remaining()];
            encoded.get(cleaned);
            return Optional.of(Replacements.text(element, vr, cleaned));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean ascii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0 || each == 0x1B) {
                return false;
            }
        }
        return true;
    }

    /** Where character sets change within a text, it stays as a whole or not at all. */
    private Optional<Element> escaped(DataSet set, Element element, Vr vr) throws IOException {
        boolean free = set.texts(element.tag()).stream().allMatch(identifiers::freeOf);
        return free ? Optional.of(element) : Optional.of(Replacements.text(element, vr, Identifiers.INSTEAD));
    }

    /** Without what is known. */
    @Override
    public String toString() {
        return "ValueCleaning";
    }
}
