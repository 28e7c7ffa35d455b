// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.sequence.signal.RecordingFile.Mark;

/** Bytes are put together by hand after signal(5) and header(5); physical values of format 212 are those of BioSig 2.5. */
class WfdbRecordTest {
    private static final float NAN = Float.NaN;

    @TempDir
    private Path folder;

    @Test
    void twelveBitsAreReadAsBioSigReadsThem() throws IOException {
        header("2 360 7", "r.dat 212 200 11 1024 995 0 0 MLII", "r.dat 212 100(10)/uV 11 1024 1011 0 0 V5");
        // 995 1011 | -1 0 | 2047 -2047 | -2048 5 | 100 -100 | 1 2 | -3 -4
        bytes("r.dat", "e333f3 ff0f00 ff8701 000805 64f09c 010002 fdfffc");
        Recording read = read(0, 7, 0, 1);
        assertThat(read.channels()).containsExactly(new Recording.Channel("MLII", "mV"), new Recording.Channel("V5", "uV"));
        assertThat(read.rate()).isEqualTo(360);
        assertThat(column(read, 0)).containsExactly(-0.145f, -5.125f, 5.115f, NAN, -4.62f, -5.115f, -5.135f);
        // BioSig passes over the baseline in brackets, which header(5) puts before the ADC zero
        assertThat(column(read, 1)).containsExactly(10.01f, -0.1f, -20.57f, -0.05f, -1.1f, -0.08f, -0.14f);
    }

    @Test
    void partBeginsAmidABlock() throws IOException {
        header("1 250 5", "r.dat 212 1 12 0 0 0 0 I");
        // 1 2 | -1 -2 | 7, the last block without its third byte
        bytes("r.dat", "010002 fffffe 0700");
        assertThat(read(1, 5, 0).values()).containsExactly(2, -1, -2, 7);
    }

    @Test
    void eachFormatIsUnpacked() throws IOException {
        assertThat(unpacked(16, "0100 ffff ff7f 0080")).containsExactly(1, -1, 32767, NAN);
        assertThat(unpacked(61, "0001 ffff 7fff 8000")).containsExactly(1, -1, 32767, NAN);
        assertThat(unpacked(24, "010000 ffffff ffff7f 000080")).containsExactly(1, -1, 8388607, NAN);
        assertThat(unpacked(32, "01000000 ffffffff 00010000 00000080")).containsExactly(1, -1, 256, NAN);
        assertThat(unpacked(80, "81 7f ff 00")).containsExactly(1, -1, 127, NAN);
        assertThat(unpacked(160, "0180 ff7f ffff 0000")).containsExactly(1, -1, 32767, NAN);
        assertThat(unpacked(8, "05 fe 00 80")).containsExactly(5, 3, 3, -125);
        // 1, -1 and 0x155 = 341: its low five bits 10101 above the first eleven, its high five 01010 above the second
        assertThat(unpacked(310, "02a8 fe57")).containsExactly(1, -1, 341);
        // 1, -1 and 341, ten bits each from the lowest on
        assertThat(unpacked(311, "01fc5f15")).containsExactly(1, -1, 341);
    }

    private float[] unpacked(int format, String hex) throws IOException {
        header("1", "r.dat " + format + " 1 0 0 0 0 0 x");
        bytes("r.dat", hex);
        return read(0, WfdbRecord.open(folder.resolve("r.hea"), "").lengths().get(0), 0).values();
    }

    @Test
    void samplesOfAFrameAreAveragedAndSkewIsTakenBack() throws IOException {
        header("2 100 2", "r.dat 16x2 1 16 0 0 0 0 fast", "r.dat 16:1 1 16 0 0 0 0 late");
        bytes("r.dat", "0100 0300 6400  0500 0700 c800");
        Recording read = read(0, 2, 0, 1);
        assertThat(column(read, 0)).containsExactly(2, 6);
        assertThat(column(read, 1)).containsExactly(200, NAN);
    }

    @Test
    void annotationsAreAddedUp() throws IOException {
        header("1 360 4", "r.dat 16 1 16 0 0 0 0 I");
        bytes("r.dat", "0000 0000 0000 0000");
        // + at 18 with a note of 4 bytes, N 59 later, a skip of 65537, V 3 behind it, its channel, the end
        bytes("r.atr", "1270 04fc 284e 0000  3b04  00ec 0100 0100  0314  01f8  0000");
        assertThat(WfdbRecord.open(folder.resolve("r.hea"), "atr").marks()).containsExactly(new Mark(18, "+"),
                new Mark(77, "N"), new Mark(65_617, "V"));
        bytes("r.atr", "1270 04");
        refused("has a file of annotations that breaks off", "atr");
    }

    @Test
    void lyingHeaderIsRefused() throws IOException {
        bytes("r.dat", "0100 0200");
        header("1 250 9000000", "r.dat 16 1 16 0 0 0 0 I");
        refused("should have 9000000 samples of each signal and has 2", "");
        header("3 250 2", "r.dat 16 1 16 0 0 0 0 I");
        refused("says that it has 3 signals and describes 1", "");
        header("1 250 2", "../r.dat 16 1 16 0 0 0 0 I");
        refused("names a signal file in another folder", "");
        header("1 250 2", "gone.dat 16 1 16 0 0 0 0 I");
        refused("names the file '.dat' beside it, which is missing", "");
        header("1 250 2", "r.dat 508 1 16 0 0 0 0 I");
        refused("stores signal 1 in format 508, which can't be read", "");
        header("1 250 99999999999999999999", "r.dat 16 1 16 0 0 0 0 I");
        refused("says that it has 99999999999999999999 samples", "");
        Files.writeString(folder.resolve("r.hea"), "r/3 2 250 1000\na 500\nb 250\nc 250\n");
        refused("is a record of several segments", "");
    }

    private void refused(String reason, String annotator) {
        assertThatThrownBy(() -> WfdbRecord.open(folder.resolve("r.hea"), annotator))
                .isInstanceOf(UnreadableImageException.class).hasMessageStartingWith(reason);
    }

    private Recording read(long from, long to, Integer... channels) throws IOException {
        return WfdbRecord.open(folder.resolve("r.hea"), "").read(List.of(channels), from, to);
    }

    private static float[] column(Recording recording, int channel) {
        float[] column = new float[recording.length()];
        for (int i = 0; i < column.length; i++) {
            column[i] = recording.values()[i * recording.channels().size() + channel];
        }
        return column;
    }

    private void header(String record, String... signals) throws IOException {
        Files.writeString(folder.resolve("r.hea"), "r " + record + "\r\n# a comment\n" + String.join("\n", signals),
                StandardCharsets.US_ASCII);
    }

    private void bytes(String name, String hex) throws IOException {
        Files.write(folder.resolve(name), HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
