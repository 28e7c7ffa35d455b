// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.shape.Shape;

/**
 * A data set of the kind that a network is for: pictures, signals, volumes or the columns of a record for its inputs,
 * categories, labels, stages or masks for its outputs. The columns are named as in a hospital, not as in the network.
 */
final class TemplateData {
    static final int SAMPLES = 24;
    static final int TRAIN = 16;
    static final int VALIDATION = 20;
    private static final List<String> ABSENT_OR_PRESENT = List.of("absent", "present");

    private final Path folder;
    private final Random random = new Random(11);
    private final List<Column> columns = new ArrayList<>();
    private final List<Map<String, String>> rows = new ArrayList<>();

    private TemplateData(Path folder) {
        this.folder = folder;
        IntStream.range(0, SAMPLES).forEach(i -> rows.add(new LinkedHashMap<>()));
    }

    /** Writes a data set for a network to a folder. */
    static void write(Path folder, Network network, NetworkAnalysis analysis) throws IOException {
        TemplateData data = new TemplateData(folder);
        for (Layer layer : network.getLayers()) {
            if (layer instanceof Input) {
                data.addInput(analysis.shapeOf(layer).orElseThrow());
            } else if (layer instanceof Output output) {
                data.addTarget(output.getLoss(), analysis.shapeOf(layer).orElseThrow());
            }
        }
        data.save();
    }

    private void addInput(Shape shape) throws IOException {
        if (shape.rank() == 1) {
            for (int i = 0; i < shape.last().size(); i++) {
                double scale = Math.pow(10, i % 4);
                addColumn(Column.number("value " + (i + 1), ColumnRole.INPUT, "mmol/l"),
                        sample -> String.format(Locale.ROOT, "%.3f", scale * (5 + random.nextGaussian())));
            }
        } else if (shape.rank() == 3 && (shape.last().size() == 1 || shape.last().size() == 3)) {
            addPictures("photograph", ColumnRole.INPUT, shape, 256);
        } else {
            addArrays(new Column("recording", ColumnType.ARRAY, ColumnRole.INPUT, "npy", Map.of(), List.of()), sizes(shape), 0);
        }
    }

    private void addTarget(Loss loss, Shape shape) throws IOException {
        int units = shape.last().size();
        if (shape.rank() == 3) {
            addPictures("lesion", ColumnRole.LABEL, shape, 2);
        } else if (shape.rank() > 1) {
            int categories = Math.max(2, units);
            int[] places = sizes(shape);
            places[places.length - 1] = 1;
            addArrays(new Column("marked", ColumnType.ARRAY, ColumnRole.LABEL, "npy", Map.of(), names(categories)), places,
                    categories);
        } else if (units == 1 || loss == Loss.BINARY_CROSS_ENTROPY) {
            for (int i = 0; i < units; i++) {
                addColumn(Column.label("finding " + (i + 1), ABSENT_OR_PRESENT),
                        sample -> ABSENT_OR_PRESENT.get(random.nextInt(2)));
            }
        } else {
            addColumn(Column.label("diagnosis", names(units)), sample -> names(units).get(sample % units));
        }
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
    }

    private static int[] sizes(Shape shape) {
        return IntStream.range(0, shape.rank()).map(shape::size).toArray();
    }

    private void addPictures(String name, ColumnRole role, Shape shape, int levels) throws IOException {
        int[] sizes = sizes(shape);
        Path pictures = Files.createDirectories(folder.resolve(name));
        int kind = sizes[2] == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
        for (int i = 0; i < SAMPLES; i++) {
            BufferedImage picture = new BufferedImage(sizes[1], sizes[0], kind);
            for (int place = 0; place < sizes[0] * sizes[1] * picture.getRaster().getNumBands(); place++) {
                int at = place / picture.getRaster().getNumBands();
                picture.getRaster().setSample(at % sizes[1], at / sizes[1], place % picture.getRaster().getNumBands(),
                        random.nextInt(levels) * (levels == 2 ? 255 : 1));
            }
            ImageIO.write(picture, "png", pictures.resolve(i + ".png").toFile());
        }
        addColumn(new Column(name, ColumnType.IMAGE, role, "image", Map.of(), List.of()), sample -> name + "/" + sample + ".png");
    }

    /** Numbers of a normal distribution, or of categories if there are some. */
    private void addArrays(Column column, int[] sizes, int categories) throws IOException {
        Path arrays = Files.createDirectories(folder.resolve(column.name()));
        int count = IntStream.of(sizes).reduce(1, (a, b) -> a * b);
        for (int i = 0; i < SAMPLES; i++) {
            ByteBuffer values = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            while (values.hasRemaining()) {
                values.putFloat(categories == 0 ? (float) random.nextGaussian() : random.nextInt(categories));
            }
            writeNpy(arrays.resolve(i + ".npy"), sizes, values.array());
        }
        addColumn(column, sample -> column.name() + "/" + sample + ".npy");
    }

    /** A file of NumPy: a magic number, version 1.0, the length of the header and the header, a whole number of 64 bytes. */
    private static void writeNpy(Path file, int[] sizes, byte[] values) throws IOException {
        String shape = String.join(", ", IntStream.of(sizes).mapToObj(Integer::toString).toList());
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }";
        String padded = header + " ".repeat(63 - (10 + header.length()) % 64) + "\n";
        ByteBuffer all = ByteBuffer.allocate(10 + padded.length() + values.length).order(ByteOrder.LITTLE_ENDIAN);
        all.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) padded.length());
        all.put(padded.getBytes(StandardCharsets.US_ASCII)).put(values);
        Files.write(file, all.array());
    }

    private void addColumn(Column column, Cell cell) {
        columns.add(column);
        for (int i = 0; i < SAMPLES; i++) {
            rows.get(i).put(column.name(), cell.text(i));
        }
    }

    private void save() {
        addColumn(Column.text("patient", ColumnRole.PATIENT), sample -> "p" + sample);
        addColumn(Column.text("part", ColumnRole.SUBSET),
                sample -> sample < TRAIN ? "train" : sample < VALIDATION ? "validation" : "test");
        List<Sample> samples = IntStream.range(0, SAMPLES).mapToObj(i -> new Sample("s" + i, rows.get(i))).toList();
        new DatasetFiles().save(new Dataset(folder.resolve("data"), "data", folder, columns, samples));
    }

    /** What stands in a column. */
    @FunctionalInterface
    private interface Cell {
        String text(int sample);
    }
}
