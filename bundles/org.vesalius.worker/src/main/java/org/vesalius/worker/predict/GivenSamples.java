// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.predict;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.table.KnownColumns;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.pixel.ValueOptions;
import org.vesalius.dataset.prepare.Steps;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.ImageFileReader;
import org.vesalius.dataset.reader.SamplePath;
import org.vesalius.dataset.sequence.GridOptions;
import org.vesalius.dataset.sequence.reading.Layout;
import org.vesalius.experiment.run.PredictionQuestion;

/** Samples that a user gives, with the columns of the data set that a run was trained on. */
public interface GivenSamples {
    /**
     * The samples that a question is about.
     *
     * @param columns those that feed the network, as the run knows them
     * @throws ReportedException if they can't be read, or lack a column
     */
    static GivenSamples of(PredictionQuestion question, List<Column> columns, ColumnReaders readers) {
        if (!question.files().isEmpty()) {
            return new FileSamples(question.files(), readers);
        }
        return question.table().isEmpty() ? DatasetSamples.of(question, columns)
                : TableSamples.of(question, columns, readers);
    }

    /** How many there are. */
    int count();

    /** What a sample is called in the predictions. */
    String name(int sample);

    /** What is told of a sample that can't be used: nothing that a user might call a patient by. */
    Object place(int sample);

    /** The subset that it belongs to; empty if to none. */
    default String subset(int sample) {
        return "";
    }

    /** Why it can't be used, whatever it holds. */
    default Optional<String> defect(int sample) {
        return Optional.empty();
    }

    /** How arrays of a column are read here; a column of the run. */
    Column read(Column column);

    /** The text in a column of the run; empty where it is missing. */
    String cell(int sample, Column column);

    /**
     * Where the array of a sample is.
     *
     * @throws UnreadableImageException if there is none
     */
    SamplePath array(int sample, Column column) throws UnreadableImageException;
}

/** Files, each of which is all that the network takes of a sample. */
record FileSamples(List<String> files, ColumnReaders readers) implements GivenSamples {
    @Override
    public int count() {
        return files.size();
    }

    @Override
    public String name(int sample) {
        return files.get(sample);
    }

    @Override
    public Object place(int sample) {
        return sample;
    }

    @Override
    public Column read(Column column) {
        return readable(column, readers);
    }

    /** Drawn images have no files, so files are then read as what they are; nothing tells what files of other arrays are. */
    static Column readable(Column column, ColumnReaders readers) {
        if (readers.of(column).readsFiles()) {
            return column;
        }
        if (column.type() != ColumnType.IMAGE) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The arrays of column '" + column.name()
                    + "', which the network takes, are drawn by an example and not read from files.",
                    "Give a data set with such a column: its dataset.json in the window, --data on the command line.");
        }
        return Column.image(column.name(), ImageFileReader.ID, column.options());
    }

    @Override
    public String cell(int sample, Column column) {
        throw new IllegalStateException("a file has no cells");
    }

    @Override
    public SamplePath array(int sample, Column column) throws UnreadableImageException {
        return absolute(Path.of(files.get(sample)));
    }

    /** The user named the file, so that it may be anywhere. */
    static SamplePath absolute(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return new SamplePath(whole.getRoot(), whole.getRoot().relativize(whole).toString());
    }
}

/** The rows of a table. Paths in it are relative to its folder. */
record TableSamples(Path table, KnownColumns.Rows content, ColumnReaders readers) implements GivenSamples {
    static TableSamples of(PredictionQuestion question, List<Column> columns, ColumnReaders readers) {
        Path table = Path.of(question.table());
        return new TableSamples(table, new KnownColumns(columns).read(table, question.id(), Progress.none()), readers);
    }

    @Override
    public int count() {
        return content.rows().size();
    }

    @Override
    public String name(int sample) {
        return content.names().get(sample);
    }

    @Override
    public Object place(int sample) {
        return content.rows().id(sample);
    }

    @Override
    public Column read(Column column) {
        return FileSamples.readable(column, readers);
    }

    @Override
    public String cell(int sample, Column column) {
        return content.rows().text(content.rows().place(column.name()), sample);
    }

    @Override
    public SamplePath array(int sample, Column column) throws UnreadableImageException {
        String cell = cell(sample, column);
        if (cell.isEmpty()) {
            throw new UnreadableImageException("is not named");
        }
        try {
            return FileSamples.absolute(table.resolveSibling(cell));
        } catch (InvalidPathException e) {
            throw new UnreadableImageException("has a name that is no path", e);
        }
    }
}

