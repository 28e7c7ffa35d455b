// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;

/** Files and series as a column names them. */
class DicomReaderTest {
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String AXIAL = "1\\0\\0\\0\\1\\0";

    private final DicomReader reader = new DicomReader();

    @TempDir
    Path root;

    /** A slice of 2×2 pixels whose values are 100 times its number and 1 to 4 more. */
    private void slice(String name, int number, String position, String orientation, String series) throws IOException {
        Files.createDirectories(root.resolve(name).getParent());
        Files.write(root.resolve(name), DicomBytes.explicit().text(0x00080060, "CS", "CT").text(0x0020000E, "UI", series)
                .text(0x00200032, "DS", position).text(0x00200037, "DS", orientation).us(0x00280002, 1)
                .text(0x00280004, "CS", "MONOCHROME2").us(0x00280010, 2).us(0x00280011, 2)
                .text(0x00280030, "DS", "0.5\\0.75").us(0x00280100, 16).us(0x00280101, 12).us(0x00280102, 11)
                .us(0x00280103, 0)
                .number(0x7FE00010, "OW", 2, 100L * number + 1, 100L * number + 2, 100L * number + 3, 100L * number + 4)
                .file(EXPLICIT));
    }

    private void assertRefused(String value, String message) {
        assertThatThrownBy(() -> reader.read(root, value, Map.of())).isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aWorkerFindsIt() {
        assertThat(ServiceLoader.load(ColumnReader.class).stream().map(ServiceLoader.Provider::get).map(ColumnReader::id))
                .contains("dicom");
    }

    @Test
    void slicesAreSortedAndTurnedToThePatient() throws IOException {
        slice("a/1", 1, "0\\0\\4", AXIAL, "1.2");
        slice("a/2", 2, "0\\0\\0", AXIAL, "1.2");
        slice("a/3", 3, "0\\0\\2", AXIAL, "1.2");
        Files.writeString(root.resolve("a/notes.txt"), "no slice");
        TypedArray volume = reader.read(root, "a", Map.of());
        assertThat(volume.description().shape()).containsExactly(3, 2, 2);
        assertThat(volume.description().spacing()).containsExactly(2.0, 0.5, 0.75);
        assertThat(volume.description().orientation()).isEqualTo("RAS");
        // rows of DICOM run to the left and columns to the back, so both are turned round
        assertThat(volume.floats()).containsExactly(204, 203, 202, 201, 304, 303, 302, 301, 104, 103, 102, 101);
        assertThat(reader.describe(root, "a", Map.of())).isEqualTo(volume.description());
        assertThat(reader.files(root, "a")).hasSize(3);
        assertThat(reader.file(root, "a")).isEmpty();
    }

    @Test
    void sagittalSlicesAreTurnedToThePatient() throws IOException {
        // rows run to the back, columns downwards: the normal runs to the right, from 0 to 1 (x of DICOM leads to the left)
        slice("s/1", 1, "0\\0\\0", "0\\1\\0\\0\\0\\-1", "1.2");
        slice("s/2", 2, "-1\\0\\0", "0\\1\\0\\0\\0\\-1", "1.2");
        TypedArray volume = reader.read(root, "s", Map.of());
        assertThat(volume.description().spacing()).containsExactly(0.5, 0.75, 1.0);
        assertThat(volume.floats()).containsExactly(104, 204, 103, 203, 102, 202, 101, 201);
    }

    @Test
    void slicesThatMakeNoVolumeAreRefused() throws IOException {
        for (int i = 0; i < 4; i++) {
            slice("gap/" + i, i, "0\\0\\" + (i == 3 ? 5 : i), AXIAL, "1.2");
            slice("double/" + i, i, "0\\0\\" + (i == 3 ? 2 : i), AXIAL, "1.2");
            slice("mixed/" + i, i, "0\\0\\" + i, i == 3 ? "1\\0\\0\\0\\0\\-1" : AXIAL, "1.2");
            slice("tilted/" + i, i, "0\\" + i + "\\" + i, AXIAL, "1.2");
            slice("uneven/" + i, i, "0\\0\\" + (i == 3 ? "3.35" : String.valueOf(i)), AXIAL, "1.2");
            slice("rounded/" + i, i, "0\\0\\" + List.of("0", "0.6", "1.3", "1.9").get(i), AXIAL, "1.2");
            slice("two/" + i, i, "0\\0\\" + i, AXIAL, i < 2 ? "1.2" : "1.3");
        }
        assertRefused("gap", "lacks 2 slices: 4 are there");
        assertRefused("double", "holds 1 slice at the place of another");
        assertRefused("mixed", "different orientations");
        assertRefused("tilted", "shifted against each other");
        assertRefused("uneven", "slices at different distances");
        assertThat(reader.describe(root, "rounded", Map.of()).spacing().get(0)).isCloseTo(1.9 / 3, within(1e-9));
        assertRefused("two", "two or more series");
        assertThat(reader.read(root, "two#1.3", Map.of()).value(0)).isEqualTo(204);
        assertRefused("two#1.4", "no slices of this series");
        Files.createDirectories(root.resolve("empty"));
        assertRefused("empty", "holds no slices in DICOM");
        assertRefused("../elsewhere", "leads out");
        assertRefused("none", "is missing");
        byte[] cut = Files.readAllBytes(root.resolve("gap/0"));
        Files.write(root.resolve("two/0"), Arrays.copyOf(cut, cut.length - 1));
        assertRefused("two", "holds a slice that is truncated");
    }

    @Test
    void aFileThatWasWrittenSinceIsOfItsNewSeries() throws IOException {
        slice("a/1", 1, "0\\0\\0", AXIAL, "1.2");
        slice("a/2", 2, "0\\0\\1", AXIAL, "1.3");
        Files.writeString(root.resolve("a/3"), "no slice");
        assertThat(reader.files(root, "a#1.2")).hasSize(1);
        assertThat(reader.files(root, "a#1.3")).hasSize(1);
        slice("a/2", 2, "0\\0\\1", AXIAL, "1.2");
        slice("a/3", 3, "0\\0\\2", AXIAL, "1.2");
        assertThat(reader.files(root, "a#1.2")).hasSize(3);
        assertRefused("a#1.3", "no slices of this series");
    }

    @Test
    void theFingerprintIsThatOfTheSlices() throws IOException {
        slice("a/1", 1, "0\\0\\0", AXIAL, "1.2");
        slice("a/2", 2, "0\\0\\1", AXIAL, "1.2");
        String before = reader.fingerprint(root, "a", Map.of());
        Files.writeString(root.resolve("a/notes.txt"), "no slice");
        assertThat(reader.fingerprint(root, "a", Map.of())).isEqualTo(before);
        slice("a/2", 3, "0\\0\\1", AXIAL, "1.2");
        assertThat(reader.fingerprint(root, "a", Map.of())).isNotEqualTo(before);
        assertThat(reader.file(root, "a/1")).isPresent();
        assertThat(reader.describe(root, "a/1", Map.of()).shape()).containsExactly(2, 2, 1);
    }
}
