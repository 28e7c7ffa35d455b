// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.array;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.number.InvalidArrayException;
import org.vesalius.dataset.number.NpzFile;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.pixel.DepthRule;
import org.vesalius.dataset.pixel.StoredRange;
import org.vesalius.dataset.prepare.Steps;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.NpyReader;
import org.vesalius.dataset.reader.PictureReader;

/**
 * A column whose arrays stand in a .npz file, in one piece or in those of the subsets.
 *
 * @param name of the column
 * @param role what it is for
 * @param pieces in the order of the samples
 * @param type of the numbers
 * @param axes names of the axes of one sample
 * @param sizes of these
 * @param preprocessing its steps
 */
record ArrayColumn(String name, ColumnRole role, List<Piece> pieces, ElementType type, List<String> axes, int[] sizes,
        String preprocessing) {
    private static final int MOST_SAMPLES = 5_000_000;
    private static final int MOST_LEVELS = 100;
    /** Single precision, in which masks are compared with what a network says, tells all whole numbers up to it apart. */
    private static final int GREATEST_LEVEL = 1 << 24;

    /**
     * One of the arrays.
     *
     * @param subset that it is, if its name tells
     * @param array its name in the .npz file
     * @param file where it is unpacked to
     * @param count how many samples
     */
    record Piece(Optional<Subset> subset, String array, String file, int count) {
    }

    /**
     * The input.
     *
     * @param name what it is called; empty for the largest
     * @throws InvalidArrayException if there is none that could be
     */
    static ArrayColumn of(NpzFile zip, NpzParts parts, Optional<String> name, ImportRequest request) throws IOException {
        String chosen = name.isPresent() ? name.get() : largest(zip, parts);
        if (!parts.byName().containsKey(chosen)) {
            throw new InvalidArrayException("holds no array '" + chosen + "'; it holds "
                    + String.join(", ", parts.byName().keySet()));
        }
        return of(zip, parts, chosen, ColumnRole.INPUT, request.text("axes").orElse(""),
                request.text("preprocessing").orElse(""));
    }

    /** A mask, or another array that a network learns to say. */
    static ArrayColumn mask(NpzFile zip, NpzParts parts, String name) throws IOException {
        return of(zip, parts, name, ColumnRole.LABEL, "", "");
    }

    private static ArrayColumn of(NpzFile zip, NpzParts parts, String name, ColumnRole role, String axes,
            String preprocessing) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        int[] sizes = {};
        for (Map.Entry<Optional<Subset>, String> piece : parts.of(name).entrySet()) {
            int[] shape = zip.shape(piece.getValue());
            if (shape.length < 2 || !pieces.isEmpty() && !Arrays.equals(sizes, Arrays.copyOfRange(shape, 1, shape.length))) {
                throw new InvalidArrayException("holds the array '" + piece.getValue() + "', whose samples have no axis or are of "
                        + "another size than those of other subsets");
            }
            sizes = Arrays.copyOfRange(shape, 1, shape.length);
            if (shape[0] > MOST_SAMPLES) {
                throw new InvalidArrayException("holds more than " + MOST_SAMPLES + " samples");
            }
            pieces.add(new Piece(piece.getKey(), piece.getValue(), file(piece.getValue(), pieces), shape[0]));
        }
        List<String> named = axes.isBlank() ? NpyReader.usualAxes(sizes.length, sizes[sizes.length - 1])
                : Arrays.stream(axes.split(",")).map(String::strip).toList();
        if (named.size() != sizes.length) {
            throw new InvalidArrayException("holds samples of " + sizes.length + " axes in '" + name + "', and " + named.size()
                    + " are named");
        }
        return new ArrayColumn(name, role, pieces, zip.type(pieces.get(0).array()), named, sizes, preprocessing);
    }

    private static String largest(NpzFile zip, NpzParts parts) throws IOException {
        String largest = null;
        double most = -1;
        for (Map.Entry<String, Map<Optional<Subset>, String>> entry : parts.byName().entrySet()) {
            int[] shape = zip.shape(entry.getValue().values().iterator().next());
            double size = Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
            if (shape.length > 1 && size > most) {
                largest = entry.getKey();
                most = size;
            }
        }
        if (largest == null) {
            throw new InvalidArrayException("holds no array of samples: they have two axes or more");
        }
        return largest;
    }

    /** A name that every file system takes. */
    private static String file(String array, List<Piece> before) {
        String name = array.replaceAll("[^A-Za-z0-9_-]", "_") + ".npy";
        boolean taken = before.stream().anyMatch(piece -> piece.file().equalsIgnoreCase(name));
        return taken ? before.size() + "_" + name : name;
    }

    int count() {
        return pieces.stream().mapToInt(Piece::count).sum();
    }

    /** The subset of each sample, if the names of the arrays tell. */
    List<Optional<Subset>> subsets() {
        List<Optional<Subset>> subsets = new ArrayList<>();
        pieces.forEach(piece -> {
            for (int i = 0; i < piece.count(); i++) {
                subsets.add(piece.subset());
            }
        });
        return subsets;
    }

    /** What stands in the column of a sample. */
    String value(int sample) {
        int left = sample;
        for (Piece piece : pieces) {
            if (left < piece.count()) {
                return piece.file() + "/" + left;
            }
            left -= piece.count();
        }
        throw new IndexOutOfBoundsException(sample);
    }

    /** Whether an array has the same pieces. */
    boolean hasPieces(Map<Optional<Subset>, String> other) {
        return pieces.stream().allMatch(piece -> other.containsKey(piece.subset()));
    }

    /** Whether an array has the same pieces with as many samples. */
    boolean matches(NpzFile zip, Map<Optional<Subset>, String> other) throws IOException {
        for (Piece piece : pieces) {
            String array = other.get(piece.subset());
            int[] shape = array == null ? new int[0] : zip.shape(array);
            if (shape.length == 0 || shape[0] != piece.count()) {
                return false;
            }
        }
        return true;
    }

    /** The pieces of another array in the order of these. */
    List<String> inOrder(Map<Optional<Subset>, String> other) {
        return pieces.stream().map(piece -> other.get(piece.subset())).toList();
    }

    /** Whether it can be treated as pictures: grey or RGB, in whole numbers without a sign. */
    private boolean pictures() {
        boolean whole = type == ElementType.U8 || type == ElementType.U16;
        boolean shown = axes.equals(List.of(Axis.Y, Axis.X))
                || axes.equals(List.of(Axis.Y, Axis.X, Axis.CHANNEL)) && (sizes[2] == 1 || sizes[2] == 3);
        return role == ColumnRole.INPUT && whole && shown && preprocessing.isEmpty();
    }

    /** The column of the data set. */
    Column column(Map<String, String> more) {
        Map<String, String> options = new TreeMap<>(more);
        options.put(NpyReader.AXES, String.join(",", axes));
        if (pictures()) {
            return Column.image(name, NpyReader.ID, options);
        }
        options.put(Steps.TYPE, type.text());
        if (!preprocessing.isEmpty()) {
            options.put(Steps.OPTION, preprocessing);
        }
        Column column = new Column(name, ColumnType.ARRAY, role, NpyReader.ID, options, List.of());
        // a step that is wrong is told now and not when training begins
        Steps.of(column);
        return column;
    }

    /** What is black and white in pictures of 16 bits. */
    Map<String, String> depth(ColumnReaders readers, Path root, List<String> remarks, Progress progress) throws IOException {
        if (!pictures() || type == ElementType.U8) {
            return Map.of();
        }
        Column column = column(Map.of());
        PictureReader reader = new PictureReader(readers.of(column));
        StoredRange[] ranges = new StoredRange[count()];
        new ParallelWork(ranges.length, i -> ranges[i] = reader.range(root, value(i), column.options()))
                .by("reader '" + column.reader() + "'").run("Looking at values", progress);
        DepthRule rule = new DepthRule(Arrays.asList(ranges));
        remarks.addAll(rule.remarks());
        return rule.options();
    }

    /**
     * The column with the numbers in its arrays as categories, 0 among them, where these are whole and few: a mask. Without them, places of
     * a number that a network has no unit for would count as not known.
     */
    Column marked(ColumnReaders readers, Path root, Progress progress) throws IOException {
        Column column = column(Map.of());
        if (!type.whole()) {
            return column;
        }
        ColumnReader reader = readers.of(column);
        Set<Integer> levels = new ConcurrentSkipListSet<>(Set.of(0));
        new ParallelWork(count(), i -> collect(reader.read(root, value(i), column.options()), levels))
                .by("reader '" + column.reader() + "'").run("Looking at values", progress);
        boolean few = levels.size() <= MOST_LEVELS && levels.stream().allMatch(level -> level >= 0 && level <= GREATEST_LEVEL);
        return few ? new Column(column.name(), column.type(), column.role(), column.reader(), column.options(),
                levels.stream().map(String::valueOf).toList()) : column;
    }

    /** Reads floats once, so that those that are none are told; whole numbers always are some. */
    Optional<String> noNumbers(ColumnReaders readers, Path root, Progress progress) throws IOException {
        if (type.whole()) {
            return Optional.empty();
        }
        Column column = column(Map.of());
        ColumnReader reader = readers.of(column);
        LongAdder found = new LongAdder();
        new ParallelWork(count(), i -> found.add(reader.read(root, value(i), column.options()).holdsNoNumber() ? 1 : 0))
                .by("reader '" + column.reader() + "'").run("Looking at values", progress);
        return NoNumbers.remark(found.sum(), "sample");
    }

    private static void collect(TypedArray array, Set<Integer> levels) {
        double last = 0;
        for (int i = 0; i < array.length() && levels.size() <= MOST_LEVELS; i++) {
            double value = array.value(i);
            if (value != last) {
                levels.add((int) value);
                last = value;
            }
        }
    }

    /** What was found, for the user. */
    String words() {
        return "'" + name + "' goes into the network: "
                + Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining("×")) + " ("
                + String.join(", ", axes) + "), " + type.text() + (pictures() ? ", as pictures" : ", as arrays");
    }
}
