// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vesalius.core.io.ContentHash;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.TestData;
import org.vesalius.dicom.data.DicomFile;

/** Pixels as pydicom and gdcm read them ({@code dicom_values.py}), those without loss bit for bit. */
class PixelValuesTest {
    private static final int PARTS = 16;
    private static final long SMALL = 40_000;
    private static final List<String> WITHOUT_PICTURE = List.of("DICOMDIR", "DICOMDIR-bigEnd", "DICOMDIR-empty.dcm",
            "DICOMDIR-implicit", "DICOMDIR-nooffset", "DICOMDIR-nopatient", "DICOMDIR-reordered", "ExplVR_BigEndNoMeta.dcm",
            "ExplVR_LitEndNoMeta.dcm", "JPEG2000-embedded-sequence-delimiter.dcm", "MR_truncated.dcm", "UN_sequence.dcm",
            "badVR.dcm", "empty_charset_LEI.dcm", "meta_missing_tsyntax.dcm", "nested_priv_SQ.dcm", "no_meta.dcm",
            "no_meta_group_length.dcm", "priv_SQ.dcm", "reportsi.dcm", "reportsi_with_empty_number_tags.dcm", "rtplan.dcm",
            "rtplan_truncated.dcm", "rtstruct.dcm", "test-SR.dcm", "waveform_ecg.dcm");

    /** What pydicom reads of a file. */
    private record Expected(String path, String hash, String error, double[] parts) {
        static Stream<Expected> all() throws IOException {
            try (InputStream in = PixelValuesTest.class.getResourceAsStream("values.tsv")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t"))
                        .map(cells -> new Expected(cells[0], cells[1], cells[2],
                                Arrays.stream(cells[3].split(",")).mapToDouble(Double::parseDouble).toArray()));
            }
        }

        boolean lossy() {
            return hash.equals("lossy");
        }

        void compare(float[] values) {
            if (!lossy()) {
                ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(values);
                assertThat(ContentHash.sha256(bytes.array())).as(path).isEqualTo(hash);
            }
            int start = 0;
            for (int part = 0; part < PARTS; part++) {
                int length = values.length / PARTS + (part < values.length % PARTS ? 1 : 0);
                double sum = 0;
                for (int i = start; i < start + length; i++) {
                    sum += values[i];
                }
                start += length;
                assertThat(sum / Math.max(1, length)).as(path).isCloseTo(parts[part], within(0.2 + Math.abs(parts[part]) * 1e-6));
            }
        }
    }

    /** The values in the order of the file: turned back where they are in that of the patient. */
    private static float[] stored(TypedArray array) {
        float[] values = array.floats();
        if (!array.description().orientation().equals("RAS")) {
            return values;
        }
        int[] shape = array.description().shape();
        float[] turned = new float[values.length];
        int plane = shape[1] * shape[2];
        for (int i = 0; i < values.length; i++) {
            turned[i / plane * plane + plane - 1 - i % plane] = values[i];
        }
        return turned;
    }

    /** Small files of each syntax, each photometric interpretation and each depth. */
    @Test
    void valuesAreThoseOfPydicom() throws IOException {
        assertThat(compareWithPydicom(SMALL)).isEqualTo(51);
        Path root = TestData.folder("pydicom");
        float[] little = DicomImage.of(DicomFile.open(root.resolve("SC_rgb_small_odd.dcm"))).read(Map.of()).floats();
        assertThat(DicomImage.of(DicomFile.open(root.resolve("SC_rgb_small_odd_big_endian.dcm"))).read(Map.of()).floats())
                .isEqualTo(little);
    }

    @Test
    @Tag("nightly")
    void allValuesAreThoseOfPydicom() throws IOException {
        assertThat(compareWithPydicom(Long.MAX_VALUE)).isEqualTo(58);
    }

    private static int compareWithPydicom(long largest) throws IOException {
        Path root = TestData.folder("pydicom").getParent();
        int compared = 0;
        for (Expected each : Expected.all().filter(each -> each.path().startsWith("pydicom/"))
                // 2.3.1 doesn't turn the words of bytes in big-endian files, and takes a size that the codestream doesn't have
                .filter(each -> !each.path().contains("odd_big_endian") && !each.path().contains("embedded")).toList()) {
            if (Files.size(root.resolve(each.path())) <= largest) {
                each.compare(stored(DicomImage.of(DicomFile.open(root.resolve(each.path()))).read(Map.of())));
                compared++;
            }
        }
        return compared;
    }

    @Test
    void everyOtherFileFailsWithOneSentence() {
        int failed = 0;
        for (Path path : TestData.files("pydicom")) {
            if (WITHOUT_PICTURE.contains(path.getFileName().toString())) {
                assertThatThrownBy(() -> DicomImage.of(DicomFile.open(path)).read(Map.of())).as(path.getFileName().toString())
                        .isInstanceOf(UnreadableImageException.class).hasMessageMatching("(is|holds|has) .*");
                failed++;
            }
        }
        assertThat(failed).isEqualTo(TestData.files("pydicom").size() - 59);
    }

    /** All pictures of wg04, in each syntax. */
    @Test
    @Tag("nightly")
    void allCompressedPicturesAreTheReference() throws IOException {
        assertThat(compareWithReference()).isEqualTo(67);
    }

    private static int compareWithReference() throws IOException {
        Path root = TestData.folder("wg04").getParent();
        Map<String, float[]> references = new HashMap<>();
        int compared = 0;
        List<Expected> exact = Expected.all().filter(each -> each.path().startsWith("wg04/"))
                .toList();
        for (Expected each : exact.stream().filter(each -> !each.lossy()).toList()) {
            float[] values = DicomImage.of(DicomFile.open(root.resolve(each.path()))).read(Map.of()).floats();
            each.compare(values);
            references.put(key(each), values);
            compared++;
        }
        for (Expected each : exact.stream().filter(Expected::lossy).toList()) {
            float[] values = DicomImage.of(DicomFile.open(root.resolve(each.path()))).read(Map.of()).floats();
            float[] reference = references.get(key(each));
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += Math.abs(values[i] - reference[i]);
            }
            double error = Double.parseDouble(each.error());
            assertThat(sum / values.length).as(each.path()).isLessThan(error * 1.0005 + 0.0005);
            compared++;
        }
        return compared;
    }

    private static String key(Expected each) {
        return each.path().substring(each.path().lastIndexOf('/') + 1).substring(0, 3);
    }
}
