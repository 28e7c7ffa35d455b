// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.array;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.TestData;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.ImportReport;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportRun;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.PictureReader;

class NpzImportTest {
    @TempDir
    Path temp;

    private final Map<String, byte[]> arrays = new LinkedHashMap<>();
    private Path file;
    private Path out;

    @BeforeEach
    void paths() {
        file = temp.resolve("arrays.npz");
        out = temp.resolve("out");
    }

    @Test
    void picturesWithGivenSubsetsAreImported() throws IOException {
        add("train_images", "|u1", "(3, 8, 8)", new byte[192]);
        add("val_images", "|u1", "(1, 8, 8)", new byte[64]);
        add("test_images", "|u1", "(1, 8, 8)", filled(64, 200));
        add("train_labels", "|u1", "(3, 1)", 0, 1, 1);
        add("val_labels", "|u1", "(1, 1)", 0);
        add("test_labels", "|u1", "(1, 1)", 1);
        ImportReport report = run(Map.of("categories", List.of("normal, pneumonia")));
        Dataset dataset = new DatasetFiles().load(out);
        assertThat(dataset.samples()).hasSize(5);
        assertThat(dataset.samples(Subset.TRAIN)).extracting(sample -> sample.value("labels"))
                .containsExactly("normal", "pneumonia", "pneumonia");
        assertThat(dataset.samples(Subset.TEST)).extracting(sample -> sample.value("images"))
                .containsExactly("test_images.npy/0");
        Column images = dataset.column("images").orElseThrow();
        assertThat(images.type()).isEqualTo(ColumnType.IMAGE);
        float pixel = new PictureReader(ColumnReaders.standard().of(images)).read(dataset.root(), "test_images.npy/0",
                images.options()).value(7, 7, 0);
        assertThat(pixel).isEqualTo(200);
        assertThat(report.remarks()).anyMatch(remark -> remark.contains("8×8 (y, x), u8"));
    }

    @Test
    void signalsGetColumnsOfEachLabelAndAreSplitByPatient() throws IOException {
        add("signals", "<i2", "(6, 4, 2)", new byte[96]);
        add("who", "<i8", "(6,)", eights(7, 7, 8, 8, 9, 9));
        add("findings", "|b1", "(6, 2)", 0, 1, 1, 0, 0, 0, 1, 1, 0, 1, 1, 0);
        add("age", "<f4", "(6,)", new byte[24]);
        add("odd", "|u1", "(5,)", 1, 2, 3, 4, 5);
        ImportReport report = run(Map.of("axes", List.of("time,channel"), "patient", List.of("who"), "preprocessing",
                List.of("zscore per=channel"), "split", List.of("34/33/33")));
        Dataset dataset = report.dataset();
        Column signals = dataset.column("signals").orElseThrow();
        assertThat(signals.type()).isEqualTo(ColumnType.ARRAY);
        assertThat(signals.options()).containsEntry("type", "i16").containsEntry("axes", "time,channel");
        assertThat(dataset.columns(ColumnRole.LABEL)).extracting(Column::name).containsExactly("findings_0", "findings_1",
                "age");
        assertThat(dataset.samples()).extracting(sample -> sample.value("patient")).containsExactly("7", "7", "8", "8", "9",
                "9");
        assertThat(report.passedOver()).singleElement().satisfies(passed -> assertThat(passed.path()).isEqualTo("odd"));
    }

