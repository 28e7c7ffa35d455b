// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.phantom.stated.StatedFigures;

/** Commands after each other, on real workers. */
@Tag("nightly")
class EndToEndTest {
    private static final String NETWORK = """
            <?xml version="1.0" encoding="UTF-8"?>
            <network:Network xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:network="http://vesalius.org/network/1.0" name="n">
              <layers xsi:type="network:Input" id="record" name="record" shape="features:1"/>
              <layers xsi:type="network:Dense" id="unit" name="unit" units="1" activation="sigmoid"/>
              <layers xsi:type="network:Output" id="finding" name="finding"/>
              <connections source="record" target="unit"/>
              <connections source="unit" target="finding"/>
            </network:Network>
            """;
    private static final String EXPERIMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <experiment:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:experiment="http://vesalius.org/experiment/1.0" name="trial" network="n.network" dataset="data">
              <bindings layer="record" column="age"/>
              <bindings layer="finding" column="sick"/>
              <training epochs="2" batchSize="4" threads="1">
                <optimizer xsi:type="experiment:Adam"/>
              </training>
            </experiment:Experiment>
            """;
    private static final String RECORDS = """
            {"format": 1, "name": "Records", "root": ".", "columns": [
              {"name": "age", "type": "number", "role": "input"},
              {"name": "sick", "type": "category", "role": "label", "categories": ["no", "yes"]},
              {"name": "site", "type": "text", "role": "site"}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void theFoldsOfACrossValidation() throws IOException {
        write("n.network", NETWORK);
        write("trial.experiment", EXPERIMENT);
        write("data/dataset.json", RECORDS);
        StringBuilder samples = new StringBuilder("sample,age,sick,site\n");
        for (int i = 0; i < 24; i++) {
            samples.append("s%s,%s,%s,%s%n".formatted(i, 0.1 * (i * 7 % 24), i % 3 == 0 ? "yes" : "no", "abc".charAt(i / 8)));
        }
        write("data/samples.csv", samples.toString());
        CliFixture cli = CliFixture.withWorkers(folder);

        CliRun train = cli.run("train", "trial.experiment", "--folds", "--fold-column", "site", "--json");

        assertThat(train.exitCode()).as(train.err()).isZero();
        List<String> runs = train.json().getAsJsonArray("runs").asList().stream().map(JsonElement::getAsJsonObject)
                .map(run -> run.get("run").getAsString()).toList();
        assertThat(runs).hasSize(3);
        CliRun evaluate = cli.run(Stream.concat(Stream.of("evaluate", "--json"), runs.stream()).toArray(String[]::new));
        assertThat(evaluate.exitCode()).as(evaluate.err()).isZero();
        JsonObject pooled = evaluate.json();
        assertThat(pooled).isEqualTo(train.json().getAsJsonObject("pooled"));
        assertThat(pooled.get("n").getAsInt()).isEqualTo(24);
        assertThat(pooled.get("auc").getAsDouble()).isCloseTo(auc(runs), within(1e-9));
        assertThat(pooled.getAsJsonObject("folds").get("count").getAsInt()).isEqualTo(3);
        // 16 of 24 are well
        assertThat(pooled.getAsJsonObject("baseline").get("accuracy").getAsDouble()).isCloseTo(2 / 3.0, within(1e-12));
        CliRun text = cli.run(Stream.concat(Stream.of("evaluate"), runs.stream()).toArray(String[]::new));
        assertThat(text.out()).contains("(baseline 0.6667)", "(n = 24: 16 no, 8 yes)", "mean of 3 folds: ");
    }

    /** The steps of twelve nights of the example, told by a network of one epoch. */
    @Test
    void theStepsOfSequencesArePredictedAsInTheRun() throws IOException {
        Path example = StatedFigures.examples().resolve("sleep-stages");
        for (String name : List.of("reference-rnn.network", "sleep-stages.experiment", "data/dataset.json")) {
            write(name, Files.readString(example.resolve(name)));
        }
        List<String> nights = Files.readAllLines(example.resolve("data/samples.csv")).subList(0, 25);
        write("data/samples.csv", String.join("\n", nights) + "\n");
        CliFixture cli = CliFixture.withWorkers(folder);
        CliRun train = cli.run("train", "sleep-stages.experiment", "--epochs", "1");
        assertThat(train.exitCode()).as(train.err()).isZero();

        Path out = folder.resolve("predicted.csv");
        CliRun predict = cli.run("predict", train.lastLine(), "--data", "data", "--out", out.toString());

        assertThat(predict.exitCode()).as(predict.err()).isZero();
        List<String> predicted = Files.readAllLines(out);
        assertThat(predicted).hasSameSizeAs(nights);
        List<String> kept = Files.readAllLines(new RunFolder(Path.of(train.lastLine())).predictions());
        assertThat(kept).hasSizeGreaterThan(2);
        int decision = List.of(predicted.get(0).split(",")).indexOf("decision");
        int keptDecision = List.of(kept.get(0).split(",")).indexOf("decision");
        for (String row : kept.subList(1, kept.size())) {
            String[] cells = row.split(",", -1);
            assertThat(cells[keptDecision].split("\\|")).hasSizeGreaterThan(1).isSubsetOf("WAKE", "N1", "N2", "N3", "REM");
            assertThat(predicted).filteredOn(other -> other.startsWith(cells[0] + ",")).singleElement()
                    .satisfies(other -> assertThat(other.split(",", -1)[decision]).isEqualTo(cells[keptDecision]));
        }
    }

    /** Of the pairs of one who is sick and one who isn't, the share in which the first has the higher score. */
    private static double auc(List<String> runs) throws IOException {
        List<Double> sick = new ArrayList<>();
        List<Double> well = new ArrayList<>();
        for (String run : runs) {
            List<String> lines = Files.readAllLines(new RunFolder(Path.of(run)).predictions());
            assertThat(lines.get(0)).startsWith("sample,part,label,score:yes,");
            lines.stream().map(line -> line.split(",")).filter(cells -> cells[1].equals("test"))
                    .forEach(cells -> (cells[2].equals("yes") ? sick : well).add(Double.valueOf(cells[3])));
        }
        assertThat(sick).hasSize(8);
        assertThat(well).hasSize(16);
        return sick.stream().flatMapToDouble(one -> well.stream()
                .mapToDouble(other -> one > other ? 1 : one.equals(other) ? .5 : 0)).average().orElseThrow();
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
