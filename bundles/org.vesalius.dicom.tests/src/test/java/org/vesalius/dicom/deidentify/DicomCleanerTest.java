// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.deidentify.ProjectKey;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.DicomBytes;
import org.vesalius.dicom.TestData;
import org.vesalius.dicom.data.ByteSource;
import org.vesalius.dicom.data.DataSet;
import org.vesalius.dicom.data.DicomFile;
import org.vesalius.dicom.data.Tag;
import org.vesalius.dicom.pixel.BlankArea;
import org.vesalius.dicom.pixel.DicomImage;

/** Files by the profile, apart from the rows of its table. */
class DicomCleanerTest {
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String UID = "1.2.826.0.1.3680043.8.498.1";
    private static final int PIXELS = 0x7FE00010;

    private final ProjectKey key = ProjectKey.random();

    @TempDir
    Path folder;

    private static DicomBytes patient() {
        return DicomBytes.explicit().text(0x00080005, "CS", "ISO_IR 100").text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .text(0x00080018, "UI", UID).text(0x00080020, "DA", "20120131").text(0x00100010, "PN", "Müller^Erika")
                .text(0x00100020, "LO", "4711-0815").text(0x0020000D, "UI", UID + ".2");
    }

    private static DicomBytes picture(DicomBytes file, String photometric, int samples, int allocated) {
        return file.us(0x00280002, samples).text(0x00280004, "CS", photometric).us(0x00280006, 0).us(0x00280010, 2).us(0x00280011, 3)
                .us(0x00280100, allocated).us(0x00280101, allocated).us(0x00280102, allocated - 1).us(0x00280103, 0);
    }

    private CleanedFile cleaned(byte[] file, ProfileOption... options) throws IOException {
        return CleanedFile.of(folder, file, key, Set.of(options));
    }

    private static Tag tag(int value) {
        return new Tag(value);
    }