    @Test
    void categoriesStayCategoriesWhereALabelIsMissing() throws IOException {
        add("scans", "|u1", "(6, 4, 4)", new byte[96]);
        add("finding", "<f4", "(6,)", floats(0, 1, Float.NaN, 1, 0, 1));
        Dataset dataset = run(Map.of("categories", List.of("well,ill"), "split", List.of("100/0/0"))).dataset();
        assertThat(dataset.column("finding").orElseThrow().type()).isEqualTo(ColumnType.CATEGORY);
        assertThat(dataset.samples()).extracting(sample -> sample.value("finding")).containsExactly("well", "ill", "", "ill",
                "well", "ill");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<i8", "<f8", ">i4"})
    void idsOfPatientsKeepAllTheirDigits(String type) throws IOException {
        ByteBuffer ids = ByteBuffer.allocate(type.equals(">i4") ? 8 : 16);
        ids.order(type.equals(">i4") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int id : new int[] {20_000_000, 20_000_001}) {
            switch (type) {
                case "<i8" -> ids.putLong(id);
                case "<f8" -> ids.putDouble(id);
                default -> ids.putInt(id);
            }
        }
        add("scans", "|u1", "(2, 4, 4)", new byte[32]);
        add("who", type, "(2,)", ids.array());
        Dataset dataset = run(Map.of("patient", List.of("who"), "split", List.of("50/50/0"))).dataset();
        assertThat(dataset.samples()).extracting(sample -> sample.value("patient")).containsExactly("20000000", "20000001");
    }

    /** Codes of 32 bits, of which single precision would make one: np.float32(400000001) is 400000000. */
    @Test
    void labelsKeepAllTheirDigits() throws IOException {
        ByteBuffer codes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        for (int code : new int[] {400_000_001, 400_000_000, 400_000_000, 400_000_001}) {
            codes.putInt(code);
        }
        ByteBuffer doses = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        for (double dose : new double[] {0.1, 123456789.125, Double.NaN, 3}) {
            doses.putDouble(dose);
        }
        add("scans", "|u1", "(4, 4, 4)", new byte[64]);
        add("code", "<u4", "(4,)", codes.array());
        add("dose", "<f8", "(4,)", doses.array());
        add("share", "<f4", "(4,)", floats(0.1f, 0.25f, 0.5f, 1));
        Dataset dataset = run(Map.of("split", List.of("50/50/0"))).dataset();
        assertThat(dataset.column("code").orElseThrow().categories()).containsExactly("400000000", "400000001");
        assertThat(dataset.samples()).extracting(sample -> sample.value("code")).containsExactly("400000001", "400000000",
                "400000000", "400000001");
        assertThat(dataset.samples()).extracting(sample -> sample.value("dose")).containsExactly("0.1", "1.23456789125E8", "", "3");
        assertThat(dataset.samples()).extracting(sample -> sample.value("share")).containsExactly("0.1", "0.25", "0.5", "1");
    }

    @Test
    void valuesThatCantBeTrainedOnAreTold() throws IOException {
        add("scans", "<f4", "(2, 2, 2)", floats(0, 1, Float.NaN, 3, 0, 0, 0, 0));
        assertThat(run(Map.of("split", List.of("50/50/0"))).remarks()).contains("1 sample holds values that are no numbers or infinite,"
                + " and can't be trained on like this; put numbers there, such as 0");
    }

    @Test
    void numbersBeyondSinglePrecisionAreRefused() throws IOException {
        add("scans", "<f8", "(1, 1, 2)", ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putDouble(1e300).array());
        refused(Map.of(), "too large for single precision");
    }

    @Test
    void infinityIsNoLabel() throws IOException {
        add("scans", "|u1", "(2, 4, 4)", new byte[32]);
        add("dose", "<f4", "(2,)", floats(1, Float.POSITIVE_INFINITY));
        refused(Map.of(), "infinite");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "part"})
    void namesThatDataSetsUseAreRefused(String name) throws IOException {
        add("scans", "|u1", "(6, 4, 4)", new byte[96]);
        add(name, "|u1", "(6,)", 0, 1, 0, 1, 0, 1);
        refused(Map.of(), "An array is called '" + name + "'");
    }

    @Test
    void masksAreArraysToo() throws IOException {
        add("scans", "<f4", "(4, 2, 2, 2)", new byte[128]);
        byte[] marks = new byte[32];
        marks[9] = 3;
        marks[31] = (byte) 255;
        add("masks", "|u1", "(4, 2, 2, 2)", marks);
        Dataset dataset = run(Map.of("input", List.of("scans"))).dataset();
        assertThat(dataset.column("masks").orElseThrow()).satisfies(mask -> {
            assertThat(mask.type()).isEqualTo(ColumnType.ARRAY);
            assertThat(mask.role()).isEqualTo(ColumnRole.LABEL);
            assertThat(mask.categories()).containsExactly("0", "3", "255");
        });
        assertThat(out.resolve("masks.npy")).exists();
    }

