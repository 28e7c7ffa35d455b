// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.deidentify.ProjectKey;
import org.vesalius.dicom.DicomBytes;
import org.vesalius.dicom.data.DataSet;
import org.vesalius.dicom.data.Dictionary;
import org.vesalius.dicom.data.Element;
import org.vesalius.dicom.data.Tag;
import org.vesalius.dicom.data.Value;
import org.vesalius.dicom.deidentify.ProfileRows.Row;

/** Each row of table E.1-1 on a file made for it: the element at the top, in a sequence that stays, and in one within that. */
class ProfileTableTest {
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String UID = "1.2.826.0.1.3680043.8.498.1";
    private static final int OUTER = 0x00081115;
    private static final int INNER = 0x00081199;
    private static final List<String> TEXTS = List.of("LO", "LT", "SH", "ST", "UC", "UT", "AE", "CS");
    private static final List<String> BINARY = List.of("OB", "OW", "UN", "OF", "OD", "OL", "OV");

    private final ProjectKey key = ProjectKey.random();

    @TempDir
    Path folder;

    private static String vr(Row row) {
        int tag = row.example();
        if (row.isPrivate()) {
            return "DS";
        }
        // what our dictionary doesn't know yet
        return Dictionary.ofDicom().entry(new Tag(tag)).map(entry -> entry.vr().name()).orElseGet(() -> row.name().endsWith("UID") ? "UI"
                : row.name().endsWith("Sequence") ? "SQ" : row.name().contains("Date of") ? "DA"
                        : row.name().contains("DateTime") ? "DT" : tag >>> 16 == 0x5002 ? "OB" : "LO");
    }

    /** A value that tells of Erika Mustermann on 31 January 2012, as far as its representation can; of others their number. */
    private static byte[] value(Row row) {
        return row.options().containsValue("C") || !TEXTS.contains(vr(row)) ? value(vr(row))
                : String.format(Locale.ROOT, "N%08X ", row.example()).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] value(String vr) {
        String text = switch (vr) {
            case "UI" -> UID;
            case "DA" -> "20120131";
            case "TM" -> "101530";
            case "DT" -> "20120131101530";
            case "AS" -> "067Y";
            case "DS", "IS" -> "47";
            case "PN" -> "Mustermann^Erika";
            case "CS", "AE" -> "MUSTERMANN";
            case "SH" -> "of MUSTERMANN";
            default -> "fracture of Mustermann ";
        };
        return switch (vr) {
            case "US", "SS" -> new byte[] {1, 2};
            case "UL", "SL", "FL", "AT", "OF", "OL" -> new byte[] {1, 2, 3, 4};
            case "FD", "OD", "OV", "SV", "UV" -> new byte[] {1, 2, 3, 4, 5, 6, 7, 8};
            default -> (text + (vr.equals("UI") ? "\0" : " ").repeat(text.length() % 2)).getBytes(StandardCharsets.ISO_8859_1);
        };
    }

    private static byte[] element(Row row) {
        byte[] item = DicomBytes.explicit().text(0x00081150, "UI", EXPLICIT).bytes(0x00081155, "UI", value("UI"))
                .text(0x00080104, "LO", "fracture of Mustermann").done();
        byte[] items = DicomBytes.explicit().item(0xE000, item.length).raw(item).done();
        return DicomBytes.explicit().bytes(row.example(), vr(row), vr(row).equals("SQ") ? items : value(row)).done();
    }

    /** A file of all rows; elements needn't be sorted to be read. */
    private static byte[] file(List<Row> rows) {
        DicomBytes elements = DicomBytes.explicit().text(0x00290010, "LO", "ACME 1").us(0x60020010, 4).us(0x60020011, 4);
        rows.forEach(row -> elements.raw(element(row)));
        byte[] all = elements.done();
        byte[] innerItem = DicomBytes.explicit().item(0xE000, all.length).raw(all).done();
        byte[] outer = DicomBytes.explicit().raw(all).bytes(INNER, "SQ", innerItem).done();
        byte[] outerItem = DicomBytes.explicit().item(0xE000, outer.length).raw(outer).done();
        return DicomBytes.explicit().raw(all).bytes(OUTER, "SQ", outerItem).us(0x00280010, 4).us(0x00280011, 4).file(EXPLICIT);
    }

    /** At the top, in a sequence that stays, and in one within that. */
    private List<DataSet> cleaned(List<Row> rows, Set<ProfileOption> options) throws IOException {
        DataSet data = CleanedFile.of(folder, file(rows), key, options).file().data();
        DataSet outer = data.item(new Tag(OUTER)).orElseThrow();
        return List.of(data, outer, outer.item(new Tag(INNER)).orElseThrow());
    }

    /** What the table asks for, by the letters of PS3.15, table E.1-1a; of a choice by type what every type allows. */
    private boolean isDone(Row row, String action, Set<ProfileOption> options, Optional<Element> found) {
        return switch (action) {
            case "X" -> found.isEmpty();
            case "Z", "X/Z" -> found.filter(this::isEmptied).isPresent();
            case "D", "X/D", "Z/D", "X/Z/D" -> found.filter(this::isDummy).isPresent();
            case "U", "X/Z/U*" -> found.map(this::uid).filter(key.uid(UID)::equals).isPresent();
            case "K" -> found.filter(element -> stays(element, row, options)).isPresent();
            case "C" -> cleanedAway(found, row);
            default -> false;
        };
    }

