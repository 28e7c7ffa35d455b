// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.io.DatasetFiles;

class SplitCommandTest {
    private static final String COLUMNS = """
            {"format": 2, "name": "Scans", "root": ".", "columns": [
              {"name": "scan", "type": "image", "role": "input", "reader": "image"},
              {"name": "finding", "type": "category", "role": "label", "categories": ["no", "yes"]},
              {"name": "patient", "type": "text", "role": "patient"},
              {"name": "site", "type": "text", "role": "site"}]}
            """;

    @TempDir
    private Path folder;
    private CliFixture cli;

    /** Two scans of each of 20 patients; scan 3, of the second patient, is stored for the tenth once more. */
    @BeforeEach
    void writeTheDataSet() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("dataset.json"), COLUMNS);
        StringBuilder samples = new StringBuilder("sample,scan,finding,patient,site\n");
        Random random = new Random(1);
        for (int i = 0; i < 40; i++) {
            BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
            for (int pixel = 0; pixel < 256; pixel++) {
                image.getRaster().setSample(pixel % 16, pixel / 16, 0, random.nextInt(256));
            }
            ImageIO.write(image, "png", data.resolve(i + ".png").toFile());
            int patient = i / 2;
            samples.append("s" + i + "," + (i == 18 ? 3 : i) + ".png," + (patient % 2 == 0 ? "no" : "yes") + ",p" + patient + ","
                    + (patient % 4 < 2 ? "Bern" : "Oslo") + "\n");
        }
        Files.writeString(data.resolve("samples.csv"), samples);
        cli = CliFixture.withExperiments(folder);
    }

    @Test
    void dividesAndProves() throws IOException {
        CliRun run = cli.run("dataset", "split", "data", "--split", "60/20/20", "--stratify", "finding,site", "--seed", "7", "--proof");

        assertThat(run.exitCode()).as(run.err()).isZero();
        // 12, 4 and 4 patients, half of each with the finding and half of each of Oslo
        assertThat(run.out()).contains("finding: 12 no, 12 yes; site: 12 Bern, 12 Oslo", "finding: 4 no, 4 yes; site: 4 Bern, 4 Oslo",
                "Patients in two of them: 0", "Images that show the same in two of them: ");
        assertThat(new DatasetFiles().load(folder.resolve("data")).samples(Subset.TEST)).hasSize(8);
        assertThat(Files.readString(folder.resolve("data/journal.jsonl"))).contains("\"kind\":\"split\"", "\"rule\":\"parts\"",
                "\"seed\":7");
        JsonObject shown = cli.run("dataset", "split", "data", "--proof", "--json").json();
        assertThat(shown.getAsJsonObject("split").get("seed").getAsInt()).isEqualTo(7);
        assertThat(shown.getAsJsonArray("columns")).hasSize(1);
        assertThat(Files.readAllLines(folder.resolve("data/journal.jsonl"))).hasSize(1);
    }

    @Test
    void aListDividesToo() throws IOException {
        StringBuilder list = new StringBuilder("patient,part\n");
        for (int patient = 0; patient < 20; patient++) {
            list.append("p" + patient + "," + (patient == 9 ? "test" : patient == 8 ? "validation" : "train") + "\n");
        }
        Files.writeString(folder.resolve("list.csv"), list);

        CliRun run = cli.run("dataset", "split", "data", "--parts", "list.csv", "--proof", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonObject column = run.json().getAsJsonArray("columns").get(0).getAsJsonObject();
        assertThat(column.getAsJsonArray("parts")).extracting(part -> part.getAsJsonObject().get("samples").getAsInt())
                .containsExactly(36, 2, 2);
        assertThat(column.getAsJsonArray("alikeInTwo").toString())
                .isEqualTo("[{\"first\":\"s3\",\"second\":\"s18\",\"exact\":true}]");
    }

    /** Scans 0 and 1 are of one patient. */
    @Test
    void aListThatDividesAPatientChangesNothing() throws IOException {
        String before = Files.readString(folder.resolve("data/samples.csv"));
        Files.writeString(folder.resolve("list.csv"), list("file,part\n", i -> i + ".png," + (i == 1 ? "test" : "train")));

        CliRun run = cli.run("dataset", "split", "data", "--parts", "list.csv");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("The same patient stands in two subsets: s0 (train) and s1 (test).")
                .doesNotContain("p0");
        assertThat(folder.resolve("data/samples.csv")).hasContent(before);
    }

    @Test
    void aListMayNameSamplesByTheirIds() throws IOException {
        Files.writeString(folder.resolve("list.csv"), list("sample,part\n", i -> "s" + i + "," + (i < 4 ? "test" : "train")));

        CliRun run = cli.run("dataset", "split", "data", "--parts", "list.csv");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(new DatasetFiles().load(folder.resolve("data")).samples(Subset.TEST)).extracting(Sample::id)
                .containsExactly("s0", "s1", "s2", "s3");
    }

    /** Scan 0 is stored three times: once in no fold, and for the tenth and the eleventh patient in two folds. */
    @Test
    void copiesOfAnImageInNoFoldAreFoundInTwo() throws IOException {
        Path samples = folder.resolve("data/samples.csv");
        Files.writeString(samples, Files.readString(samples).replace("s18,3.png", "s18,0.png").replace("s20,20.png", "s20,0.png"));
        Files.writeString(folder.resolve("list.csv"), list("patient,fold\n", i -> i < 2 ? "" : "p" + i / 2 + "," + (i < 20 ? 1 : 2)));

        CliRun run = cli.run("dataset", "split", "data", "--folds", "list.csv", "--proof", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().getAsJsonArray("columns").get(1).getAsJsonObject().getAsJsonArray("alikeInTwo").toString())
                .isEqualTo("[{\"first\":\"s18\",\"second\":\"s20\",\"exact\":true}]");
    }

    @Test
    void tablesHaveNoImagesToLookAt() throws IOException {
        Path manifest = folder.resolve("data/dataset.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"image\", \"role\": \"input\", \"reader\": \"image\"",
                "\"text\", \"role\": \"none\""));

        assertThat(cli.run("dataset", "split", "data", "--split", "70/15/15", "--proof").out())
                .contains("Images that show the same in two of them: nobody looked, for the data set has none.");
        assertThat(cli.run("dataset", "split", "data", "--proof", "--json").out()).doesNotContain("alikeInTwo");
    }

    private static String list(String heading, IntFunction<String> line) {
        return heading + IntStream.range(0, 40).mapToObj(line).collect(Collectors.joining("\n"));
    }

    @Test
    void foldsLeaveTheTestPartOut() throws IOException {
        CliRun run = cli.run("dataset", "split", "data", "--folds", "4", "--repeats", "2", "--split", "80/0/20", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<JsonElement> columns = run.json().getAsJsonArray("columns").asList();
        assertThat(columns).extracting(column -> column.getAsJsonObject().get("column").getAsString())
                .containsExactly("part", "fold", "fold 2");
        assertThat(columns.get(1).getAsJsonObject().getAsJsonArray("parts")).hasSize(4)
                .extracting(part -> part.getAsJsonObject().get("patients").getAsInt()).containsOnly(4);
        CliRun sites = cli.run("dataset", "split", "data", "--leave-out", "site", "--json");
        assertThat(sites.json().getAsJsonArray("columns").get(1).getAsJsonObject().getAsJsonArray("parts"))
                .extracting(part -> part.getAsJsonObject().get("name").getAsString()).containsExactly("Bern", "Oslo");
    }

    @Test
    void whatWasOpenedIsTold() throws IOException {
        Files.writeString(folder.resolve("data/journal.jsonl"), "{\"kind\":\"opening\",\"at\":\"2026-01-01T00:00:00Z\"}\n");

        assertThat(cli.run("dataset", "split", "data", "--seed", "3").err()).contains("had been opened 1 time:");
    }

    @Test
    void ctrlCChangesNothing() throws IOException {
        String before = Files.readString(folder.resolve("data/samples.csv"));

        CliRun run = cli.pressingCtrlC(1).run("dataset", "split", "data", "--split", "70/15/15");

        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(folder.resolve("data/samples.csv")).hasContent(before);
        assertThat(folder.resolve("data/journal.jsonl")).doesNotExist();
    }

    @Test
    void whatContradictsItselfIsRefused() throws IOException {
        assertThat(cli.run("dataset", "split", "data").exitCode()).isEqualTo(2);
        assertThat(cli.run("dataset", "split", "data", "--folds", "4", "--split", "70/15/15").exitCode()).isEqualTo(2);
        assertThat(cli.run("dataset", "split", "data", "--folds", "1").exitCode()).isEqualTo(2);
        assertThat(cli.run("dataset", "split", "data", "--folds", "4", "--leave-out", "site").exitCode()).isEqualTo(2);
        assertThat(cli.run("dataset", "split", "data", "--leave-out", "site", "--seed", "1").exitCode()).isEqualTo(2);
        assertThat(cli.run("dataset", "split", "data", "--proof", "--repeats", "2").exitCode()).isEqualTo(2);
        CliRun patients = cli.run("dataset", "split", "data", "--leave-out", "patient");
        assertThat(patients.exitCode()).isEqualTo(3);
        assertThat(patients.err()).contains("Column 'patient' tells patients").doesNotContain("p1");
    }
}
