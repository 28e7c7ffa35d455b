// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong values and files of the wrong kind are refused in the user's words, for people and for programs. */
class WrongValuesTest {
    private static final String JAVAS_WORDS = "(?s).*(Exception|\\b(int|Integer|Long|long|double|Double|java|null)\\b).*";

    @TempDir
    Path folder;

    private CliFixture cli;

    @BeforeEach
    void createCommandLine() {
        cli = CliFixture.withScripts(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "train x --epochs many          | 'many' is no whole number",
        "train x --epochs 1.5           | '1.5' is no whole number",
        "train x --epochs -3            | --epochs must be at least 1",
        "train x --epochs 99999999999   | '99999999999' is too large a number",
        "train x --seed 1e99            | '1e99' is no whole number",
        "train x --seed 9999999999999999999999 | is too large a number",
        "train x --epochs               | --epochs",
        "network summary x --batch 0    | --batch must be at least 1",
        "network summary x --batch two  | 'two' is no whole number",
        "network render x --png p --scale 1,5 | '1,5' is no number; decimals follow a point, as in 1.5",
        "evaluate x --subset half         | 'half' is no subset; take train, validation or test",
        "resume x y                     | This is too much: 'y'",
        "frobnicate x                   | There is no command 'frobnicate'",
        "network frobnicate             | There is no command 'frobnicate'",
        "resume x --nonsense            | Unknown option: '--nonsense'",
        "network render x --png a --svg b | mutually exclusive"})
    void wrongValuesAreRefusedInTheUsersWords(String command, String words) {
        CliRun text = cli.run(command.split(" "));
        CliRun json = cli.run((command + " --json").split(" "));

        assertThat(text.exitCode()).isEqualTo(2);
        assertThat(text.errors()).isEqualTo(1);
        assertThat(text.err()).contains(words).doesNotMatch(JAVAS_WORDS);
        assertThat(text.out()).isEmpty();
        assertThat(json.exitCode()).isEqualTo(2);
        assertThat(json.json().getAsJsonObject("error").get("message").getAsString()).contains(words);
    }

    @Test
    void aWrongCommandLineIsJsonTooWhereJsonIsWanted() {
        CliRun run = cli.run("train", "x", "--json", "--epochs", "many");

        assertThat(run.exitCode()).isEqualTo(2);
        JsonObject error = run.json().getAsJsonObject("error");
        assertThat(error.get("kind").getAsString()).isEqualTo("USAGE");
        assertThat(error.get("message").getAsString()).contains("'many' is no whole number");
        assertThat(cli.run("train", "--json").json().has("error")).isTrue();
    }

    @Test
    void aFolderIsNoExperiment() throws IOException {
        String script = cli.script("finish");

        CliRun run = cli.run("train", ".");

        assertRefused(run, "This is a folder, no experiment", script);
        String trained = cli.run("train", script).lastLine();
        assertRefused(cli.run("train", trained), "This is the folder of a run, no experiment", "vesalius resume");
    }

    @Test
    void whatIsNoRunIsNamedAsWhatItIs() throws IOException {
        Files.writeString(folder.resolve("a.network"), "");
        String run = cli.run("train", cli.script("finish")).lastLine();

        for (String command : new String[] {"evaluate", "resume", "predict"}) {
            String[] more = command.equals("predict") ? new String[] {"i.png", "--out", "o.csv"} : new String[0];
            assertRefused(on(command, "a.network", more), "This is a file, no run", "the folder of a run");
            assertRefused(on(command, "absent", more), "There is no such folder", "the folder of a run");
            assertRefused(on(command, "runs", more), "This folder is no run", Path.of(run).getFileName().toString());
        }
    }

    @Test
    void theOthersAreCheckedToo() {
        cli.run("network", "new", "--template", "mlp");

        CliRun text = cli.run("check", "absent.network", ".", "mlp.network");
        CliRun json = cli.run("check", "--json", "absent.network", "mlp.network");

        assertThat(text.exitCode()).isEqualTo(3);
        assertThat(text.out()).contains("absent.network: 1 error", "There is no such file", ".: 1 error",
                "mlp.network: no ");
        assertThat(json.exitCode()).isEqualTo(3);
        assertThat(json.json().getAsJsonArray("files")).hasSize(2);
        assertThat(json.json().get("errors").getAsInt()).isEqualTo(1);
    }

    @Test
    void imagesThatCantBeReadComeWithTheirReasons() throws IOException {
        String run = cli.run("train", cli.script("finish")).lastLine();

        CliRun text = cli.run("predict", run, "a.png", "b.png", "--out", "out.csv");
        CliRun json = cli.run("predict", run, "a.png", "b.png", "--out", "out.csv", "--json");
        CliRun one = cli.run("predict", run, "a.png", "--out", "out.csv");

        assertThat(text.exitCode()).isEqualTo(3);
        assertThat(text.err()).contains("warning: Some are deep.", "error: 1 of 3 files can't be used",
                "where: " + folder.resolve("b.png") + " is empty", "remedy: ");
        assertThat(text.out()).contains("predicted by the model of epoch 2:");
        assertThat(json.json().getAsJsonArray("unreadable").get(0).getAsJsonObject().get("reason").getAsString())
                .isEqualTo("is empty");
        assertThat(one.out()).startsWith("1 file predicted by the model of epoch 2:");
    }

    @Test
    void theModelThatWasMeasuredIsNamed() throws IOException {
        String run = cli.run("train", cli.script("finish")).lastLine();

        assertThat(cli.run("evaluate", run).out()).startsWith("model of epoch 2");
        assertThat(cli.run("evaluate", run, "--json").json().get("epoch").getAsInt()).isEqualTo(2);
    }

    @Test
    void whatWritesAFileNamesItAsJson() {
        CliRun created = cli.run("network", "new", "--template", "mlp", "--json");

        assertThat(created.json().get("file").getAsString()).isEqualTo(folder.resolve("mlp.network").toString());
        assertThat(cli.run("network", "layout", "mlp.network", "--json").json().has("file")).isTrue();
        assertThat(cli.run("network", "render", "mlp.network", "--svg", "a.svg", "--json").json().has("file")).isTrue();
        assertThat(cli.run("network", "new", "--json").json().has("mlp")).isTrue();
    }

    private CliRun on(String command, String path, String... more) {
        return cli.run(Stream.concat(Stream.of(command, path), Stream.of(more)).toArray(String[]::new));
    }

    private static void assertRefused(CliRun run, String message, String remedy) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.errors()).isEqualTo(1);
        assertThat(run.err()).contains("error: " + message, remedy);
    }
}
