// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * A data set, immutable. No patient's samples stand in two subsets: such a data set can't be made.
 *
 * @param folder where {@code dataset.json} and {@code samples.csv} are or will be, absolute
 * @param name what people call it
 * @param root the folder that sample paths start from, absolute; samples never lead out of it
 * @param columns what is known of each sample
 * @param samples the cases, in the order of {@code samples.csv}; a {@link SampleTable} where there may be many
 * @param split how its parts and folds came about; absent where they were imported
 */
public record Dataset(Path folder, String name, Path root, List<Column> columns, List<Sample> samples, Optional<Split> split) {

    /**
     * Checks and copies.
     *
     * @throws ReportedException if two columns or samples bear the same name, or a patient stands in two subsets
     */
    public Dataset {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(split, "split");
        folder = folder.toAbsolutePath().normalize();
        root = root.toAbsolutePath().normalize();
        columns = List.copyOf(columns);
        samples = samples instanceof SampleTable ? samples : List.copyOf(samples);
        requireUnique(folder, "column", columns.stream().map(Column::name));
        requireUniqueSamples(folder, samples);
        Path place = folder;
        PatientLeak.find(columns, samples).ifPresent(leak -> {
            throw leak.asException(place, leak.first().id(), leak.second().id());
        });
    }

    /** A data set whose parts were imported. */
    public Dataset(Path folder, String name, Path root, List<Column> columns, List<Sample> samples) {
        this(folder, name, root, columns, samples, Optional.empty());
    }

    /** The column of this name. */
    public Optional<Column> column(String columnName) {
        return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
    }

    /** All columns in this role, in their order. */
    public List<Column> columns(ColumnRole role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }

    /** The first column in this role. */
    public Optional<Column> first(ColumnRole role) {
        // asked for each of very many samples
        for (Column column : columns) {
            if (column.role() == role) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** The part a sample belongs to; empty if the data set has no part column or leaves it open for this sample. */
    public Optional<Subset> subset(Sample sample) {
        return first(ColumnRole.SUBSET).flatMap(column -> Subset.of(sample.value(column)));
    }

    /** The samples of a subset, in their order, unreadable ones included. */
    public List<Sample> samples(Subset subset) {
        Optional<Column> column = first(ColumnRole.SUBSET);
        return column.isEmpty() ? List.of()
                : samples.stream().filter(sample -> sample.value(column.get()).equals(subset.text())).toList();
    }

    /** Why this sample can't be read, as found at import; empty for a good one. */
    public Optional<String> defect(Sample sample) {
        return first(ColumnRole.DEFECT).map(sample::value).filter(reason -> !reason.isEmpty());
    }

    /** The samples that were found unreadable at import, in their order. */
    public List<Defect> defects() {
        String image = columns.stream().filter(column -> column.type().read()).findFirst()
                .map(Column::name).orElse("");
        return samples.stream().filter(sample -> defect(sample).isPresent())
                .map(sample -> new Defect(sample.id(), sample.value(image), defect(sample).orElseThrow())).toList();
    }

    /** The same data set to be kept in another folder; its image files stay where they are. */
    public Dataset movedTo(Path newFolder) {
        return new Dataset(newFolder, name, root, columns, samples, split);
    }

    private static void requireUniqueSamples(Path folder, List<Sample> samples) {
        if (!(samples instanceof SampleTable table) || table.repeated().isPresent()) {
            requireUnique(folder, "sample", samples.stream().map(Sample::id));
        }
    }

    private static void requireUnique(Path folder, String what, Stream<String> names) {
        Set<String> seen = new HashSet<>();
        names.filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There are two " + what + "s named '" + name + "'.",
                    folder, "Give each " + what + " a name of its own.");
        });
    }

    /** Without names, paths and values, which may tell who patients are. */
    @Override
    public String toString() {
        return "Dataset[" + columns.size() + " columns, " + samples.size() + " samples]";
    }
}
