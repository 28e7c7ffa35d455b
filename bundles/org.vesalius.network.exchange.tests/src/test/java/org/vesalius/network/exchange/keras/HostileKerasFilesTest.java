// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Placeholder;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.keras.read.KerasImporter;
import org.vesalius.network.layer.standard.StandardLayers;

/** Broken and hostile files give a message, in bounded time and memory, and no code of theirs is run. */
class HostileKerasFilesTest {
    private static final String MODEL = "keras/simple/cnn_tf_model.h5";
    private static final String DENSE = """
            {"class_name":"Dense","config":{"name":"d","units":%s,"batch_input_shape":%s}}""";

    @TempDir
    Path folder;

    private final KerasImporter importer = new KerasImporter(StandardLayers.catalog());

    @Test
    void aModelCutOffAnywhereIsRefusedOrWhole() throws IOException {
        byte[] whole = Files.readAllBytes(KerasData.file(MODEL));
        Path file = folder.resolve("cut.h5");
        for (int length = 0; length < whole.length; length += 211) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertHarmless(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive.keras", "nested.h5", "gates.h5"})
    void everyLayoutMayBeCutOff(String name) throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("src/test/resources/keras", name));
        Path file = folder.resolve(name);
        for (int length = 1; length < whole.length; length += 499) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertHarmless(file);
        }
    }

    @Test
    void anArrayThatClaimsABillionNumbersIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(KerasData.file(MODEL));
        ByteBuffer bytes = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        int changed = 0;
        for (int at = 0; at + 32 <= whole.length; at++) {
            boolean kernel = bytes.getLong(at) == 3 && bytes.getLong(at + 8) == 2 && bytes.getLong(at + 16) == 3
                    && bytes.getLong(at + 24) == 2;
            if (kernel) {
                bytes.putLong(at, 1_000_000_000L);
                changed++;
            }
        }

        assertThat(changed).isPositive();
        assertRefused(Files.write(folder.resolve("huge.h5"), whole), "damaged");
    }

    @Test
    void aModelWithWrongBytesIsRefusedOrRead() throws IOException {
        byte[] whole = Files.readAllBytes(KerasData.file(MODEL));
        Random random = new Random(5);
        Path file = folder.resolve("damaged.h5");
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k < 8; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, damaged);
            assertHarmless(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"foreign.h5", "foreign.json", "foreign.keras", "foreign.hdf5"})
    void foreignFilesAreRefused(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "PK\u0003\u0004 This is a letter, not a model.");

        assertRefused(file, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "3", "{}", "{\"class_name\":\"Sequential\"}",
        "{\"class_name\":\"Sequential\",\"config\":[]}", "{\"class_name\":\"Sequential\",\"config\":[7]}",
        "{\"class_name\":\"Model\",\"config\":{\"layers\":[]}}", "{\"class_name\":\"Functional\",\"config\":{}}",
        "{\"class_name\":\"Subclassed\",\"config\":{}}",
        "{\"class_name\":\"Functional\",\"config\":{\"layers\":[],\"input_layers\":[[\"a\",0,0]],"
                + "\"output_layers\":[[\"a\",0,0]]}}",
        "{\"class_name\":\"Functional\",\"config\":{\"layers\":{\"a\":1},\"input_layers\":7,\"output_layers\":7}}"})
    void descriptionsOfNoModelAreRefused(String json) throws IOException {
        assertRefused(json(json), "");
    }

    @Test
    void aCycleIsRefused() throws IOException {
        String loop = """
                {"class_name":"Functional","config":{"name":"m","layers":[
                {"class_name":"InputLayer","name":"i","config":{"name":"i","batch_input_shape":[null,3]},"inbound_nodes":[]},
                {"class_name":"Add","name":"a","config":{"name":"a"},"inbound_nodes":[[["i",0,0,{}],["b",0,0,{}]]]},
                {"class_name":"Activation","name":"b","config":{"name":"b","activation":"relu"},
                "inbound_nodes":[[["a",0,0,{}]]]}],
                "input_layers":[["i",0,0]],"output_layers":[["b",0,0]]}}""";

        assertRefused(json(loop), "cycle");
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        assertRefused(json("[".repeat(200_000)), "JSON");
        String model = "{\"class_name\":\"Sequential\",\"config\":[" + DENSE.formatted("2", "[null,3]") + "]}";
        for (int i = 0; i < 40; i++) {
            model = "{\"class_name\":\"Sequential\",\"config\":[" + model + "]}";
        }
        assertRefused(json(model), "nested");
    }

    @Test
    void aBillionElementsAreNotMade() throws IOException {
        ImportedNetwork imported = importer.load(json("{\"class_name\":\"Sequential\",\"config\":["
                + DENSE.formatted("2000000000", "[null,2000000000]") + "]}"));

        assertThat(imported.network().getLayers()).isNotEmpty();
        assertThat(imported.weights()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"many\"", "1e99", "-1", "[1,2]", "{}", "null", "1.5"})
    void impossibleSettingsAreKeptOrTold(String units) throws IOException {
        ImportedNetwork imported = importer.load(json("{\"class_name\":\"Sequential\",\"config\":["
                + DENSE.formatted(units, "[null,3]") + "]}"));

        assertThat(imported.report().layers()).hasSize(2);
    }

    @Test
    void codeIsNeverRunAndLongSettingsAreNotKept() throws IOException {
        String code = "4wEAAAAAAAAAAQ==".repeat(100_000);
        ImportedNetwork imported = importer.load(json("""
                {"class_name":"Sequential","config":[{"class_name":"Lambda","config":{"name":"l",
                "batch_input_shape":[null,3],"function_type":"lambda","module":"os","function":["%s",null,null]}}]}"""
                .formatted(code)));

        Placeholder placeholder = (Placeholder) imported.network().getLayers().get(1);
        assertThat(placeholder.getForeignType()).isEqualTo("Lambda");
        assertThat(placeholder.getSettings()).contains("\"module\":\"os\"").hasSizeLessThan(1000);
        assertThat(imported.report().with(Fidelity.UNKNOWN)).singleElement()
                .satisfies(note -> assertThat(note.note()).contains("never run"));
        assertThat(imported.report().remarks()).anyMatch(remark -> remark.contains("function of l is too long"));
    }

    @Test
    void aZipBombIsRefused() throws IOException {
        Path file = folder.resolve("bomb.keras");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "config.json", "{\"class_name\":\"Sequential\",\"config\":[" + DENSE.formatted("2", "[null,3]")
                    + "]}");
            zip.putNextEntry(new ZipEntry("model.weights.h5"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }

        assertRefused(file, "grows without end");
    }

    @Test
    void pathsInAnArchiveLeadNowhere() throws IOException {
        Path file = folder.resolve("escape.keras");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "../evil.txt", "out");
            entry(zip, "/config.json", "{}");
            entry(zip, "../../config.json", "{}");
        }

        assertRefused(file, "no config.json");
        assertThat(folder.getParent().resolve("evil.txt")).doesNotExist();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        OutputStream out = zip;
        out.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private Path json(String text) throws IOException {
        return Files.writeString(folder.resolve("model.json"), text);
    }

    private void assertHarmless(Path file) {
        try {
            assertThat(importer.load(file).network().getLayers()).isNotEmpty();
        } catch (ReportedException e) {
            assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
            assertThat(e.remedy()).isNotBlank();
        }
    }

    private void assertRefused(Path file, String part) {
        assertThatThrownBy(() -> importer.load(file)).isInstanceOfSatisfying(ReportedException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
            assertThat(e.where()).contains(file);
        }).hasMessageContaining(part);
    }
}