    @Test
    void pneumoniaMnistIsImportedAsItIs() throws IOException {
        file = TestData.folder("pneumoniamnist").resolve("pneumoniamnist.npz");
        Dataset dataset = run(Map.of("categories", List.of("normal,pneumonia"))).dataset();
        assertThat(dataset.samples(Subset.TRAIN)).hasSize(3882);
        assertThat(dataset.samples(Subset.VALIDATION)).hasSize(524);
        assertThat(dataset.samples(Subset.TEST)).hasSize(624);
        assertThat(dataset.samples(Subset.TEST).stream().filter(s -> s.value("labels").equals("pneumonia"))).hasSize(390);
    }

    @Test
    void bombsAndLiesAreRefusedAndNothingIsLeft() throws IOException {
        add("x", "|u1", "(999999999, 999999, 99)", 1);
        refused(Map.of(), "cut off");
        arrays.clear();
        add("x", "|u1", "(2, 8, 8)", new byte[5_000_000]);
        refused(Map.of(), "larger than it says");
        arrays.clear();
        add("x", "|u1", "(2, 8, 8)", new byte[100]);
        refused(Map.of(), "cut off");
        arrays.clear();
        add("x", "|O", "(2, 8, 8)", new byte[100]);
        refused(Map.of(), "Python objects");
        arrays.clear();
        add("x", "|u1", "(4,)", 1, 2, 3, 4);
        refused(Map.of(), "no array of samples");
        arrays.clear();
        add("x", "|u1", "(4, 8, 8)", new byte[256]);
        add("y", "|u1", "(4,)", 0, 3, 0, 3);
        refused(Map.of("categories", List.of("a,b")), "2 categories are named");
        refused(Map.of("label", List.of("z")), "no array 'z'");
        refused(Map.of("preprocessing", List.of("blur")), "'blur'");
        Files.writeString(file, "no archive");
        assertThatThrownBy(() -> start(Map.of(), Progress.none())).isInstanceOf(ReportedException.class)
                .hasMessageContaining("no .npz file");
        Files.delete(file);
        Files.createDirectory(file);
        assertThatThrownBy(() -> start(Map.of(), Progress.none())).hasMessageContaining("is a folder");
    }

    @Test
    void namesOfArraysLeadNowhere() throws IOException {
        add("../../outside", "|u1", "(2, 8, 8)", new byte[128]);
        run(Map.of("split", List.of("50/50/0")));
        assertThat(out.resolve("______outside.npy")).exists();
        assertThat(temp.resolve("outside.npy")).doesNotExist();
    }

    @Test
    void cancellingLeavesNothing() throws IOException {
        add("x", "|u1", "(2, 1000, 1000)", new byte[2_000_000]);
        write();
        assertThatThrownBy(() -> start(Map.of(), new Progress() {
            @Override
            public void begin(String task, long total) {
                // not shown
            }

            @Override
            public void advance(long done) {
                // not shown
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        })).isInstanceOf(CancellationException.class);
        assertOnlyTheFileIsThere();
    }

    private void refused(Map<String, List<String>> settings, String reason) throws IOException {
        write();
        assertThatThrownBy(() -> start(settings, Progress.none())).isInstanceOf(ReportedException.class)
                .hasMessageContaining(reason);
        assertOnlyTheFileIsThere();
    }

    private void assertOnlyTheFileIsThere() throws IOException {
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).containsExactly(file);
        }
    }

    private ImportReport run(Map<String, List<String>> settings) throws IOException {
        if (!arrays.isEmpty()) {
            write();
        }
        return start(settings, Progress.none());
    }

    private ImportReport start(Map<String, List<String>> settings, Progress progress) {
        DatasetImport npz = new NpzKind(ColumnReaders.standard())
                .of(new ImportRequest(List.of(file), out, "test", settings));
        return new ImportRun(npz, out, ColumnReaders.standard()).run(progress);
    }

    private void write() throws IOException {
        try (OutputStream to = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(to)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
            }
        }
    }

    private void add(String name, String type, String shape, int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        add(name, type, shape, bytes);
    }

    private void add(String name, String type, String shape, byte[] values) {
        byte[] header = ("{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[10 + header.length + values.length];
        System.arraycopy(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length, 0}, 0, all, 0, 10);
        System.arraycopy(header, 0, all, 10, header.length);
        System.arraycopy(values, 0, all, 10 + header.length, values.length);
        arrays.put(name, all);
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    private static byte[] eights(int... values) {
        byte[] bytes = new byte[8 * values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[8 * i] = (byte) values[i];
        }
        return bytes;
    }
}