/**
 * The samples of a data set.
 *
 * @param columns its columns that feed the network, by their names
 */
record DatasetSamples(Dataset dataset, List<Sample> samples, Map<String, Column> columns) implements GivenSamples {
    /** What decides about the numbers that a network gets is said by the run, how files are written by the data set. */
    private static final Set<String> OF_RUN = Set.of(Steps.OPTION, Steps.TYPE, "scale", ValueOptions.DEPTH,
            ValueOptions.WHITE, ValueOptions.LOW, ValueOptions.HIGH, Layout.CHANNELS, GridOptions.STEP,
            GridOptions.STEPS, GridOptions.GAPS, GridOptions.AGGREGATION);

    static DatasetSamples of(PredictionQuestion question, List<Column> wanted) {
        Dataset dataset = new DatasetFiles().load(Path.of(question.dataset()));
        Map<String, Column> columns = new HashMap<>();
        wanted.forEach(column -> columns.put(column.name(), same(column, dataset)));
        Predicate<Sample> chosen = question.subset().isEmpty() ? sample -> true
                : sample -> dataset.subset(sample).map(Subset::text).filter(question.subset()::equals).isPresent();
        List<Sample> samples = question.subset().isEmpty() ? dataset.samples()
                : dataset.samples().stream().filter(chosen).toList();
        if (samples.isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The data set has no sample of the subset '"
                    + question.subset() + "'.", dataset.folder(), "Name another subset, or none for all samples.");
        }
        return new DatasetSamples(dataset, samples, columns);
    }

    private static Column same(Column wanted, Dataset dataset) {
        Column column = dataset.column(wanted.name()).orElseThrow(() -> refused(dataset, "The data set has no column '"
                + wanted.name() + "', which the network takes.",
                "Give a data set with the columns of the one that the run was trained on."));
        if (column.type() != wanted.type()) {
            throw refused(dataset, "Column '" + wanted.name() + "' holds " + column.type().text() + ", and "
                    + wanted.type().text() + " in the data set that the run was trained on.",
                    "Import it with the same type of this column.");
        }
        if (!column.unit().isEmpty() && !wanted.unit().isEmpty() && !column.unit().equals(wanted.unit())) {
            throw refused(dataset, "Column '" + wanted.name() + "' counts in " + column.unit() + ", and in "
                    + wanted.unit() + " in the data set that the run was trained on.",
                    "Convert its values, and import them with the unit " + wanted.unit() + ".");
        }
        if (!sameStart(column, wanted)) {
            throw refused(dataset, "The sequences in column '" + wanted.name() + "' begin at another time than those of the"
                    + " data set that the run was trained on.", "Import it with the same start of the sequences.");
        }
        return column;
    }

    /** The times of the same measurements would be others for the network if not. */
    private static boolean sameStart(Column one, Column other) {
        try {
            return Double.compare(GridOptions.of(one.options()).grid().start(),
                    GridOptions.of(other.options()).grid().start()) == 0;
        } catch (UnreadableImageException e) {
            // no grid, or one that can't be used, which whoever reads it tells
            return Objects.equals(one.options().get(GridOptions.START), other.options().get(GridOptions.START));
        }
    }

    private static ReportedException refused(Dataset dataset, String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, dataset.folder(), remedy);
    }

    @Override
    public int count() {
        return samples.size();
    }

    @Override
    public String name(int sample) {
        return samples.get(sample).id();
    }

    @Override
    public Object place(int sample) {
        return name(sample);
    }

    @Override
    public String subset(int sample) {
        return dataset.subset(samples.get(sample)).map(Subset::text).orElse("");
    }

    @Override
    public Optional<String> defect(int sample) {
        return dataset.defect(samples.get(sample));
    }

    @Override
    public Column read(Column column) {
        Column own = own(column);
        Map<String, String> options = new TreeMap<>(own.options());
        options.keySet().removeAll(OF_RUN);
        column.options().forEach((name, value) -> {
            if (OF_RUN.contains(name)) {
                options.put(name, value);
            }
        });
        return own.with(options);
    }

    @Override
    public String cell(int sample, Column column) {
        Column own = own(column);
        String text = samples.get(sample).value(own);
        return own.isMissing(text) || column.isMissing(text) ? "" : text;
    }

    @Override
    public SamplePath array(int sample, Column column) {
        return new SamplePath(dataset.root(), samples.get(sample).value(own(column)));
    }

    private Column own(Column column) {
        return Objects.requireNonNull(columns.get(column.name()));
    }
}
