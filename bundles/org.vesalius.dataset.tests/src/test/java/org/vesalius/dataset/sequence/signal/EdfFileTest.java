// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.sequence.signal.RecordingFile.Mark;

/** biosig.edf and biosig.bdf were written by BioSig 2.5 (save2gdf), and the values are what it reads from them. */
class EdfFileTest {
    private static final float[] MLII = {-0.145126f, -5.125f, 5.115f, -15.36f, -4.62011f, -5.115f, -5.135f};
    private static final float[] V5 = {-0.13f, -10.2404f, -30.71f, -10.19f, -11.2404f, -10.2204f, -10.2801f};

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("r.edf");
    }

    @Test
    void valuesAreThoseOfBioSig() throws IOException {
        copy("biosig.edf");
        EdfFile edf = EdfFile.open(file);
        assertThat(edf.channels()).containsExactly(new Recording.Channel("MLII", "mV"), new Recording.Channel("V5", "uV"));
        assertThat(edf.lengths()).containsExactly(7L, 7L);
        assertThat(edf.rates().get(0)).isEqualTo(360, within(0.05));
        Recording read = edf.read(List.of(1, 0), 0, 7);
        for (int i = 0; i < 7; i++) {
            assertThat(read.values()[2 * i]).isEqualTo(V5[i], within(1e-4f));
            assertThat(read.values()[2 * i + 1]).isEqualTo(MLII[i], within(1e-4f));
        }
        assertThat(edf.read(List.of(0), 2, 4).values()).containsExactly(read.values()[5], read.values()[7]);
    }

    @Test
    void bdfHasThreeBytesASample() throws IOException {
        copy("biosig.bdf");
        assertThat(EdfFile.open(file).read(List.of(0), 0, 7).values()).containsExactly(new float[] {-0.145f, -5.125f, 5.115f,
            -15.36f, -4.62f, -5.115f, -5.135f}, within(1e-5f));
    }

    @Test
    void notesOfEdfPlusAreMarks() throws IOException {
        write("EDF+C", 2, "+0\u0014\u0014\0+0.5\u00151\u0014Lights off\u0014\0", "+1\u0014\u0014\0+1.25\u0014Schlaf β\u0014\0");
        EdfFile edf = EdfFile.open(file);
        assertThat(edf.channels()).extracting(Recording.Channel::name).containsExactly("EEG");
        assertThat(edf.marks()).containsExactly(new Mark(2, "Lights off"), new Mark(5, "Schlaf β"));
        assertThat(edf.read(List.of(0), 0, 8).values()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void interruptedRecordingIsRefusedUnlessItHasNoGap() throws IOException {
        write("EDF+D", 3, "+5\u0014\u0014\0", "+6\u0014\u0014\0", "+7\u0014\u0014\0");
        assertThat(EdfFile.open(file).lengths()).containsExactly(12L);
        write("EDF+D", 3, "+5\u0014\u0014\0", "+18.5\u0014\u0014\0", "+30\u0014\u0014\0");
        refused("was interrupted (EDF+D): it has 2 gaps, the first of 12.500 s after 1.000 s");
        write("EDF+D", 2, "+5\u0014\u0014\0", "");
        refused("doesn't say when each of its records begins");
    }

    @Test
    void lyingHeaderIsRefused() throws IOException {
        write("EDF+C", 7, "+0\u0014\u0014\0", "+1\u0014\u0014\0");
        refused("should have 7 records of signals and has 2");
        write("EDF+C", -1, "+0\u0014\u0014\0", "+1\u0014\u0014\0");
        assertThat(EdfFile.open(file).remarks()).containsExactly(
                "was not closed when recording ended; all of its 2 records are read");
        byte[] bytes = Files.readAllBytes(file);
        System.arraycopy("9999".getBytes(StandardCharsets.US_ASCII), 0, bytes, 252, 4);
        Files.write(file, bytes);
        refused("says that it has 9999 signals");
        Files.writeString(file, "0       short");
        refused("is too short for the header of an EDF file");
        Files.writeString(file, "x".repeat(300));
        refused("is no EDF or BDF file");
    }

    private void refused(String reason) {
        assertThatThrownBy(() -> EdfFile.open(file)).isInstanceOf(UnreadableImageException.class)
                .hasMessageStartingWith(reason);
    }

    private void copy(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream(name)) {
            Files.write(file, in.readAllBytes());
        }
    }

    /** One signal of 4 samples a second that counts up, and notes; records last a second. */
    private void write(String kind, int records, String... notes) throws IOException {
        StringBuilder header = new StringBuilder(padded("0", 8) + padded("X X X X", 80) + padded("Startdate X X X X", 80)
                + "01.01.0100.00.00" + padded("768", 8) + padded(kind, 44) + padded(String.valueOf(records), 8) + padded("1", 8)
                + padded("2", 4));
        String[][] fields = {{"EEG", "EDF Annotations", "16"}, {"", "", "80"}, {"uV", "", "8"}, {"-100", "-1", "8"},
            {"100", "1", "8"}, {"-100", "-32768", "8"}, {"100", "32767", "8"}, {"", "", "80"}, {"4", "30", "8"}, {"", "", "32"}};
        for (String[] field : fields) {
            header.append(padded(field[0], Integer.parseInt(field[2]))).append(padded(field[1], Integer.parseInt(field[2])));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header.toString().getBytes(StandardCharsets.US_ASCII));
        int count = 0;
        for (String note : notes) {
            for (int i = 0; i < 4; i++) {
                bytes.write(count++);
                bytes.write(0);
            }
            byte[] text = note.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(Arrays.copyOf(text, 60));
        }
        Files.write(file, bytes.toByteArray());
    }

    private static String padded(String text, int length) {
        return text + " ".repeat(length - text.length());
    }
}