    private static String all(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void identifiersMapAlikeWithinAProjectAndDifferentlyBetweenProjects() throws IOException {
        byte[] item = DicomBytes.explicit().text(0x00081155, "UI", UID).done();
        byte[] sequence = DicomBytes.explicit().item(0xE000, item.length).raw(item).done();
        byte[] file = patient().bytes(0x00082112, "SQ", sequence).file(EXPLICIT);
        CleanedFile first = cleaned(file);
        DataSet data = first.file().data();
        String uid = data.text(tag(0x00080018)).orElseThrow();
        assertThat(uid).matches("2\\.25\\.[1-9][0-9]{30,38}").isNotEqualTo(UID);
        assertThat(data.item(tag(0x00082112)).orElseThrow().text(tag(0x00081155))).contains(uid);
        assertThat(first.file().meta().text(tag(0x00020003))).contains(uid);
        assertThat(data.text(tag(0x00080016))).contains("1.2.840.10008.5.1.4.1.1.2");
        assertThat(cleaned(file).bytes()).isEqualTo(first.bytes());
        CleanedFile elsewhere = CleanedFile.of(folder, file, ProjectKey.random(), Set.of());
        assertThat(elsewhere.file().data().text(tag(0x00080018))).isPresent().isNotEqualTo(data.text(tag(0x00080018)));
        assertThat(elsewhere.file().data().text(tag(0x00100020))).isNotEqualTo(data.text(tag(0x00100020)));
    }

    @Test
    void thePatientHasOnePseudonymAndOneShiftOfDates() throws IOException {
        DataSet one = cleaned(patient().file(EXPLICIT), ProfileOption.SHIFTED_DATES).file().data();
        DataSet other = cleaned(patient().text(0x00080022, "DA", "20120203").file(EXPLICIT), ProfileOption.SHIFTED_DATES).file().data();
        String pseudonym = one.text(tag(0x00100020)).orElseThrow();
        assertThat(pseudonym).isEqualTo(key.pseudonym("patient", "4711-0815")).isEqualTo(one.text(tag(0x00100010)).orElseThrow());
        assertThat(other.text(tag(0x00100020))).contains(pseudonym);
        LocalDate study = LocalDate.parse(other.text(tag(0x00080020)).orElseThrow(),
                DateTimeFormatter.BASIC_ISO_DATE);
        LocalDate acquired = LocalDate.parse(other.text(tag(0x00080022)).orElseThrow(),
                DateTimeFormatter.BASIC_ISO_DATE);
        assertThat(one.text(tag(0x00080020))).isEqualTo(other.text(tag(0x00080020)));
        assertThat(acquired).isEqualTo(study.plusDays(3));
        assertThat(study).isBefore("2012-01-31").isAfter("2002-01-01");
    }

    @Test
    void stampsAndCodesSayWhatWasDone() throws IOException {
        DataSet data = cleaned(patient().file(EXPLICIT), ProfileOption.SHIFTED_DATES, ProfileOption.PATIENT).file().data();
        assertThat(data.text(tag(0x00120062))).contains("YES");
        assertThat(data.texts(tag(0x00120063))).contains("Basic Profile, PS3.15 2024e/2025a").allMatch(text -> text.length() <= 64);
        assertThat(data.items(tag(0x00120064)).stream().map(DicomCleanerTest::code)).containsExactly("113100 DCM", "113108 DCM",
                "113107 DCM");
        assertThat(data.text(tag(0x00280303))).contains("MODIFIED");
        assertThat(data.text(tag(0x00280301))).isEmpty();
        assertThat(cleaned(patient().file(EXPLICIT)).file().data().text(tag(0x00280303))).contains("REMOVED");
        assertThat(cleaned(patient().file(EXPLICIT), ProfileOption.FULL_DATES).file().data().text(tag(0x00280303))).contains("UNMODIFIED");
        assertThatThrownBy(() -> cleaned(patient().file(EXPLICIT), ProfileOption.FULL_DATES, ProfileOption.SHIFTED_DATES))
                .isInstanceOf(ReportedException.class);
    }

    private static String code(DataSet item) {
        try {
            return item.text(tag(0x00080100)).orElse("") + " " + item.text(tag(0x00080102)).orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingBeforeOrBehindTheDataSetStays() throws IOException {
        byte[] file = patient().file(EXPLICIT);
        System.arraycopy("Müller Erika".getBytes(StandardCharsets.ISO_8859_1), 0, file, 20, 12);
        byte[] trailed = Arrays.copyOf(file, file.length + 40);
        System.arraycopy("Erika 4711-0815".getBytes(StandardCharsets.ISO_8859_1), 0, trailed, file.length + 8, 15);
        CleanedFile clean = cleaned(trailed);
        assertThat(all(clean.bytes())).doesNotContain("Erika", "4711", "ller^", "20120131").contains("DICM");
        assertThat(clean.copy().name()).doesNotContain("original", "4711").endsWith(".dcm");
        assertThat(clean.file().meta().elements().stream().map(element -> element.tag().toString())).containsExactly("(0002,0000)",
                "(0002,0001)", "(0002,0002)", "(0002,0003)", "(0002,0010)", "(0002,0012)", "(0002,0013)");
    }

    @Test
    void textsThatStayLoseWhatTheHeaderTells() throws IOException {
        byte[] file = patient().text(0x0008103E, "LO", "Chest of MÜLLER, 4711-0815, seen 31.01.2012, Müllerian")
                .text(0x00081090, "LO", "Scanner of Erika").file(EXPLICIT);
        DataSet data = cleaned(file, ProfileOption.DESCRIPTORS).file().data();
        assertThat(data.text(tag(0x0008103E))).contains("Chest of removed, removed, seen removed, Müllerian");
        assertThat(data.text(tag(0x00081090))).contains("Scanner of removed");
        assertThat(cleaned(file).file().data().element(tag(0x0008103E))).isEmpty();
    }

    /** Whether a name or number is told by what stands beside it, and not by spaces. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MRN4711 left                 | MRNremoved left
            47112                        | 47112
            MUSTERMANN01                 | removed01
            ErikaMustermann              | removed
            Mustermann_Erika             | removed
            Erika's                      | removed's
            Xu Li, Li^Xu, xulin          | removed, removed, xulin
            患者王小東の胸部             | 患者removedの胸部
            王 小東                      | removed
            v 2020-3-15                  | v removed
            15. März 2020                | removed
            IMG20200315101112            | IMGremoved
            15.03.20 or 3/15/20          | removed or removed
            2020_03_15                   | removed
            2020年3月15日                | removed
            of 1.2.276.0.99.77.5         | of removed
            of 1.2.276.0.99.77.54        | of 1.2.276.0.99.77.54
            1.2.840.10008.5.1.4.1.1.2    | 1.2.840.10008.5.1.4.1.1.2
            5 of 12, version 10.2        | 5 of 12, version 10.2
            """)
    void namesNumbersAndDatesAreFoundHoweverTheyAreWritten(String text, String left) throws IOException {
        byte[] file = DicomBytes.explicit().bytes(0x00080005, "CS", "ISO_IR 192".getBytes(StandardCharsets.US_ASCII))
                .text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2").text(0x00080018, "UI", "1.2.276.0.99.77.5")
                .bytes(0x0008103E, "LO", even(text)).text(0x00080090, "PN", "Li^Xu")
                .bytes(0x00100010, "PN", even("Mustermann^Erika=王^小東")).text(0x00100020, "LO", "4711").file(EXPLICIT);
        assertThat(cleaned(file, ProfileOption.DESCRIPTORS).file().data().text(tag(0x0008103E))).contains(left);
    }

    private static byte[] even(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
        Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
        return padded;
    }

    /** What is said to be bytes or numbers and is a text can't hide there. */
    @Test
    void textsWithLyingRepresentationsDoNotStay() throws IOException {
        byte[] name = "Mustermann".getBytes(StandardCharsets.US_ASCII);
        byte[] file = patient().bytes(0x00081030, "UL", Arrays.copyOf(name, 12)).bytes(0x0008103E, "DS", name)
                .bytes(0x00181405, "IS", name).bytes(0x00281055, "OB", name).text(0x00200013, "IS", "17").file(EXPLICIT);
        CleanedFile clean = cleaned(file, ProfileOption.DESCRIPTORS);
        assertThat(all(clean.bytes())).doesNotContain("Mustermann");
        assertThat(clean.file().data().text(tag(0x00200013))).contains("17");
        byte[] dated = patient().bytes(0x00080022, "DS", "20120131".getBytes(StandardCharsets.US_ASCII)).file(EXPLICIT);
        assertThat(all(cleaned(dated, ProfileOption.SHIFTED_DATES).bytes())).doesNotContain("20120131");
    }

    @ParameterizedTest
    @CsvSource({"099Y,090Y", "97Y,090Y", "095,090Y", "089Y,089Y", "100M,100M"})
    void agesAbove89AreNotToldExactly(String age, String left) throws IOException {
        byte[] file = patient().text(0x00101010, "AS", age).file(EXPLICIT);
        assertThat(cleaned(file, ProfileOption.PATIENT).file().data().text(tag(0x00101010))).contains(left);
    }

    @Test
    void aDirectoryIsRefusedWhateverItSaysThatItIs() {
        byte[] file = DicomBytes.explicit().text(0x00041130, "CS", "MUSTERMANN").bytes(0x00041220, "SQ", new byte[0]).file(EXPLICIT);
        assertThatThrownBy(() -> cleaned(file)).hasMessageContaining("is a directory of other files");
    }

    @Test
    void elementsThatNobodyKnowsAreRemoved() throws IOException {
        byte[] hidden = DicomBytes.explicit().item(0xE000, 8).raw("Erika Mu".getBytes(StandardCharsets.US_ASCII)).done();
        byte[] file = patient().text(0x00080FF0, "LO", "Erika").bytes(0x00081115, "UN", hidden).number(0x00100000, "UL", 4, 99)
                .text(0x00100033, "LO", "1390-11-11").text(0x00140104, "PN", "Erika").file(EXPLICIT);
        CleanedFile clean = cleaned(file);
        assertThat(all(clean.bytes())).doesNotContain("Erika", "1390");
        assertThat(clean.file().data().element(tag(0x00100000))).isEmpty();
    }

    @Test
    void privateNumbersStayWhereWantedAndALyingCreatorDoesNot() throws IOException {
        byte[] file = patient().text(0x00190010, "LO", "ACME 1").text(0x00191001, "DS", "1.5").text(0x00191002, "LO", "Erika")
                .text(0x00191003, "DS", "4711-0815").number(0x00191004, "US", 2, 7).bytes(0x00191005, "OB", new byte[] {1, 2})
                .text(0x00210010, "LO", "Erika").text(0x00211001, "DS", "2.5").text(0x00231001, "DS", "3.5").file(EXPLICIT);
        CleanedFile clean = cleaned(file, ProfileOption.SAFE_PRIVATE);
        assertThat(clean.file().data().elements().stream().filter(element -> element.tag().isPrivate())
                .map(element -> element.tag().toString())).containsExactly("(0019,0010)", "(0019,1001)", "(0019,1004)");
        assertThat(all(clean.bytes())).doesNotContain("Erika", "4711");
        assertThat(cleaned(file).file().data().elements()).noneMatch(element -> element.tag().isPrivate());
    }

    @Test
    void whatIsNestedTooDeepIsRefused() {
        DicomBytes deep = patient();
        for (int i = 0; i < 10_000; i++) {
            deep.head(0x00081115, "SQ", 0xFFFFFFFFL).item(0xE000, 0xFFFFFFFFL);
        }
        deep.text(0x00100010, "PN", "Erika");
        for (int i = 0; i < 10_000; i++) {
            deep.item(0xE00D, 0).item(0xE0DD, 0);
        }
        assertThatThrownBy(() -> cleaned(deep.file(EXPLICIT))).isInstanceOf(UnreadableImageException.class).hasMessageContaining("nested");
    }

    @Test
    void rectanglesAreBlankedAndTold() throws IOException {
        byte[] file = picture(patient(), "MONOCHROME2", 1, 16).number(PIXELS, "OW", 2, 1, 2, 3, 4, 5, 6).file(EXPLICIT);
        CleanedFile clean = CleanedFile.of(folder, file, key, Set.of(), BlankArea.of("1,0,1,9"));
        assertThat(DicomImage.of(clean.file()).read(Map.of()).floats()).containsExactly(1, 0, 3, 4, 0, 6);
        assertThat(clean.file().data().text(tag(0x00280301))).contains("NO");
        assertThat(clean.file().data().items(tag(0x00120064)).stream().map(DicomCleanerTest::code)).contains("113101 DCM");
        byte[] colors = picture(patient(), "YBR_FULL", 3, 8).bytes(PIXELS, "OB", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
            15, 16, 17, 18}).file(EXPLICIT);
        byte[] pixels =
                CleanedFile.of(folder, colors, key, Set.of(), BlankArea.of("3x2:0,1,2,1")).file().data().bytes(tag(PIXELS)).orElseThrow();
        assertThat(pixels).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 0, -128, -128, 0, -128, -128, 16, 17, 18);
        CleanedFile other = CleanedFile.of(folder, colors, key, Set.of(), BlankArea.of("4x4:0,1,2,1"));
        assertThat(other.file().data().bytes(tag(PIXELS)).orElseThrow()[9]).isEqualTo((byte) 10);
        assertThat(other.copy().remarks()).anyMatch(remark -> remark.contains("nothing was blanked"));
        assertThatThrownBy(() -> CleanedFile.of(folder, file, key, Set.of(), BlankArea.of("3,0,1,1"))).hasMessageContaining("rectangle");
    }

    @Test
    void overlaysGoUnlessTheirRectanglesAreBlanked() throws IOException {
        byte[] file = picture(patient().us(0x60000010, 2).us(0x60000011, 3).text(0x60000022, "LO", "by Erika")
                .number(0x60000050, "SS", 2, 1, 1).bytes(0x60003000, "OW", new byte[] {0b111111, 0}), "MONOCHROME2", 1, 16)
                .number(PIXELS, "OW", 2, 1, 2, 3, 4, 5, 6).file(EXPLICIT);
        assertThat(cleaned(file, ProfileOption.GRAPHICS).file().data().elements()).noneMatch(element -> element.tag().group() == 0x6000);
        DataSet data = CleanedFile.of(folder, file, key, Set.of(ProfileOption.GRAPHICS), BlankArea.of("0,0,2,1")).file().data();
        assertThat(data.bytes(tag(0x60003000)).orElseThrow()).containsExactly(0b111100, 0);
        assertThat(data.text(tag(0x60000022))).contains("by removed");
        assertThat(CleanedFile.of(folder, file, key, Set.of(), BlankArea.of("0,0,2,1")).file().data().elements())
                .noneMatch(element -> element.tag().group() == 0x6000);
    }

    /** Up to 2004 overlays could stand in the bits above the values (PS3.3, C.9.2). */
    @Test
    void overlaysInUnusedBitsGo() throws IOException {
        byte[] file =
                patient().us(0x60000010, 2).us(0x60000011, 3).us(0x60000102, 15).us(0x00280002, 1).text(0x00280004, "CS", "MONOCHROME2")
                        .us(0x00280010, 2).us(0x00280011, 3).us(0x00280100, 16).us(0x00280101, 12).us(0x00280102, 11).us(0x00280103, 0)
                        .number(PIXELS, "OW", 2, 0x8001, 2, 0x8003, 4, 5, 0xFFFF).file(EXPLICIT);
        assertThat(cleaned(file).file().data().bytes(tag(PIXELS)).orElseThrow()).containsExactly(1, 0, 2, 0, 3, 0, 4, 0, 5, 0, -1, 0x0F);
    }

    /** Markers and lengths of T.81 and T.800 by hand: a start, a comment, and what may follow. */
    @Test
    void commentsInCompressedPixelsAreEmptied() throws IOException {
        byte[] jpeg = join(new byte[] {-1, (byte) 0xD8, -1, (byte) 0xFE, 0, 12}, "Mustermann", new byte[] {-1, (byte) 0xDA, 0, 4, 7, 7});
        byte[] jpeg2000 = join(new byte[] {-1, 0x4F, -1, 0x64, 0, 14, 0, 1}, "Mustermann", new byte[] {-1, (byte) 0x90, 0, 4, 7, 7});
        byte[] filled = join(new byte[] {-1, (byte) 0xD8, -1, -1, -1, (byte) 0xFE, 0, 12}, "Mustermann",
                new byte[] {-1, (byte) 0xDA, 0, 4, 7, 7});
        byte[] application = join(new byte[] {-1, (byte) 0xD8, -1, (byte) 0xE4, 0, 12}, "Mustermann",
                new byte[] {-1, (byte) 0xDA, 0, 4, 7, 7});
        for (byte[] frame : List.of(jpeg, jpeg2000, filled, application)) {
            byte[] file = picture(patient(), "MONOCHROME2", 1, 8).head(PIXELS, "OB", 0xFFFFFFFFL).item(0xE000, 0)
                    .item(0xE000, frame.length).raw(frame).item(0xE0DD, 0).file("1.2.840.10008.1.2.4.50");
            CleanedFile clean = cleaned(file);
            assertThat(all(clean.bytes())).doesNotContain("Mustermann").contains("\0".repeat(10) + all(Arrays.copyOfRange(frame,
                    frame.length - 6, frame.length)));
            assertThat(clean.copy().actions().counts().toString()).contains("comments emptied");
        }
    }

    /** T.872, 6.5.3: 'Adobe', version, flags and the transform of colors, without which decoders would show others. */
    @Test
    void whatDecodersGoByStays() throws IOException {
        byte[] frame = join(new byte[] {-1, (byte) 0xD8, -1, (byte) 0xEE, 0, 14}, "Adobe",
                new byte[] {0, 100, 0, 0, 0, 0, 1, -1, (byte) 0xDA, 0, 4, 7, 7, 0});
        byte[] file = picture(patient(), "MONOCHROME2", 1, 8).head(PIXELS, "OB", 0xFFFFFFFFL).item(0xE000, 0)
                .item(0xE000, frame.length).raw(frame).item(0xE0DD, 0).file("1.2.840.10008.1.2.4.50");
        assertThat(all(cleaned(file).bytes())).contains(all(frame));
    }

    private static byte[] join(byte[] start, String text, byte[] end) {
        byte[] all = Arrays.copyOf(start, start.length + text.length() + end.length);
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, all, start.length, text.length());
        System.arraycopy(end, 0, all, start.length + text.length(), end.length);
        return all;
    }

