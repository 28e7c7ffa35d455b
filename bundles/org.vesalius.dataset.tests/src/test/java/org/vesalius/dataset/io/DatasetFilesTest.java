// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.Sample;

class DatasetFilesTest {
    private static final String MANIFEST = """
            {"format": 1, "name": "Test", "root": "images", "columns": [
              {"name": "image", "type": "image", "role": "input", "reader": "image", "options": {"scale": 2}},
              {"name": "class", "type": "category", "role": "label", "categories": ["no", "yes"]},
              {"name": "age", "type": "number"},
              {"name": "patient", "type": "text", "role": "patient"},
              {"name": "part", "type": "text", "role": "part"}]}
            """;
    private static final String HEADINGS = "sample,image,class,age,patient,part\n";

    private final DatasetFiles files = new DatasetFiles();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeGood() throws IOException {
        write(MANIFEST, HEADINGS + "s1,a.png,no,41.5,p1,train\ns2,\"b,c.png\",yes,,p2,test\n");
    }

    private void write(String manifest, String samples) throws IOException {
        Files.writeString(folder.resolve("dataset.json"), manifest);
        Files.writeString(folder.resolve("samples.csv"), samples);
    }

    @Test
    void loads() {
        Dataset dataset = files.load(folder);

        assertThat(dataset.name()).isEqualTo("Test");
        assertThat(dataset.root()).isEqualTo(folder.resolve("images"));
        assertThat(dataset.column("image").orElseThrow().options()).containsEntry("scale", "2");
        assertThat(dataset.first(ColumnRole.LABEL).orElseThrow().categories()).containsExactly("no", "yes");
        assertThat(dataset.samples(Subset.TEST)).extracting(Sample::id).containsExactly("s2");
        assertThat(dataset.samples().get(1).value("image")).isEqualTo("b,c.png");
        assertThat(dataset.subset(dataset.samples().get(0))).contains(Subset.TRAIN);
        assertThat(files.load(folder.resolve("dataset.json"))).isEqualTo(dataset);
    }

    @Test
    void tablesWithOtherSeparatorsAndEncodingsSaySo() throws IOException {
        String table = HEADINGS + "s1,a.png,no,1,p1,train\n";

        write(MANIFEST, table.replace(',', ';'));
        assertThatThrownBy(() -> files.load(folder)).hasMessageContaining("separated by semicolons, not by commas");
        write(MANIFEST, table.replace(',', '\t'));
        assertThatThrownBy(() -> files.load(folder)).hasMessageContaining("separated by tabs, not by commas");
        for (Charset utf16 : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            Files.write(folder.resolve("samples.csv"), table.getBytes(utf16));
            assertThatThrownBy(() -> files.load(folder)).hasMessageContaining("written in UTF-16");
        }
        write(MANIFEST, "\uFEFF" + table);
        assertThat(files.load(folder).samples()).extracting(Sample::id).containsExactly("s1");
    }

