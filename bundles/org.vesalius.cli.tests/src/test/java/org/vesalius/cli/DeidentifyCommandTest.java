// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies that no longer tell who the patients are, on the command line; what dcmtk finds in real files, and in their copies. */
class DeidentifyCommandTest {
    private static final List<String> REAL =
            List.of("CT_small.dcm", "MR_small_bigendian.dcm", "image_dfl.dcm", "reportsi.dcm", "rtplan.dcm",
                    "rtstruct.dcm", "examples_overlay.dcm", "JPEG2000.dcm", "liver_1frame.dcm", "nested_priv_SQ.dcm", "UN_sequence.dcm",
                    "no_meta.dcm",
                    "waveform_ecg.dcm", "test-SR.dcm", "ExplVR_BigEnd.dcm");
    private static final Pattern VALUE = Pattern.compile("(?m)^\\s*\\(([0-9a-f]{4},[0-9a-f]{4})\\) (..) \\[(.*?)\\]\\s+#");
    /** Patient, study and accession numbers, addresses, institutions and their devices. */
    private static final Set<String> IDS = Set.of("0010,0020", "0010,1000", "0010,1040", "0010,2154", "0008,0050", "0020,0010", "0008,0080",
            "0008,0081", "0018,1000", "0008,1010");

    @TempDir
    Path folder;

    private CliFixture cli;

    @BeforeEach
    void makeCommandLine() {
        cli = CliFixture.withScripts(folder);
    }

    private static Path realFiles() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null) {
            Path data = at.resolve("../shared/data/dicom/pydicom").normalize();
            if (Files.isDirectory(at.resolve("bundles")) && Files.isDirectory(data)) {
                return data;
            }
            at = at.getParent();
        }
        assumeTrue(false, "skipped: ../shared/data/dicom/pydicom is not there");
        throw new IllegalStateException("not reached");
    }

    private static String dump(Path file) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("dcmdump", "-q", "+L", file.toString()).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "skipped: dcmtk's dcmdump is not installed");
            throw e;
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return text;
    }

    /** Names, numbers, dates and identifiers of instances that dcmtk finds. */
    private static Set<String> identifiers(String dump) {
        Set<String> found = new TreeSet<>();
        Matcher values = VALUE.matcher(dump);
        while (values.find()) {
            String vr = values.group(2);
            String value = values.group(3).strip();
            boolean uid =
                    vr.equals("UI") && !value.startsWith("1.2.840.10008") && !List.of("0002,0012", "0008,010c").contains(values.group(1));
            if (value.length() > 4 && (vr.equals("DA") || uid || vr.equals("PN") || IDS.contains(values.group(1)))) {
                found.add(value);
            } else if (vr.equals("DT") && value.length() >= 8) {
                found.add(value.substring(0, 8));
            }
        }
        return found;
    }

    /** As a whole: new identifiers hold any few digits by chance. */
    private static boolean holds(String text, String identifier) {
        return Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(identifier) + "(?![0-9A-Za-z])").matcher(text).find();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
        }
    }

    @Test
    @Tag("nightly")
    void dcmtkFindsNothingOfTheOriginals() throws IOException, InterruptedException {
        Path source = Files.createDirectories(folder.resolve("Mustermann/Erika"));
        Set<String> identifiers = new TreeSet<>(Set.of("Mustermann", "Erika"));
        for (String name : REAL) {
            Files.copy(realFiles().resolve(name), source.resolve(name));
            identifiers.addAll(identifiers(dump(source.resolve(name))));
        }
        assertThat(identifiers).hasSizeGreaterThan(80);
        // one file gives its manufacturer, which the profile keeps, for its institution
        identifiers.remove("GE MEDICAL SYSTEMS");

        CliRun run =
                cli.run("dataset", "deidentify", "Mustermann", "--out", "clean", "--option", "shifted-dates", "--option", "descriptors",
                        "--option", "structured-content", "--option", "patient", "--key", "key");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("De-identified 14 files of 14 patients:", "no_meta.dcm is no DICOM file");
        for (Path file : files(folder.resolve("clean"))) {
            String text = file + " " + (file.toString().endsWith(".dcm") ? dump(file) : Files.readString(file));
            assertThat(text).doesNotContain("W: ", "E: ");
            assertThat(identifiers.stream().filter(identifier -> holds(text, identifier))).as(file.toString()).isEmpty();
        }
        assertThat(run.out() + run.err()).doesNotContain(identifiers.stream().filter(one -> one.contains("^")).toArray(String[]::new));
        assertThat(cli.logged()).isEmpty();
    }

    @Test
    void whatWouldBeDoneIsShownAndNothingWritten() throws IOException {
        Files.writeString(folder.resolve("records.csv"), "pid,name,age\n17,Mustermann,51\n18,Muster,52\n");
        JsonObject json = cli.run("dataset", "deidentify", "records.csv", "--out", "clean", "--dry-run", "--json").json();
        assertThat(json.get("written").getAsBoolean()).isFalse();
        assertThat(json.get("patients").getAsInt()).isEqualTo(2);
        assertThat(json.getAsJsonArray("actions").toString()).contains("left out", "pseudonym", "kept").doesNotContain("Mustermann");
        assertThat(Files.exists(folder.resolve("clean"))).isFalse();

        CliRun run = cli.run("dataset", "deidentify", "records.csv", "--out", "clean", "--role", "age=text");
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("clean/table.csv"))).matches("pid\n(patient-[0-9a-f]{16}\n){2}");
    }

    @Test
    void whatCantBeIsRefusedInOneSentence() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        assertRefused("Nothing here can be de-identified", "empty", "--out", "clean");
        assertRefused("There is no option 'all' of the confidentiality profile", "empty", "--out", "clean", "--option", "all");
        assertRefused("'1,2' is no rectangle", "empty", "--out", "clean", "--blank", "1,2");
        assertRefused("--role is for a table", "empty", "--out", "clean", "--role", "a=keep");
        assertRefused("There is no role 'secret'", "nowhere", "--out", "clean", "--role", "a=secret");
        assertRefused("tables as CSV or TSV one by one", "empty", "--out", "clean");
        assertRefused("Copies aren't written among the originals", "empty", "--out", "empty/clean");
        assertRefused("There is no such file or folder", "nowhere", "--out", "clean");
        assertThat(files(folder)).isEmpty();
    }

    private void assertRefused(String message, String... arguments) {
        CliRun run = cli.run(Stream.concat(Stream.of("dataset", "deidentify"), Stream.of(arguments)).toArray(String[]::new));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains(message);
    }

    @Test
    void ctrlCLeavesNothing() throws IOException {
        Files.writeString(folder.resolve("records.csv"), "pid,age\n17,51\n18,52\n");
        CliRun run = cli.pressingCtrlC(1).run("dataset", "deidentify", "records.csv", "--out", "clean");
        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(files(folder)).hasSize(1);
    }
}
