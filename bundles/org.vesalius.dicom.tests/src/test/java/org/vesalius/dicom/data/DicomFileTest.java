// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.DicomBytes;
import org.vesalius.dicom.TestData;

/** Files in all transfer syntaxes, and files that lie. */
class DicomFileTest {
    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String BIG = "1.2.840.10008.1.2.2";
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    private static final long UNDEFINED = 0xFFFFFFFFL;
    private static final Tag ROWS = Tag.of(0x0028, 0x0010);
    private static final Tag SEQUENCE = Tag.of(0x0008, 0x1140);
    private static final Tag COMMENT = Tag.of(0x0020, 0x4000);
    private static final List<String> BROKEN = List.of("no_meta.dcm", "MR_truncated.dcm", "rtplan_truncated.dcm",
            "DICOMDIR-nooffset");

    private static DicomFile open(byte[] content) throws IOException {
        return DicomFile.open(ByteSource.of(content));
    }

    private static byte[] written(DicomFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DataSetWriter(out).write(file);
        return out.toByteArray();
    }

    /** A sequence of two items, one ended by its length and one by a delimiter, a private block, and numbers. */
    private static DicomBytes sample(boolean explicit, boolean big) {
        DicomBytes inner = new DicomBytes(explicit, big).us(0x00280010, 7);
        byte[] item = inner.done();
        return new DicomBytes(explicit, big).text(0x00080060, "CS", "CT").head(0x00081140, "SQ", UNDEFINED)
                .item(0xE000, item.length).raw(item).item(0xE000, UNDEFINED).raw(item).item(0xE00D, 0).item(0xE0DD, 0)
                .text(0x00090010, "LO", "Maker").text(0x00180050, "DS", "1.25\\2.5").us(0x00280010, 512)
                .number(0x00700253, "FL", 4, Float.floatToIntBits(0.5f)).number(0x7FE00010, "OW", 2, 1, 0x0203);
    }

    @Test
    void everySyntaxGivesTheSame() throws IOException {
        byte[] plain = sample(true, false).done();
        byte[] packed = new byte[1000];
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(plain);
        deflater.finish();
        byte[] deflated = DicomBytes.explicit().raw(Arrays.copyOf(packed, deflater.deflate(packed))).file(DEFLATED);
        deflater.end();
        for (byte[] file : List.of(sample(true, false).file(EXPLICIT), sample(false, false).file(IMPLICIT),
                sample(true, true).file(BIG), deflated, plain, sample(false, false).done(), sample(true, true).done())) {
            DataSet data = open(file).data();
            assertThat(data.text(Tag.of(0x0008, 0x0060))).contains("CT");
            assertThat(data.items(SEQUENCE)).hasSize(2);
            assertThat(data.items(SEQUENCE).get(1).whole(ROWS)).hasValue(7);
            assertThat(data.text(Tag.of(0x0009, 0x0010))).contains("Maker");
            assertThat(data.numbers(Tag.of(0x0018, 0x0050))).containsExactly(1.25, 2.5);
            assertThat(data.whole(ROWS)).hasValue(512);
            assertThat(data.number(Tag.of(0x0070, 0x0253))).hasValue(0.5);
            assertThat(data.bytes(Tag.PIXEL_DATA).orElseThrow()).containsExactly(1, 0, 3, 2);
        }
    }

    @Test
    void whatWasReadIsWrittenBackByteForByte() throws IOException {
        for (Map.Entry<String, byte[]> each : Map.of("explicit", sample(true, false).file(EXPLICIT), "implicit",
                sample(false, false).file(IMPLICIT), "bare", sample(true, false).done()).entrySet()) {
            assertThat(written(open(each.getValue()))).as(each.getKey()).isEqualTo(each.getValue());
        }
        DicomFile big = open(sample(true, true).file(BIG));
        assertThat(Arrays.copyOfRange(written(big), written(big).length - sample(true, false).done().length,
                written(big).length)).isEqualTo(sample(true, false).done());
    }

