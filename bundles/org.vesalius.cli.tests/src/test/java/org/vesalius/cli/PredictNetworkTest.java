// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What 'network predict' hands to the worker, says, and refuses beforehand. */
class PredictNetworkTest {
    @TempDir
    Path folder;

    private CliFixture cli;

    @BeforeEach
    void createNetwork() throws IOException {
        cli = CliFixture.withExperiments(folder);
        assertThat(cli.run("network", "new", "--template", "mlp").exitCode()).isZero();
        Files.writeString(folder.resolve("a.csv"), "1\n");
        Files.writeString(folder.resolve("x=a.csv"), "1\n");
        Files.writeString(folder.resolve("b.npz"), "");
    }

    @Test
    void saysWhatWentInAndCameOut() {
        CliRun run = predict("mlp.network", "a.csv", "y=b.npz", "--out", "out.npz");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines()).containsExactly("input x: 4", "output y: 1", "weights none", "2 samples computed:",
                folder.resolve("out.npz").toString());
        assertThat(predict("mlp.network", "x=a.csv", "--out", "o.csv", "--json").json().get("samples").getAsInt())
                .isEqualTo(1);
    }

    @Test
    void anotherToolsModelIsImportedForThisOnce() throws IOException {
        cli.run("network", "export", "mlp.network", "--format", "keras-json", "--out", "model.json");

        CliRun run = predict("model.json", "a.csv", "--out", "out.npz");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines().get(0)).startsWith("Keras").contains("0 unknown");
        assertThat(folder.resolve("model.network")).doesNotExist();
    }

    @Test
    void aFolderThatAKilledCommandLeftIsRemovedADayLater() throws IOException {
        cli.run("network", "export", "mlp.network", "--format", "keras-json", "--out", "model.json");
        Path left = Files.createTempDirectory("vesalius-model");
        Files.writeString(left.resolve("model.network"), "");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path recent = Files.createTempDirectory("vesalius-model");

        assertThat(predict("model.json", "a.csv", "--out", "out.npz").exitCode()).isZero();

        assertThat(left).doesNotExist();
        assertThat(recent).exists();
        Files.delete(recent);
    }

    /** Keras leaves masked steps out of a mean over a sequence; Vesalius counts them. */
    @Test
    void layersThatAreNotExactAreNamedWithTheReason() throws IOException {
        Files.writeString(folder.resolve("masked.json"), """
                {"class_name": "Sequential", "keras_version": "2.11.0", "backend": "tensorflow", "config": {"name": "s",
                 "layers": [
                  {"class_name": "Masking", "config": {"name": "m", "batch_input_shape": [null, 5, 4], "mask_value": 0.0}},
                  {"class_name": "SimpleRNN", "config": {"name": "r", "units": 3, "return_sequences": true}},
                  {"class_name": "GlobalAveragePooling1D", "config": {"name": "mean"}}]}}
                """);
        List<String> imported = cli.run("network", "import", "masked.json").lines();

        List<String> lines = predict("masked.json", "a.csv", "--out", "out.npz").lines();

        assertThat(lines.get(0)).startsWith("Keras 2.11.0: ").contains("1 approximated");
        assertThat(lines.get(1)).startsWith("mean (GlobalAveragePooling1D): approximated: ")
                .contains("masked steps count here").isIn(imported);
        assertThat(lines).noneMatch(line -> line.startsWith("r (SimpleRNN)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "3 | There is no such file     | absent.network a.csv --out o.csv",
        "3 | There is no such file     | absent.onnx a.csv --out o.csv",
        "3 | This is a folder          | . a.csv --out o.csv",
        "3 | There is no such file     | mlp.network absent.csv --out o.csv",
        "3 | This is a folder          | mlp.network . --out o.csv",
        "3 | .csv or .npz              | mlp.network a.csv --out o.txt",
        "3 | read and replaced         | mlp.network a.csv --out a.csv",
        "2 | --batch must be           | mlp.network a.csv --out o.csv --batch 0",
        "2 | is no number or fraction  | mlp.network a.csv --out o.csv --scale 1/0",
        "2 | is no number or fraction  | mlp.network a.csv --out o.csv --scale much",
        "5 | abacus                    | mlp.network a.csv --out o.csv --engine abacus",
        "2 | INPUT                     | mlp.network --out o.csv"})
    void whatCannotBeDoneIsRefused(int exitCode, String words, String arguments) {
        CliRun run = predict(arguments.split(" "));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.errors()).isEqualTo(1);
        assertThat(run.err()).contains(words, "remedy: ");
        assertThat(run.out()).isEmpty();
    }

    private CliRun predict(String... arguments) {
        Stream<String> engine = Stream.of(arguments).anyMatch("--engine"::equals) ? Stream.empty()
                : Stream.of("--engine", "fake");
        return cli.run(Stream.of(Stream.of("network", "predict"), Stream.of(arguments), engine)
                .flatMap(each -> each).toArray(String[]::new));
    }
}
