// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.compute;

import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.number.NpzFile;
import org.vesalius.dataset.number.NumberArray;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.run.NetworkQuestion;
import org.vesalius.experiment.run.NetworkQuestion.Given;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.cases.ExchangeCases;
import org.vesalius.network.exchange.formats.Exchange;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightTensor;
import org.vesalius.network.weights.WeightsFile;
import org.vesalius.worker.compute.AnsweredQuestion;
import org.vesalius.worker.library.Libraries;
import org.vesalius.worker.run.WorkerContext;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Imported models computed as 'network predict' does, against what Keras and PyTorch computed. */
class ComputedModelsTest {
    private static final double CLOSE = 1e-5;
    private static final String GREY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <network:Network xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:network="http://vesalius.org/network/1.0">
              <layers xsi:type="network:Input" id="i" name="scan" shape="height:8 width:16 channels:1"/>
              <layers xsi:type="network:Flatten" id="f" name="flat"/>
              <layers xsi:type="network:Dense" id="d" name="dense" units="1"/>
              <layers xsi:type="network:Output" id="o" name="score" loss="mean-squared-error"/>
              <connections source="i" target="f"/>
              <connections source="f" target="d"/>
              <connections source="d" target="o"/>
            </network:Network>
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"keras2/st_plain.h5", "keras3/multi_io.keras", "keras3/img_rec_fusion.keras",
        "keras3/concat_axis1_seq.h5", "keras3/siamese.h5", "torch/multi_out_o13.onnx", "torch/act4_gelu_o13.onnx"})
    void arraysOfNumPyGiveWhatTheOtherToolComputed(String name) throws IOException {
        Path model = ExchangeCases.file(name);
        Path arrays = ExchangeCases.beside(model, ".npz");
        Path out = folder.resolve("out.npz");

        JsonObject answer = answer(imported(model), out, new Given("", arrays.toString()));

        try (NpzFile expected = NpzFile.open(arrays); NpzFile results = NpzFile.open(out)) {
            List<String> wanted = expected.names().stream().filter(each -> each.startsWith("y")).sorted().toList();
            assertThat(results.names()).hasSameSizeAs(wanted);
            for (int i = 0; i < wanted.size(); i++) {
                assertClose(results.read(results.names().get(i)), expected.read(wanted.get(i)), name.contains("act4"));
            }
        }
        assertThat(answer.get("samples").getAsInt()).isEqualTo(2);
        assertThat(answer.getAsJsonArray("remarks").toString()).matches(
                name.contains("act4") ? ".*channels first.*" : ".*");
    }

    @Test
    void aTableInGivesATableOut() throws IOException {
        Path model = ExchangeCases.file("keras3/act_selu.h5");
        Path csv = folder.resolve("in.csv");
        Path out = folder.resolve("out.csv");
        NumberArray expected;
        try (NpzFile arrays = NpzFile.open(ExchangeCases.beside(model, ".npz"))) {
            NumberArray x = arrays.read("x0");
            Files.writeString(csv, "a,b,c,d,e\n" + row(x, 0, 5) + "\n" + row(x, 1, 5) + "\n");
            expected = arrays.read("y0");
        }

        answer(imported(model), out, new Given("x0", csv.toString()));

        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).matches("sample,([^:,]+):0,\\1:1,\\1:2,\\1:3");
        for (int i = 0; i < 2; i++) {
            String[] cells = lines.get(i + 1).split(",");
            assertThat(cells[0]).isEqualTo(Integer.toString(i));
            for (int j = 0; j < 4; j++) {
                assertThat(Double.parseDouble(cells[j + 1])).isCloseTo(expected.values()[4 * i + j], within(CLOSE));
            }
        }
    }

    /**
     * The left half is 51, the right 255, and the weights of each half add up to 2 and -1. By hand:
     * (51 · 2 + 255 · -1) / 255 + 0.5 = -0.1, and with a scale of 1 it is -152.5.
     */
    @Test
    void imagesAreBroughtToTheInputAndScaled() throws IOException {
        Path network = grey();
        Path image = folder.resolve("a.png");
        BufferedImage picture = new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 128; i++) {
            picture.getRaster().setSample(i % 16, i / 16, 0, i % 16 < 8 ? 51 : 255);
        }
        ImageIO.write(picture, "png", image.toFile());
        Path out = folder.resolve("out.csv");

        JsonObject answer = answer(network, out, new Given("", image.toString()));

        assertThat(Files.readAllLines(out).get(0)).isEqualTo("sample,score:0");
        assertThat(score(out, image)).isCloseTo(-0.1, within(1e-6));
        assertThat(answer.getAsJsonArray("remarks").toString()).contains("multiplied by 1/255");

        new AnsweredQuestion(question(network, out, "1", new Given("scan", image.toString())), worker())
                .answer(() -> () -> {});
        assertThat(score(out, image)).isCloseTo(-152.5, within(1e-4));
    }

    /**
     * With 12 of 16 bits white is 4095. By hand, the left half 819 and the right 4095: (2 · 0.2 - 1) + 0.5 = -0.1; all
     * 2048: 2048 / 4095 + 0.5 = 1.00012.
     */
    @Test
    void twelveOfSixteenBitsAreFoundInAllImagesTogether() throws IOException {
        Path network = grey();
        Path halves = deep("halves.png", 819, 4095);
        Path even = deep("even.png", 2048, 2048);
        Path out = folder.resolve("out.csv");

        JsonObject answer = answer(network, out, new Given("", halves.toString()), new Given("", even.toString()));

        assertThat(scores(out)).satisfiesExactly(first -> assertThat(first).isCloseTo(-0.1, within(1e-4)),
                second -> assertThat(second).isCloseTo(1.00012, within(1e-4)));
        assertThat(answer.getAsJsonArray("remarks").get(0).getAsString())
                .isEqualTo("Images of 16 bits hold values up to 4095, so white is 4095 in them (12 bits)");
    }

    /**
     * Of all numbers -1000 is the least and 3000 the greatest. By hand, the left half -1000 and the right 1000:
     * (2 · 0 - 0.5) + 0.5 = 0; all 1000 but the last, which is 3000: 2 · 0.5 - (63 · 0.5 + 1) / 64 + 0.5 = 0.9921875.
     */
    @Test
    void numbersWithoutAScaleGoFromTheLeastToTheGreatestOfAllImages() throws IOException {
        Path network = grey();
        Path halves = floating("halves.tif", -1000, 1000, 1000);
        Path spot = floating("spot.tif", 1000, 1000, 3000);
        Path out = folder.resolve("out.csv");

        JsonObject answer = answer(network, out, new Given("", halves.toString()), new Given("", spot.toString()));

        assertThat(scores(out)).satisfiesExactly(first -> assertThat(first).isCloseTo(0, within(1e-4)),
                second -> assertThat(second).isCloseTo(0.9921875, within(1e-4)));
        assertThat(answer.getAsJsonArray("remarks").get(0).getAsString()).isEqualTo(
                "Values without a scale of their own go from -1000 (black) to 3000 (white) in all images");
    }

    private Path deep(String name, int left, int right) throws IOException {
        BufferedImage picture = new BufferedImage(16, 8, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 128; i++) {
            picture.getRaster().setSample(i % 16, i / 16, 0, i % 16 < 8 ? left : right);
        }
        Path file = folder.resolve(name);
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    /** A TIFF of 32-bit floating-point numbers without compression, as TIFF 6.0 describes it; {@code last} is its end. */
    private Path floating(String name, float left, float right, float last) throws IOException {
        int[][] tags = {{256, 16}, {257, 8}, {258, 32}, {259, 1}, {262, 1}, {273, 8}, {277, 1}, {278, 8}, {279, 512},
            {339, 3}};
        ByteBuffer tiff = ByteBuffer.allocate(8 + 512 + 2 + 12 * tags.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(520);
        for (int i = 0; i < 128; i++) {
            tiff.putFloat(i == 127 ? last : i % 16 < 8 ? left : right);
        }
        tiff.putShort((short) tags.length);
        for (int[] tag : tags) {
            tiff.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
        }
        return Files.write(folder.resolve(name), tiff.array());
    }

    private static List<Double> scores(Path out) throws IOException {
        return Files.readAllLines(out).stream().skip(1)
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(',') + 1))).toList();
    }

    @Test
    void whatDoesNotFitIsToldInWords() throws IOException {
        Path network = grey();
        Path csv = Files.writeString(folder.resolve("in.csv"), "1,2,3\n");
        Path text = Files.writeString(folder.resolve("a.png"), "no picture");
        Path out = folder.resolve("out.csv");
        Given table = new Given("", csv.toString());

        assertRefused(network, out, "takes samples of 8×16×1, and what is given is 1×3", table);
        assertRefused(network, out, "more files than inputs", table, table);
        assertRefused(network, out, "no input 'other'", new Given("other", csv.toString()));
        assertRefused(network, out, "1 of 1 images can't be read; the first, image 1, is no image",
                new Given("", text.toString()));
        assertRefused(network, out, "no .npz file, or it is damaged",
                new Given("", Files.copy(text, folder.resolve("a.npz")).toString()));
        Files.delete(WeightsFile.beside(network).path());
        Path array = folder.resolve("x.npz");
        Files.write(array, npz(new NumberArray(new int[] {1, 8, 16, 1}, new float[128])));
        assertRefused(network, out, "There are no weights for 'dense'", new Given("", array.toString()));
        assertThat(out).doesNotExist();
    }

    private void assertRefused(Path network, Path out, String reason, Given... given) {
        assertThatThrownBy(() -> answer(network, out, given)).isInstanceOfSatisfying(ReportedException.class, e -> {
            assertThat(e.getMessage()).contains(reason);
            assertThat(e.remedy()).isNotBlank();
        });
    }

    private Path grey() throws IOException {
        Path network = Files.writeString(folder.resolve("grey.network"), GREY);
        float[] kernel = new float[128];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (i % 16 < 8 ? 2 : -1) / 64f;
        }
        new WeightsFile(folder.resolve("grey.safetensors")).save(NetworkWeights.builder()
                .put("d", "kernel", new WeightTensor(List.of(128, 1), kernel))
                .put("d", "bias", new WeightTensor(List.of(1), new float[] {0.5f})).build());
        return network;
    }

    private static byte[] npz(NumberArray array) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        arrays.put("scan", array);
        NpzFile.write(arrays, out);
        return out.toByteArray();
    }

    private Path imported(Path model) {
        ImportedNetwork imported = Exchange.standard().importerFor(model).orElseThrow().load(model);
        Path network = folder.resolve("imported.network");
        new NetworkFiles(StandardLayers.catalog()).save(imported.network(), network);
        WeightsFile.beside(network).save(imported.weights().orElseThrow());
        return network;
    }

    private JsonObject answer(Path network, Path out, Given... given) throws IOException {
        return new AnsweredQuestion(question(network, out, "1/255", given), worker())
                .answer(() -> () -> {});
    }

    private static WorkerContext worker() {
        return WorkerContext.of(Installation.standard(), Libraries.installed());
    }

    private static NetworkQuestion question(Path network, Path out, String scale, Given... given) {
        Path weights = WeightsFile.beside(network).path();
        return new NetworkQuestion(network.toString(), Files.exists(weights) ? weights.toString() : "", "dl4j", "cpu",
                List.of(given), scale, 1, out.toString());
    }

    private static double score(Path out, Path image) throws IOException {
        String line = Files.readAllLines(out).get(1);
        assertThat(line).startsWith(image + ",");
        return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
    }

    private static String row(NumberArray array, int row, int columns) {
        return Stream.iterate(row * columns, i -> i + 1).limit(columns).map(i -> Float.toString(array.values()[i]))
                .reduce((a, b) -> a + "," + b).orElseThrow();
    }

    private static void assertClose(NumberArray actual, NumberArray expected, boolean channelsFirst) {
        int[] shape = expected.shape();
        for (int i = 0; i < expected.values().length; i++) {
            assertThat((double) actual.values()[channelsFirst ? last(i, shape) : i]).as(expected + " at " + i)
                    .isCloseTo(expected.values()[i], within(CLOSE * Math.max(1, Math.abs(expected.values()[i]))));
        }
        assertThat(Arrays.stream(actual.shape()).sum()).isEqualTo(Arrays.stream(shape).sum());
    }

    /** Where a number of an array with channels first stands when they come last. */
    private static int last(int i, int[] shape) {
        int points = shape[2] * shape[3];
        int place = i % (shape[1] * points);
        return i - place + place % points * shape[1] + place / points;
    }
}