    @Test
    void aRootThatIsNoPathIsRefused() throws IOException {
        write(MANIFEST.replace("\"images\"", "\"a\\u0000b\""), Files.readString(folder.resolve("samples.csv")));

        assertThatThrownBy(() -> files.load(folder)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("'root' is no path");
    }

    @Test
    void aTableOfMoreValuesThanMemoryHoldsIsRefused() {
        Path table = folder.resolve("samples.csv");
        List<Column> columns = files.load(folder).columns();

        assertThat(new SampleTableReader(table, columns, 10).read().samples()).hasSize(2);
        assertThatThrownBy(() -> new SampleTableReader(table, columns, 9).read())
                .isInstanceOf(ReportedException.class).hasMessageContaining("more than 9 values");
    }

    @Test
    void columnsAreToldWithoutTheSamples() throws IOException {
        List<Column> columns = files.load(folder).columns();
        Files.delete(folder.resolve("samples.csv"));

        assertThat(files.columns(folder)).isEqualTo(columns);
    }

    @Test
    void savesWhatItLoads() throws IOException {
        Dataset dataset = files.load(folder);
        Path copy = folder.resolve("copy");

        files.save(dataset.movedTo(copy));

        assertThat(files.load(copy)).isEqualTo(dataset.movedTo(copy));
        assertThat(Files.readString(copy.resolve("samples.csv")))
                .isEqualTo(Files.readString(folder.resolve("samples.csv")));
        files.save(dataset);
        assertThat(files.load(folder)).isEqualTo(dataset);
    }

    @Test
    void oddTextsSurvive() {
        List<Column> columns = List.of(Column.text("note", ColumnRole.NONE));
        List<Sample> samples = List.of(new Sample("s1", Map.of("note", "two\nlines, a \"quote\" and ümläut ☃")),
                new Sample("s2", Map.of("note", "")));
        Dataset dataset = new Dataset(folder.resolve("odd"), "ödd", folder, columns, samples);

        files.save(dataset);

        assertThat(files.load(folder.resolve("odd"))).isEqualTo(dataset);
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws IOException {
        write('\uFEFF' + MANIFEST, '\uFEFF' + HEADINGS + "s1,a.png,no,1,p1,train\n");

        assertThat(files.load(folder).samples()).hasSize(1);
    }

    @Test
    void aPatientInTwoSubsetsIsRefusedByPlaceNotByName() throws IOException {
        write(MANIFEST, HEADINGS + "s1,a.png,no,1,Smith,train\ns2,b.png,no,1,Jones,train\ns3,c.png,no,1,Smith,test\n");

        assertThatThrownBy(() -> files.load(folder)).isInstanceOf(ReportedException.class)
                .hasMessageContainingAll("line 2 (train)", "line 4 (test)").message().doesNotContain("Smith");
        assertThatThrownBy(() -> new Dataset(folder, "x", folder, files(MANIFEST).columns(), List.of(
                new Sample("s1", Map.of("patient", "p", "part", "train")),
                new Sample("s2", Map.of("patient", "p", "part", "validation")))))
                .isInstanceOf(ReportedException.class).hasMessageContainingAll("s1 (train)", "s2 (validation)");
    }

    private Manifest files(String manifest) throws IOException {
        Path file = Files.writeString(folder.resolve("other.json"), manifest);
        return new ManifestReader(file).read();
    }

    @Test
    void wrongRowsAreToldWithTheirLine() throws IOException {
        assertWrongRow("s1,a.png,no,1,p1\n", "Line 2", "5 values for 6 columns");
        assertWrongRow("s1,a.png,no,1,p1,train\ns1,b.png,no,1,p1,train\n", "Line 3", "earlier sample 's1'");
        assertWrongRow("s1,a.png,maybe,1,p1,train\n", "Line 2", "'class' holds something that is none");
        assertWrongRow("s1,a.png,no,old,p1,train\n", "Line 2", "'age' holds something that is no number");
        assertWrongRow("s1,a.png,no,1,p1,exam\n", "Line 2", "'part' holds something that is no subset");
        assertWrongRow(" ,a.png,no,1,p1,train\n", "Line 2", "no id");
        assertWrongRow("s1,\"a.png,no,1,p1,train\n", "damaged");
        assertWrongRow("", "no sample");
    }

    @Test
    void pathsDontLeaveTheRoot() throws IOException {
        assertWrongRow("s1,../secret.png,no,1,p1,train\n", "Line 2", "leads out");
        assertWrongRow("s1,a/../../secret.png,no,1,p1,train\n", "Line 2", "leads out");
        assertWrongRow("s1,/etc/passwd,no,1,p1,train\n", "Line 2", "leads out");
    }

    private void assertWrongRow(String rows, String... told) throws IOException {
        write(MANIFEST, HEADINGS + rows);
        assertWrong("samples.csv", told);
    }

    @Test
    void wrongHeadings() throws IOException {
        write(MANIFEST, "sample,image,class,age,patient\ns1,a.png,no,1,p1\n");

        assertWrong("samples.csv", "Line 1", "headings");
    }

    @Test
    void notUtf8() throws IOException {
        Files.write(folder.resolve("samples.csv"), (HEADINGS + "s1,ä.png,no,1,p1,train\n")
                .getBytes(StandardCharsets.ISO_8859_1));

        assertWrong("samples.csv", "can't be read");
    }

    @Test
    void wrongManifests() throws IOException {
        assertWrongManifest("{\"format\": 1, \"columns\": [", "not valid JSON", "line 1");
        assertWrongManifest("{} {}", "not valid JSON");
        assertWrongManifest("[]", "not a JSON object");
        assertWrongManifest("", "not valid JSON");
        assertWrongManifest("{}", "format is missing");
        assertWrongManifest("{\"format\": 7}", "format is 7");
        assertWrongManifest("{\"format\": 1, \"columns\": []}", "'columns' is missing or empty");
        assertWrongManifest("{\"format\": 1, \"columns\": [{\"name\": \"\"}]}", "has no name");
        assertWrongManifest("{\"format\": 1, \"columns\": [{\"name\": \"a\", \"type\": \"film\"}]}", "type is 'film'");
        assertWrongManifest("{\"format\": 1, \"columns\": [{\"name\": [1]}]}", "'name' is not a text");
        assertWrongManifest("{\"format\": 1, \"columns\": [{\"name\": \"a\"}, {\"name\": \"a\"}]}", "named 'a'");
        assertWrongManifest("[".repeat(1_000_000), "not valid JSON");
        assertWrongManifest(" ".repeat(5_000_000), "larger than 4 MiB");
    }

    private void assertWrongManifest(String manifest, String... told) throws IOException {
        write(manifest, HEADINGS);
        assertWrong("dataset.json", told);
    }

    private void assertWrong(String file, String... told) {
        assertThatThrownBy(() -> files.load(folder)).isInstanceOf(ReportedException.class)
                .hasMessageContainingAll(told)
                .satisfies(e -> assertThat(((ReportedException) e).where()).contains(folder.resolve(file)))
                .satisfies(e -> assertThat(((ReportedException) e).remedy()).isNotBlank());
    }

    @Test
    void noDataSetHere() {
        assertThatThrownBy(() -> files.load(folder.resolve("nowhere"))).isInstanceOf(ReportedException.class)
                .hasMessageContaining("dataset.json is missing");
    }

    @Test
    void aFailedSaveLeavesNothing() throws IOException {
        Path blocked = Files.createDirectories(folder.resolve("blocked"));
        Files.createDirectories(blocked.resolve("dataset.json").resolve("occupied"));

        assertThatThrownBy(() -> files.save(files.load(folder).movedTo(blocked)))
                .isInstanceOf(ReportedException.class).hasMessageContaining("This is a folder");
        try (Stream<Path> left = Files.list(blocked)) {
            assertThat(left).containsExactly(blocked.resolve("dataset.json"));
        }
    }

    @Test
    void nearRootsAreWrittenRelativeAndFarOnesAbsolute() throws IOException {
        Dataset dataset = files.load(folder);
        Path beside = folder.resolve("beside/data");
        Path sameTree = folder.resolve("sets/first/data");
        Path far = folder.resolve("far/away/data");
        Files.createDirectories(far);
        Files.writeString(folder.resolve("far/.project"), "<projectDescription/>");

        files.save(new Dataset(beside, "x", folder.resolve("beside/images"), dataset.columns(), dataset.samples()));
        files.save(dataset.movedTo(sameTree));
        files.save(dataset.movedTo(far));

        assertThat(Files.readString(beside.resolve("dataset.json"))).contains("\"root\": \"../images\"");
        assertThat(Files.readString(sameTree.resolve("dataset.json"))).contains("\"root\": \"../../../images\"");
        assertThat(Files.readString(far.resolve("dataset.json")))
                .contains("\"root\": \"" + folder.resolve("images").toString().replace('\\', '/') + "\"");
    }

    @Test
    void imagesInTheSameProjectAreNamedRelativeToTheDataSet() throws IOException {
        Files.writeString(folder.resolve(".project"), "<projectDescription/>");
        Path images = Files.createDirectories(folder.resolve("raw/images"));
        Path deep = folder.resolve("sets/first");
        new DatasetFiles().save(new Dataset(deep, "x", images, List.of(Column.image("image", "image", Map.of())),
                List.of(new Sample("s1", Map.of("image", "a.png")))));

        assertThat(Files.readString(deep.resolve("dataset.json"))).contains("\"root\": \"../../raw/images\"")
                .doesNotContain("rootOtherwise");
    }
}
