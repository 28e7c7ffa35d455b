// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.check.CheckedDataset;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.similar.PerceptualHash;
import org.vesalius.dataset.similar.Thumbnail;

/**
 * What checks need to know of a picture or a volume. It is found out by decoding it once, and kept as a text.
 *
 * @param sha256 of its axes and values, so that it is the same however they are encoded
 * @param type of its values
 * @param sizes of its axes
 * @param channels 1 where there is no axis of channels
 * @param spacing in millimetres, 0 where unknown
 * @param inverted whether its least value is white
 * @param least its least finite value
 * @param greatest its greatest
 * @param hash of what it shows, for pictures that show anything
 */
public record StoredContent(String sha256, String type, List<Integer> sizes, int channels, List<Double> spacing,
        boolean inverted, double least, double greatest, Optional<PerceptualHash> hash) {
    private static final String NAME = "content 1";
    private static final String TASK = "Looking at what images show";

    /** The columns that go into a network and are read from files that hold pictures or volumes. */
    public static List<Column> columns(CheckedDataset data) {
        return data.dataset().columns(ColumnRole.INPUT).stream()
                .filter(column -> column.type().read() && data.readers().has(column.reader()))
                .filter(column -> data.readers().of(column).readsFiles() && spatial(data, column)).toList();
    }

    /** Recordings over time lie in tables that would be read once for each row. */
    private static boolean spatial(CheckedDataset data, Column column) {
        return column.type() == ColumnType.IMAGE || samples(data.dataset(), column).stream().findFirst()
                .map(sample -> plane(data, column, sample)).orElse(false);
    }

    private static boolean plane(CheckedDataset data, Column column, Sample sample) {
        try {
            ArrayDescription described = data.readers().of(column).describe(data.dataset().root(), sample.value(column),
                    column.options());
            return described.axis(Axis.X).isPresent() && described.axis(Axis.Y).isPresent();
        } catch (IOException e) {
            // other checks tell what can't be read
            return false;
        }
    }

    /** The samples that have a value in this column and were not found unreadable. */
    public static List<Sample> samples(Dataset dataset, Column column) {
        return dataset.samples().stream().filter(sample -> dataset.defect(sample).isEmpty() && !sample.lacks(column)).toList();
    }

    /**
     * What images hold.
     *
     * @return for each sample; empty for one that can't be read
     */
    public static List<Optional<StoredContent>> of(CheckedDataset data, Column column, List<Sample> samples,
            Progress progress) {
        ColumnReader reader = data.readers().of(column);
        return data.look(column, samples, new CheckedDataset.Look(NAME, (root, value, options) -> reader.read(root, value,
                options, array -> of(array).text())), TASK, progress).stream().map(text -> text.map(StoredContent::parse)).toList();
    }

    /** What checks need to know of an array. */
    static StoredContent of(TypedArray array) {
        ArrayDescription description = array.description();
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        int length = array.length();
        for (int i = 0; i < length; i++) {
            double value = array.value(i);
            if (Double.isFinite(value)) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        return new StoredContent(sha256(array), description.type().text(),
                Arrays.stream(description.shape()).boxed().toList(), description.axis(Axis.CHANNEL).map(Axis::size).orElse(1),
                description.spacing(), description.brightness().inverted(), least, greatest, hash(array, least, greatest));
    }

    private static Optional<PerceptualHash> hash(TypedArray array, double least, double greatest) {
        List<String> axes = array.description().axes().stream().map(Axis::name).toList();
        boolean picture = axes.equals(List.of(Axis.Y, Axis.X)) || axes.equals(List.of(Axis.Y, Axis.X, Axis.CHANNEL));
        return Optional.of(array).filter(it -> picture && greatest > least)
                .map(it -> Thumbnail.of(it, least, greatest)).filter(it -> !it.flat()).map(PerceptualHash::of);
    }

    /** Values are taken as floating-point numbers a block at a time, since an array may fill the memory. */
    private static String sha256(TypedArray array) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(array.description().display().getBytes(StandardCharsets.UTF_8));
            ByteBuffer block = ByteBuffer.allocate(1 << 14);
            int length = array.length();
            ElementType type = array.description().type();
            for (int i = 0; i < length; i++) {
                put(type, array.value(i), block);
                if (block.remaining() < Float.BYTES || i == length - 1) {
                    digest.update(block.array(), 0, block.position());
                    block.clear();
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void put(ElementType type, double value, ByteBuffer block) {
        switch (type) {
            case U8 -> block.put((byte) (int) value);
            case I16, U16 -> block.putShort((short) (int) value);
            case I32 -> block.putInt((int) value);
            case F32 -> block.putFloat((float) value);
        }
    }

    /** Whether all values are the same, or none is a number. */
    boolean constant() {
        return !(greatest > least);
    }

    private String text() {
        return String.join("|", sha256, type, joined(sizes), Integer.toString(channels), joined(spacing),
                Boolean.toString(inverted), Double.toString(least), Double.toString(greatest),
                hash.map(PerceptualHash::text).orElse(""));
    }

    private static String joined(List<?> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static StoredContent parse(String text) {
        String[] parts = text.split("\\|", -1);
        return new StoredContent(parts[0], parts[1], numbers(parts[2], Integer::valueOf), Integer.parseInt(parts[3]),
                numbers(parts[4], Double::valueOf), Boolean.parseBoolean(parts[5]), Double.parseDouble(parts[6]),
                Double.parseDouble(parts[7]), parts[8].isEmpty() ? Optional.empty() : Optional.of(PerceptualHash.parse(parts[8])));
    }

    /** Without a stream, of which a hundred thousand would take longer than all else. */
    private static <T> List<T> numbers(String text, Function<String, T> number) {
        List<T> numbers = new ArrayList<>(4);
        if (!text.isEmpty()) {
            for (String part : text.split(",")) {
                numbers.add(number.apply(part));
            }
        }
        return numbers;
    }
}
