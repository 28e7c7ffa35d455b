// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.vesalius.cli.context.ExitCode;

class VesaliusCommandLineTest {

    @TempDir
    Path folder;

    private CliFixture cli;

    @BeforeEach
    void createCommandLine() {
        cli = CliFixture.withScripts(folder);
    }

    @Test
    void helpListsCommandsAndExitCodes() {
        CliRun help = cli.run("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("-data FOLDER", "devices", "dataset", "check", "train", "resume", "evaluate", "predict",
                "Exit codes:", "130");
        for (ExitCode code : ExitCode.values()) {
            assertThat(help.out()).containsPattern("(?m)^  " + code.number() + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"devices", "dataset import images", "dataset import table", "experiment new", "check", "train", "resume",
        "evaluate", "predict"})
    void everyCommandHasHelpWithAnExampleAndItsExitCodes(String command) {
        CliRun help = cli.run((command + " --help").split(" "));

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("--json", "Example", "Exit codes:", "vesalius " + command);
        assertThat(help.err()).isEmpty();
    }

    @Test
    void helpOfTheExportListsTheFormatsAndItsExamplesUseThem() {
        String help = cli.run("network", "export", "--help").out();

        assertThat(help.replaceAll("\\s+", " ")).contains(
                "One of: keras-h5, keras, keras-json, keras-python, onnx, pytorch.");
        assertThat(Pattern.compile("export \\S+ --format (\\S+)").matcher(help).results().map(found -> found.group(1)))
                .containsExactly("keras-python", "onnx");
    }

    /** Names of the chest images of Kermany et al. */
    @ParameterizedTest
    @CsvSource({"train/NORMAL/NORMAL2-IM-0383-0001.jpeg,train/NORMAL2-IM-0383",
        "test/NORMAL/IM-0001-0001.jpeg,test/IM-0001", "train/PNEUMONIA/person7_bacteria_29.jpeg,train/person7"})
    void thePatternInTheHelpOfTheImportFindsThePatients(String path, String patient) {
        String help = cli.run("dataset", "import", "images", "--help").out();
        Matcher example = Pattern.compile("--patient '(.*)'").matcher(help);
        assertThat(example.find()).isTrue();

        Matcher found = Pattern.compile(example.group(1)).matcher(path);

        assertThat(found.find()).isTrue();
        assertThat(found.group(1) + "/" + found.group(2)).isEqualTo(patient);
    }

    @Test
    void tellsItsVersion() {
        assertThat(cli.run("--version").out()).startsWith("Vesalius 1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dataset", "dataset import", "train", "train --nonsense x", "frobnicate",
        "evaluate run --subset half", "train x --epochs 0", "train x --epochs many", "predict run --out o.csv"})
    void aWrongCommandLineIsOneErrorWithExitCode2(String arguments) {
        CliRun run = cli.run(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void listsDevicesWithTheReasonOfThoseThatCannotBeUsed() {
        CliRun run = cli.run("devices");

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).containsExactly("ENGINE  DEVICE  USABLE  NAME          REASON",
                "fake    cpu     yes     CPU, 2 cores",
                "fake    gpu     no      Old card      compute capability 2.0 is too low");
    }

    @Test
    void saysWhatToDoWhenTheMemoryRunsOut() {
        cli = CliFixture.failingWith(folder, () -> new OutOfMemoryError("Java heap space"));

        CliRun run = cli.run("train", "x.experiment");

        assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT.number());
        assertThat(run.err()).contains("error: The memory ran out", "remedy: Raise -Xmx");
    }

    @Test
    void callsADamagedInstallationAFaultAndLogsIt() {
        cli = CliFixture.failingWith(folder, () -> new NoClassDefFoundError("org/vesalius/Gone"));

        assertThat(cli.run("train", "x.experiment").exitCode()).isEqualTo(ExitCode.INTERNAL.number());
        assertThat(cli.logged()).singleElement()
                .hasToString("java.lang.NoClassDefFoundError: org/vesalius/Gone");
    }

    @Test
    void listsDevicesAsJson() {
        CliRun run = cli.run("devices", "--json");

        assertThat(run.json().getAsJsonArray("devices")).hasSize(2);
        assertThat(run.json().getAsJsonArray("devices").get(1).getAsJsonObject().get("usable").getAsBoolean())
                .isFalse();
    }
}