    private List<String> notDone(List<Row> rows, Function<Row, String> action, Set<ProfileOption> options) throws IOException {
        List<DataSet> cleaned = cleaned(rows, options);
        List<String> notDone = new ArrayList<>();
        for (Row row : rows) {
            for (DataSet set : cleaned) {
                if (!isDone(row, action.apply(row), options, set.element(new Tag(row.example())))) {
                    notDone.add(row + " " + action.apply(row) + " with " + options);
                }
            }
        }
        return notDone;
    }

    private static String text(Element element) {
        return element.value() instanceof Value.Bytes bytes
                ? new String(bytes.content(), StandardCharsets.ISO_8859_1).replace("\0", "").strip()
                : "";
    }

    /** Zero length, or for the patient a value that stands for it, which the table allows too. */
    private boolean isEmptied(Element element) {
        if (element.value() instanceof Value.Items items) {
            return items.sets().isEmpty();
        }
        return text(element).isEmpty() || element.tag().equals(new Tag(0x00100010)) && isDummy(element);
    }

    private boolean isDummy(Element element) {
        if (element.value() instanceof Value.Items items) {
            return items.sets().size() == 1 && items.sets().get(0).elements().stream().allMatch(this::isDummyLeaf);
        }
        return isDummyLeaf(element);
    }

    private boolean isDummyLeaf(Element element) {
        byte[] content = ((Value.Bytes) element.value()).content();
        return content.length > 0 && content.length % 2 == 0 && !new String(content, StandardCharsets.ISO_8859_1)
                .equals(new String(value(element.vr().name()), StandardCharsets.ISO_8859_1))
                && !new String(content, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT).contains("mustermann");
    }

    private String uid(Element element) {
        return element.value() instanceof Value.Items items ? text(items.sets().get(0).element(new Tag(0x00081155)).orElseThrow())
                : text(element);
    }

    private boolean stays(Element element, Row row, Set<ProfileOption> options) {
        if (element.value() instanceof Value.Items) {
            return uid(element).equals(options.contains(ProfileOption.UIDS) ? UID : key.uid(UID));
        }
        return Arrays.equals(((Value.Bytes) element.value()).content(), value(row));
    }

    /** Dates are put back and times stay; texts lose the name alone; what can't be cleaned goes as in the profile. */
    private boolean cleanedAway(Optional<Element> found, Row row) {
        String vr = vr(row);
        if (BINARY.contains(vr) || row.tag().startsWith("(60XX") || row.tag().startsWith("(50XX")) {
            return found.isEmpty() || isDummy(found.get());
        }
        if (found.isEmpty()) {
            return false;
        }
        String text = text(found.get());
        int days = key.days(key.pseudonym("patient", "N00100020"));
        String date = LocalDate.of(2012, 1, 31).minusDays(days).format(DateTimeFormatter.BASIC_ISO_DATE);
        return switch (vr) {
            case "DA" -> text.equals(date);
            case "DT" -> text.equals(date + "101530");
            case "TM" -> text.equals("101530");
            case "AE", "CS" -> text.equals("removed");
            case "SH" -> text.equals("of removed");
            case "LO", "LT", "ST", "UC", "UT" -> text.equals("fracture of removed");
            case "DS" -> text.equals("47");
            case "SQ" -> uid(found.get()).equals(key.uid(UID)) && text(((Value.Items) found.get().value()).sets().get(0)
                    .element(new Tag(0x00080104)).orElseThrow()).equals("fracture of removed");
            default -> false;
        };
    }

    /** Rows of groups that no data set of a file has: of commands, and of the file meta information, which is written anew. */
    private static List<Row> ofDataSets() {
        List<Row> rows = ProfileRows.all();
        assertThat(rows).hasSize(621);
        List<Row> some = rows.stream().filter(row -> row.example() >>> 16 > 2).toList();
        assertThat(some).hasSize(618);
        return some;
    }

    @Test
    void theProfileDoesWhatEachRowSays() throws IOException {
        assertThat(notDone(ofDataSets(), Row::basic, Set.of())).isEmpty();
    }

    @Test
    @org.junit.jupiter.api.Tag("nightly")
    void eachOptionDoesWhatEachRowSays() throws IOException {
        List<Row> rows = ofDataSets();
        for (ProfileOption option : ProfileOption.values()) {
            assertThat(notDone(rows, row -> row.options().getOrDefault(option, row.basic()), Set.of(option))).isEmpty();
        }
        // as the source of the table counts them
        assertThat(ProfileRows.all().stream().mapToInt(row -> row.options().size()).sum())
                .isEqualTo(1 + 59 + 57 + 10 + 13 + 165 + 165 + 125 + 3 + 4);
    }

    @Test
    void theTableIsTheSame() {
        for (Row row : ProfileRows.all()) {
            if (!row.isPrivate()) {
                assertThat(ProfileTable.ofDicom().rule(new Tag(row.example()))).as(row.toString()).isPresent();
            }
        }
    }
}