    @Test
    void compressedPixelsAreDecodedToBeBlanked() throws IOException {
        Path file = TestData.folder("pydicom").resolve("MR_small_jpeg_ls_lossless.dcm");
        float[] before = DicomImage.of(DicomFile.open(file)).read(Map.of()).floats();
        CleanedFile clean = CleanedFile.of(folder, Files.readAllBytes(file), key, Set.of(), BlankArea.of("0,0,64,10"));
        assertThat(clean.file().syntax().uid()).isEqualTo(EXPLICIT);
        float[] after = DicomImage.of(clean.file()).read(Map.of()).floats();
        Arrays.fill(before, 0, 640, 0);
        assertThat(after).isEqualTo(before);
    }

    /** Every real file gives a file that opens with the same pixels, or one clear sentence. */
    @Test
    @org.junit.jupiter.api.Tag("nightly")
    void realFilesKeepTheirPixels() throws IOException {
        int kept = 0;
        for (Path path : TestData.files("pydicom")) {
            if (!path.toString().endsWith(".dcm")) {
                continue;
            }
            byte[] bytes = Files.readAllBytes(path);
            try {
                CleanedFile clean = CleanedFile.of(folder, bytes, key, EnumSet.of(ProfileOption.SHIFTED_DATES, ProfileOption.DESCRIPTORS));
                DicomFile before = DicomFile.open(ByteSource.of(bytes));
                if (before.data().has(Tag.PIXEL_DATA)) {
                    assertThat(pixels(clean.file())).as(path.toString()).isEqualTo(pixels(before));
                    kept++;
                }
            } catch (UnreadableImageException e) {
                assertThat(e.getMessage()).as(path.toString()).isNotBlank();
            }
        }
        assertThat(kept).isGreaterThan(60);
    }

    private static List<Float> pixels(DicomFile file) {
        try {
            float[] values = DicomImage.of(file).read(Map.of("window", "none")).floats();
            return List.of((float) values.length, (float) Arrays.hashCode(values));
        } catch (IOException e) {
            // what can't be decoded before can't be afterwards
            return List.of();
        }
    }
}
