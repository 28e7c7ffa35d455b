// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.array;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.NiftiReader;

/**
 * What was found by reading each volume and mask once.
 *
 * @param descriptions of the volumes; null where one can't be read
 * @param defects why not; empty where it can
 * @param levels the whole numbers in the masks, ascending
 * @param strayMasks whether its mask doesn't tell how it lies in the patient, as the volume does, or the other way round
 * @param otherSteps whether the places of its mask have other distances
 * @param elsewhere whether its mask lies elsewhere in the patient
 * @param noNumbers whether it holds values that are no numbers, or infinite
 */
record ReadVolumes(ArrayDescription[] descriptions, String[] defects, List<Integer> levels, boolean[] strayMasks, boolean[] otherSteps,
        boolean[] elsewhere, boolean[] noNumbers) {
    private static final double SAME = 0.01;
    /** Of the distance of two places: masks that were resampled lie off by half of one or more. */
    private static final double SAME_PLACE = 0.1;
    private static final int MOST_LEVELS = 256;
    /** Single precision, in which masks are compared with what a network says, tells all whole numbers up to it apart. */
    private static final int GREATEST_LEVEL = 1 << 24;

    static ReadVolumes of(ColumnReaders readers, Path root, FoundVolumes found, Progress progress) {
        Column column = found.column("volume", ColumnRole.INPUT);
        ColumnReader reader = readers.of(column);
        int count = found.volumes().size();
        ReadVolumes read = new ReadVolumes(new ArrayDescription[count], new String[count], new ArrayList<>(),
                new boolean[count], new boolean[count], new boolean[count], new boolean[count]);
        Set<Integer> levels = new ConcurrentSkipListSet<>();
        try {
            new ParallelWork(count, i -> read.look(column.options(), reader, root, found, i, levels))
                    .by("reader '" + reader.id() + "'").run("Reading volumes", progress);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The volumes can't be read.", root,
                    "Check that the files may be read and the disk is sound.", e);
        }
        if (Arrays.stream(read.defects).noneMatch(String::isEmpty)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "None of the " + count + " volumes can be read; the first "
                    + read.defects[0] + ".", root, "Repair or replace the damaged files.");
        }
        read.levels.addAll(new TreeSet<>(levels));
        return read;
    }

    private void look(Map<String, String> options, ColumnReader reader, Path root, FoundVolumes found, int i, Set<Integer> levels)
            throws IOException {
        String volume = found.volumes().get(i);
        try {
            ArrayDescription description = reader.read(root, volume, options, array -> {
                noNumbers[i] = array.holdsNoNumber();
                return array.description();
            });
            String mask = found.masks().get(volume);
            if (mask != null) {
                ArrayDescription own = lookAtMask(options, reader, root, mask, description, levels);
                strayMasks[i] = !own.orientation().equals(description.orientation());
                otherSteps[i] = differ(own.spacing(), description.spacing());
                elsewhere[i] = !otherSteps[i] && reader instanceof NiftiReader nifti
                        && differ(nifti.origin(root, volume), nifti.origin(root, mask), description.spacing());
            }
            descriptions[i] = description;
            defects[i] = mask == null && !found.masks().isEmpty() ? "has no mask" : "";
        } catch (UnreadableImageException e) {
            defects[i] = e.getMessage();
        }
    }

    /** Whether distances that both are known differ by more than what tools round. */
    private static boolean differ(List<Double> one, List<Double> other) {
        return IntStream.range(0, 3).anyMatch(axis -> one.get(axis) > 0 && other.get(axis) > 0
                && Math.abs(one.get(axis) / other.get(axis) - 1) > SAME);
    }

    /** Whether origins that both are known are further apart than what tools round, by the distances upwards, to the front and to the right. */
    private static boolean differ(List<Double> origin, List<Double> other, List<Double> steps) {
        return !origin.isEmpty() && !other.isEmpty() && IntStream.range(0, 3)
                .anyMatch(axis -> Math.abs(origin.get(axis) - other.get(axis)) > SAME_PLACE * steps.get(2 - axis));
    }

    private static ArrayDescription lookAtMask(Map<String, String> options, ColumnReader reader, Path root, String mask,
            ArrayDescription volume,
            Set<Integer> levels) throws IOException {
        try {
            return reader.read(root, mask, options, array -> {
                int[] shape = Arrays.copyOf(array.description().shape(), 3);
                if (!Arrays.equals(shape, Arrays.copyOf(volume.shape(), 3))) {
                    throw new UnreadableImageException("is of another size than its volume: "
                            + array.description().display() + " and " + volume.display());
                }
                collect(array, levels);
                return array.description();
            });
        } catch (UnreadableImageException e) {
            throw new UnreadableImageException("has a mask that " + e.getMessage(), e);
        }
    }

    private static void collect(TypedArray mask, Set<Integer> levels) throws UnreadableImageException {
        Set<Integer> own = new HashSet<>();
        double last = Double.NaN;
        for (int i = 0; i < mask.length(); i++) {
            double value = mask.value(i);
            if (value != last) {
                if (value != Math.rint(value) || value < 0 || value > GREATEST_LEVEL || own.size() > MOST_LEVELS) {
                    throw noMask();
                }
                own.add((int) value);
                last = value;
            }
        }
        levels.addAll(own);
        if (levels.size() > MOST_LEVELS) {
            throw noMask();
        }
    }

    private static UnreadableImageException noMask() {
        return new UnreadableImageException("holds other values than the whole numbers of at most " + MOST_LEVELS
                + " categories, from 0 to " + GREATEST_LEVEL);
    }

    /** What may be wrong with the values, and with how volumes and masks lie in the patient. */
    List<String> remarks(boolean stacks) {
        List<String> remarks = new ArrayList<>();
        NoNumbers.remark(count(noNumbers), "volume").ifPresent(remarks::add);
        long other = count(otherSteps);
        if (other > 0) {
            remarks.add("Of " + English.quantity(other, "volume") + " the mask has as many places, but at other distances (spacing); look"
                    + " whether they fit");
        }
        long shifted = count(elsewhere);
        if (shifted > 0) {
            remarks.add("Of " + English.quantity(shifted, "volume")
                    + " the mask has as many places at the same distances, but lies elsewhere in"
                    + " the patient (origin); its places are taken for those of the volume all the same: look whether they fit");
        }
        if (stacks) {
            remarks.add("Stacks don't tell how they lie in the patient: pages come one behind the other, as they are stored");
        } else {
            addOrientations(remarks);
        }
        return remarks;
    }

    private static long count(boolean[] marks) {
        return IntStream.range(0, marks.length).filter(i -> marks[i]).count();
    }

    private void addOrientations(List<String> remarks) {
        long read = Arrays.stream(descriptions).filter(Objects::nonNull).count();
        long untold = Arrays.stream(descriptions).filter(it -> it != null && it.orientation().isEmpty()).count();
        long stray = count(strayMasks);
        if (untold > 0) {
            remarks.add(untold + " of " + English.quantity(read, "volume")
                    + " don't tell how they lie in the patient: as most tools have it, their first axis is taken to run to the left,"
                    + " and the others to the front and upwards; left and right may be wrong");
        }
        if (stray > 0) {
            remarks.add("Of " + English.quantity(stray, "volume") + " and its mask only one tells how it lies in the patient;"
                    + " look whether they fit");
        }
    }

    /** The shapes of those that could be read. */
    ArrayShapes shapes() {
        return new ArrayShapes(Arrays.stream(descriptions).filter(Objects::nonNull).toList());
    }
}

/** Values that are no numbers, such as SPM writes around a brain. */
final class NoNumbers {
    private NoNumbers() {
    }

    static Optional<String> remark(long count, String what) {
        return count == 0 ? Optional.empty() : Optional.of(English.quantity(count, what) + (count == 1 ? " holds" : " hold")
                + " values that are no numbers or infinite, and can't be trained on like this; put numbers there, such as 0");
    }
}
