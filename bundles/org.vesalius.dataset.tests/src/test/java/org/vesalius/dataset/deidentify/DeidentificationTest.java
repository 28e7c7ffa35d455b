// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.volume.NiftiFile;

/** Folders of copies: whole or not at all, and never among the originals. */
class DeidentificationTest {
    @TempDir
    Path folder;

    private Path source;
    private Path out;

    @BeforeEach
    void makeSource() throws IOException {
        source = Files.createDirectories(folder.resolve("Mustermann"));
        out = folder.resolve("clean");
        Files.write(source.resolve("Mustermann.nii"), volume());
        try (GZIPOutputStream packed = new GZIPOutputStream(Files.newOutputStream(source.resolve("Erika.nii.gz")))) {
            packed.write(volume());
        }
    }

    /** Two voxels of 16 bits after an extension, with a name in each text (nifti1.h). */
    private static byte[] volume() {
        ByteBuffer bytes = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, 348).putShort(40, (short) 3).putShort(42, (short) 2).putShort(44, (short) 1).putShort(46, (short) 1)
                .putShort(70, (short) 4).putShort(72, (short) 16).putFloat(80, 1).putFloat(84, 1).putFloat(88, 1).putFloat(108, 384);
        put(bytes, 14, "MUSTERMANN");
        put(bytes, 148, "Mustermann Erika 4711");
        put(bytes, 228, "mustermann.txt");
        put(bytes, 328, "Mustermann");
        put(bytes, 344, "n+1");
        bytes.put(348, (byte) 1).putInt(352, 32).putInt(356, 6);
        put(bytes, 360, "Mustermann 31.01.2012");
        bytes.putShort(384, (short) 7).putShort(386, (short) -9);
        put(bytes, 388, "Mustermann");
        return bytes.array();
    }

    private static void put(ByteBuffer bytes, int at, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < ascii.length; i++) {
            bytes.put(at + i, ascii[i]);
        }
    }

    private Deidentification work(Path from, Path to, KeyChoice key) {
        return new Deidentification(from, to, List.of(new NiftiCleaner(key.key()), new TableCleaner(key.key(), Map.of(), false)), key);
    }

    private static KeyChoice forgotten() {
        return KeyChoice.of(Optional.empty());
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = file.toString().endsWith(".gz") ? unpacked(file) : Files.readAllBytes(file);
                contents.put(folder.relativize(file).toString(), new String(bytes, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static byte[] unpacked(Path file) {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theSourceMayBeGivenAsALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), source);
        Files.createSymbolicLink(source.resolve("elsewhere"), folder);
        DeidentificationReport report = work(link, out, forgotten()).run(Progress.none());
        assertThat(report.files()).isEqualTo(2);
        assertThat(report.leftOut()).extracting(PassedOver::path).containsExactly("elsewhere");
    }

    @Test
    void volumesLoseTheirTextsAndKeepTheirValues() throws IOException {
        Map<String, String> before = contents(source);
        DeidentificationReport report = work(source, out, forgotten()).run(Progress.none());
        assertThat(report.files()).isEqualTo(2);
        Map<String, String> after = contents(out);
        assertThat(after).hasSize(3);
        assertThat(after.keySet() + " " + after.values()).doesNotContainIgnoringCase("mustermann").doesNotContain("Erika", "4711", "2012");
        for (String name : after.keySet()) {
            if (name.contains(".nii")) {
                assertThat(NiftiFile.open(out.resolve(name), out.resolve(name)).read().floats()).containsExactlyInAnyOrder(7, -9);
                assertThat(after.get(name).substring(352)).isEqualTo(before.get("Mustermann.nii").substring(384, 388));
            }
        }
        assertThat(contents(source)).isEqualTo(before);
        assertThat(report.actions().counts().toString()).contains("descrip", "extension", "aux_file", "intent_name", "db_name");
    }

    @Test
    void whatCantBeDeidentifiedIsLeftOutAsAWhole() throws IOException {
        Files.write(source.resolve("cut.nii"), Arrays.copyOf(volume(), 386));
        Files.write(source.resolve("half.nii.gz"), Arrays.copyOf(Files.readAllBytes(source.resolve("Erika.nii.gz")), 90));
        Files.writeString(source.resolve("list.csv"), "a,b\n1,2\n");
        Files.writeString(source.resolve("notes.doc"), "Mustermann");
        DeidentificationReport report = work(source, out, forgotten()).run(Progress.none());
        assertThat(report.files()).isEqualTo(2);
        assertThat(report.leftOut().stream().map(file -> file.path())).containsExactly("cut.nii", "half.nii.gz", "list.csv", "notes.doc");
        assertThat(contents(out)).hasSize(3);
        assertThat(report.toString()).doesNotContain("cut");
    }

    @Test
    void nothingIsWrittenAmongTheOriginalsNorTheKeyAmongEither() throws IOException {
        Map<String, String> before = contents(folder);
        assertRefused(source, source.resolve("clean"), Optional.empty(), "among the originals");
        assertRefused(source, folder, Optional.empty(), "there already");
        assertRefused(source, out, Optional.of(source.resolve("key")), "neither among");
        assertRefused(source, out, Optional.of(out.resolve("key")), "");
        Files.createSymbolicLink(folder.resolve("link"), source);
        assertRefused(source, folder.resolve("link/clean"), Optional.empty(), "among the originals");
        assertRefused(folder.resolve("none"), out, Optional.empty(), "no such file");
        Files.delete(folder.resolve("link"));
        assertThat(contents(folder)).isEqualTo(before);
    }

    private void assertRefused(Path from, Path to, Optional<Path> key, String message) {
        assertThatThrownBy(() -> work(from, to, KeyChoice.of(key)).run(Progress.none())).isInstanceOf(ReportedException.class)
                .hasMessageContaining(message);
    }

    @Test
    void theKeyIsKeptOnDemandAndGivesTheSameNamesAgain() throws IOException {
        Path file = folder.resolve("project.key");
        work(source, out, KeyChoice.of(Optional.of(file))).run(Progress.none());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        work(source, folder.resolve("again"), KeyChoice.of(Optional.of(file))).run(Progress.none());
        work(source, folder.resolve("other"), forgotten()).run(Progress.none());
        assertThat(contents(folder.resolve("again"))).isEqualTo(contents(out));
        assertThat(contents(folder.resolve("other")).keySet()).doesNotContainAnyElementsOf(
                contents(out).keySet().stream().filter(name -> name.contains(".nii")).toList());
        Files.writeString(folder.resolve("no.key"), "secret");
        assertThatThrownBy(() -> KeyChoice.of(Optional.of(folder.resolve("no.key")))).isInstanceOf(ReportedException.class)
                .hasMessageContaining("no key");
    }

    @Test
    void lookingWritesNothingAndCancellingLeavesNothing() throws IOException {
        Map<String, String> before = contents(folder);
        DeidentificationReport look = work(source, out, KeyChoice.of(Optional.of(folder.resolve("key")))).look(Progress.none());
        assertThat(look.files()).isEqualTo(2);
        assertThat(contents(folder)).isEqualTo(before);
        Progress cancelled = new Progress() {
            @Override
            public void begin(String task, long total) {
                // nobody watches
            }

            @Override
            public void advance(long done) {
                // nobody watches
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> work(source, out, forgotten()).run(cancelled)).isInstanceOf(CancellationException.class);
        assertThat(Files.exists(out)).isFalse();
        assertThat(contents(source)).hasSize(2);
    }
}