    @Test
    void realFilesAreWrittenBackByteForByte() throws IOException {
        int equal = 0;
        for (Path path : TestData.files("pydicom")) {
            if (!BROKEN.contains(path.getFileName().toString())) {
                DicomFile file = DicomFile.open(path);
                if (!file.syntax().bigEndian() && !file.syntax().deflated()) {
                    assertThat(written(file)).as(path.getFileName().toString()).isEqualTo(Files.readAllBytes(path));
                    equal++;
                }
            }
        }
        assertThat(equal).isEqualTo(72);
    }

    @Test
    void brokenFilesFailWithASentence() {
        for (Path path : TestData.files("pydicom")) {
            if (BROKEN.contains(path.getFileName().toString())) {
                assertThatThrownBy(() -> DicomFile.open(path)).isInstanceOf(UnreadableImageException.class)
                        .hasMessageMatching("is (no DICOM file|truncated or damaged: its element \\(.*\\) says that it is "
                                + "\\d+ bytes long, and \\d+ are left)");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aSequenceTenThousandDeepIsRead(boolean open) throws IOException {
        DicomBytes file = DicomBytes.explicit();
        int depth = 10_000;
        for (int i = 0; i < depth; i++) {
            long inside = 20L * (depth - i - 1) + 10;
            file.head(0x00081140, "SQ", open ? UNDEFINED : inside + 8).item(0xE000, open ? UNDEFINED : inside);
        }
        file.us(0x00280010, 3);
        for (int i = 0; i < depth && open; i++) {
            file.item(0xE00D, 0).item(0xE0DD, 0);
        }
        DicomFile read = open(file.file(EXPLICIT));
        DataSet set = read.data();
        for (int i = 0; i < depth; i++) {
            set = set.item(SEQUENCE).orElseThrow();
        }
        assertThat(set.whole(ROWS)).hasValue(3);
        assertThat(set.characterSet()).isEqualTo(CharacterSet.of(""));
        assertThat(written(read)).isEqualTo(file.file(EXPLICIT));
    }

    @Test
    void lengthsThatLieAreRefused() {
        assertThatThrownBy(() -> open(DicomBytes.explicit().head(0x00204000, "UT", 0x7FFFFFF0L).file(EXPLICIT)))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessage("is truncated or damaged: its element (0020,4000) says that it is 2147483632 bytes long, and 0 are left");
        byte[] beyond = DicomBytes.explicit().head(0x00081140, "SQ", 18).item(0xE000, 10).head(0x00280010, "US", 6)
                .raw(new byte[8]).file(EXPLICIT);
        assertThatThrownBy(() -> open(beyond)).isInstanceOf(UnreadableImageException.class)
                .hasMessage("is damaged: its element (0028,0010) says that it is 6 bytes long, and 2 are left");
        assertThatThrownBy(() -> open(DicomBytes.explicit().head(0x00081140, "SQ", UNDEFINED).us(0x00280010, 1).file(EXPLICIT)))
                .hasMessageContaining("in its sequence (0008,1140) the element (0028,0010) stands where an item should begin");
        assertThatThrownBy(() -> open(DicomBytes.explicit().head(0x00280010, "  ", 2).raw(new byte[2]).file(EXPLICIT)))
                .hasMessageContaining("has no value representation");
        assertThatThrownBy(() -> open("an image".getBytes(StandardCharsets.US_ASCII))).hasMessage("is no DICOM file");
        assertThatThrownBy(() -> open(new byte[0])).hasMessage("is empty");
    }

    @Test
    void damageAnywhereIsASentenceOrNoMatter() {
        byte[] whole = sample(true, false).file(EXPLICIT);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            readable(part);
        }
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            byte[] changed = (i % 2 == 0 ? whole : sample(false, false).file(IMPLICIT)).clone();
            for (int k = 0; k < 3; k++) {
                changed[132 + random.nextInt(changed.length - 132)] = (byte) random.nextInt(256);
            }
            readable(changed);
        }
    }

    private static void readable(byte[] content) {
        assertThatCode(() -> {
            try {
                DataSet data = open(content).data();
                for (Element element : data.elements()) {
                    data.texts(element.tag());
                }
            } catch (UnreadableImageException e) {
                assertThat(e.getMessage()).matches("(is|holds) .*");
            }
        }).doesNotThrowAnyException();
    }

    /** The examples of PS3.5, annexes H to K, and of PS3.3 for single bytes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ISO_IR 100 | C46E656173^52FC6469676572 | Äneas^Rüdiger",
        "ISO_IR 144 | BBEE63 | Люc",
        "ISO_IR 126 | C4E9EFEDF5F3E9EFF2 | Διονυσιος",
        "ISO_IR 192 | 57616E67^5869616F446F6E67=E78E8B^E5B08FE69DB1 | Wang^XiaoDong=王^小東",
        "GB18030 | 57616E67^5869616F446F6E67=CDF5^D0A1B6AB | Wang^XiaoDong=王^小东",
        "\\ISO 2022 IR 87 | 59616D616461^5461726F75=1B2442 3B334544 1B2842^1B2442 42404F3A 1B2842=1B2442 2464245E2440 1B2842^"
                + "1B2442 243F246D2426 1B2842 | Yamada^Tarou=山田^太郎=やまだ^たろう",
        "ISO 2022 IR 13\\ISO 2022 IR 87 | D4CFC0DE^C0DBB3=1B2442 3B334544 1B284A^1B2442 42404F3A 1B284A | ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎",
        "\\ISO 2022 IR 149 | 486F6E67^47696C646F6E67=1B242943 FBF3^1B242943 D1CED4D7=1B242943 C8AB^1B242943 B1E6B5BF | "
                + "Hong^Gildong=洪^吉洞=홍^길동",
        "\\ISO 2022 IR 58 | 5A68616E67^5869616F446F6E67=1B242941 D5C5^1B242941 D0A1B6AB | Zhang^XiaoDong=张^小东",
    })
    void namesAreReadInTheirCharacterSet(String set, String hex, String expected) throws IOException {
        String digits = hex.replace(" ", "").replace("^", "5E").replace("=", "3D").toUpperCase(Locale.ROOT);
        byte[] name = HexFormat.of().parseHex(digits);
        DicomFile file = open(DicomBytes.explicit().text(0x00080005, "CS", set).head(0x00081140, "SQ", UNDEFINED)
                .item(0xE000, UNDEFINED).bytes(0x00100010, "PN", name).item(0xE00D, 0).item(0xE0DD, 0).file(EXPLICIT));
        assertThat(file.data().item(SEQUENCE).orElseThrow().text(Tag.of(0x0010, 0x0010))).contains(expected);
    }

    @Test
    void nothingSaysWhatIsInIt() throws IOException {
        DicomFile file = open(DicomBytes.explicit().text(0x00100010, "PN", "Doe^Jane").text(0x00204000, "LT", "secret")
                .file(EXPLICIT));
        assertThat(file + " " + file.data() + file.data().elements() + file.data().element(COMMENT).orElseThrow().value())
                .doesNotContain("Doe", "secret");
    }

    @Test
    void keywordsAreThoseOfTheStandard() {
        Dictionary dictionary = Dictionary.ofDicom();
        assertThat(dictionary.tag("PatientID")).contains(Tag.of(0x0010, 0x0020));
        assertThat(dictionary.entry(Tag.of(0x6002, 0x3000)).orElseThrow().keyword()).isEqualTo("OverlayData");
        assertThat(dictionary.entry(Tag.of(0x0009, 0x0010))).isEmpty();
        assertThat(dictionary.vr(Tag.of(0x0009, 0x0010))).isEqualTo(Vr.LO);
    }
}
