// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.sequence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.ImportFolder;
import org.vesalius.dataset.importer.kind.ImportedData;
import org.vesalius.dataset.importer.kind.SplitColumn;
import org.vesalius.dataset.importer.sequence.FoundSequences.Found;
import org.vesalius.dataset.sequence.reading.Layout;
import org.vesalius.dataset.sequence.reading.SequenceReader;
import org.vesalius.dataset.sequence.text.FilePart;

/** Makes a data set of files of sequences. */
final class SequenceImport implements DatasetImport {
    private static final String SEQUENCE = "sequence";
    private static final String PATIENT = "patient";
    private static final String PART = "part";
    private static final String DEFECT = "defect";
    private static final String CLASS = "class";
    private static final int MOST_CATEGORIES = 1000;

    private final SequenceOptions options;

    SequenceImport(SequenceOptions options) {
        this.options = options;
    }

    @Override
    public List<Path> sources() {
        return options.request().sources();
    }

    @Override
    public DatasetPreview preview(Progress progress) {
        try {
            SourceFiles files = SourceFiles.of(sources(), progress);
            FoundSequences found = scan(files).preview(progress);
            Made made = made(found, progress);
            return new DatasetPreview(new Dataset(options.request().out(), options.request().name(), found.root(), made.columns(),
                    made.samples()), found.total(), found.passedOver(), made.remarks());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public ImportedData read(ImportFolder folder, Progress progress) {
        try {
            SourceFiles files = SourceFiles.of(sources(), progress);
            FoundSequences found = scan(files).all(folder, progress);
            Made made = made(found, progress);
            refuseNothing(found);
            Dataset dataset = new Dataset(folder.path(), options.request().name(), found.root(), made.columns(),
                    made.samples());
            List<Defect> defects = made.samples().stream().filter(sample -> !sample.value(DEFECT).isEmpty())
                    .map(sample -> new Defect(sample.id(), sample.value(SEQUENCE), sample.value(DEFECT))).toList();
            return new ImportedData(dataset, defects, found.passedOver(), made.remarks());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private ReportedException unreadable(IOException e) {
        if (e instanceof UnreadableImageException) {
            return SequenceOptions.invalid("The file " + e.getMessage() + ".", options.request().source(),
                    "Save it anew as text in UTF-8.");
        }
        return new ReportedException(ErrorKind.ENVIRONMENT, "The files can't be read.", options.request().source(),
                "Check that they may be read and that the disk is sound.", e);
    }

    private void refuseNothing(FoundSequences found) {
        if (found.all().stream().allMatch(sequence -> !sequence.defect().isEmpty())) {
            String first = found.all().isEmpty() ? "there is none" : "the first of them " + found.all().get(0).defect();
            throw SequenceOptions.invalid("No sequence can be read; " + first + ".", options.request().source(),
                    "Look at the file; --layout, --separator and --missing tell how to read it.");
        }
    }

    private SequenceScan scan(SourceFiles files) throws IOException {
        Path first = files.files().get(0);
        if (options.layout().map(layout -> layout == Layout.RECORDING).orElse(Layout.isRecording(first.toString()))) {
            return new RecordingScan(files, options);
        }
        TextSample sample = TextSample.of(first, options);
        EventColumns columns = EventColumns.of(sample, options, first);
        boolean events = options.layout().map(layout -> layout == Layout.EVENTS).orElse(columns.isTold(sample));
        return events ? new EventScan(files, options, sample, columns) : new RowScan(files, options, sample);
    }

    /** Columns and samples that were made of what was found. */
    private record Made(List<Column> columns, List<Sample> samples, List<String> remarks) {
    }

    private Made made(FoundSequences found, Progress progress) throws IOException {
        Set<String> ids = found.all().stream().map(Found::id).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
        List<Path> tables = options.request().paths("table");
        OutcomeTable table = tables.isEmpty() ? OutcomeTable.none() : OutcomeTable.of(tables.get(0), options, ids, progress);
        String label = label(found, table);
        Names names = new Names();
        Map<String, String> tableNames = names.of(table.headings());
        Map<String, String> numberNames = names.of(found.numbers());
        String labelName = label.isEmpty() ? "" : tableNames.getOrDefault(label, label);
        List<Map<String, String>> rows = rows(found, table, labelName, tableNames, numberNames, !ids.isEmpty());
        List<String> categories = categories(rows, labelName);
        List<Column> columns = columns(found, table, labelName, categories, tableNames, numberNames, !ids.isEmpty());
        List<String> remarks = new ArrayList<>(found.remarks());
        remarks.addAll(table.remarks());
        return new Made(columns, samples(rows, labelName, found.total().isPresent()), remarks);
    }

    private String label(FoundSequences found, OutcomeTable table) {
        String given = options.column("label").orElse("");
        if (found.labelled()) {
            return CLASS;
        }
        if (given.isEmpty() || given.equals("none")) {
            return "";
        }
        if (!table.headings().contains(given)) {
            throw SequenceOptions.invalid("There is no column '" + given + "' in the table." + (table.headings().isEmpty() ? ""
                    : " Its columns are " + String.join(", ", table.headings()) + "."), options.request().source(),
                    "Name the column of the category with --label, and the table with --table.");
        }
        return given;
    }

    private static List<Map<String, String>> rows(FoundSequences found, OutcomeTable table, String label,
            Map<String, String> tableNames, Map<String, String> numberNames, boolean patients) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < found.all().size(); i++) {
            Found sequence = found.all().get(i);
            Map<String, String> row = new LinkedHashMap<>();
            row.put(SEQUENCE, sequence.value());
            if (found.labelled()) {
                row.put(label, sequence.label());
            }
            table.cells(sequence.id()).forEach((heading, cell) -> row.put(tableNames.get(heading), cell));
            numberNames.forEach((heading, name) -> row.put(name, sequence.numbers().getOrDefault(heading, "")));
            if (patients) {
                // a sequence of nobody known is of somebody else
                row.put(PATIENT, sequence.id().isEmpty() ? "unknown " + (i + 1) : sequence.id());
            }
            row.put(DEFECT, sequence.defect());
            rows.add(row);
        }
        return rows;
    }

    private List<String> categories(List<Map<String, String>> rows, String label) {
        List<String> categories = rows.stream().map(row -> row.getOrDefault(label, "")).filter(cell -> !cell.isEmpty())
                .distinct().sorted(SequenceImport::inOrder).toList();
        if (categories.size() > MOST_CATEGORIES) {
            throw SequenceOptions.invalid("The column '" + label + "' has " + categories.size() + " different values; a category"
                    + " has at most " + MOST_CATEGORIES + ".", options.request().source(), "Name another column with --label.");
        }
        return categories;
    }

    /** Numbers by their size, then texts. */
    private static int inOrder(String a, String b) {
        boolean numbers = a.matches("\\d{1,15}") && b.matches("\\d{1,15}");
        return numbers ? Long.compare(Long.parseLong(a), Long.parseLong(b)) : a.compareTo(b);
    }

    private static List<Column> columns(FoundSequences found, OutcomeTable table, String label, List<String> categories,
            Map<String, String> tableNames, Map<String, String> numberNames, boolean patients) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(SEQUENCE, ColumnType.ARRAY, ColumnRole.INPUT, SequenceReader.ID, found.options(), List.of()));
        if (!label.isEmpty()) {
            columns.add(Column.label(label, categories));
        }
        for (int i = 0; i < table.headings().size(); i++) {
            String name = tableNames.getOrDefault(table.headings().get(i), "");
            if (!name.equals(label)) {
                columns.add(value(name, table.numeric().get(i)));
            }
        }
        numberNames.values().forEach(name -> columns.add(value(name, true)));
        if (patients) {
            columns.add(Column.text(PATIENT, ColumnRole.PATIENT));
        }
        columns.add(Column.text(PART, ColumnRole.SUBSET));
        columns.add(Column.text(DEFECT, ColumnRole.DEFECT));
        return columns;
    }

    private static Column value(String name, boolean number) {
        return number ? Column.number(name, ColumnRole.NONE, "") : Column.text(name, ColumnRole.NONE);
    }

    private List<Sample> samples(List<Map<String, String>> rows, String label, boolean all) {
        List<String> ids = IntStream.range(0, rows.size()).mapToObj(DatasetImport.ids(rows.size())).toList();
        SplitColumn split = new SplitColumn(options.request());
        // a list names more than the beginning of the files holds
        List<Subset> subsets = all || !split.isListed() ? subsets(split, rows, ids, label) : List.of();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> values = new LinkedHashMap<>(rows.get(i));
            values.put(PART, subsets.isEmpty() ? "" : subsets.get(i).text());
            samples.add(new Sample(ids.get(i), values));
        }
        return samples;
    }

    private static List<Subset> subsets(SplitColumn split, List<Map<String, String>> rows, List<String> ids, String label) {
        List<String> names = new ArrayList<>();
        List<String> patients = new ArrayList<>();
        List<String> categories = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            FilePart part = part(rows.get(i));
            // sequences in one file have no names of their own
            names.add(part.isWhole() ? part.path() : ids.get(i));
            patients.add(rows.get(i).getOrDefault(PATIENT, "row " + i));
            categories.add(rows.get(i).getOrDefault(label, ""));
        }
        List<Optional<Subset>> given = Collections.nCopies(rows.size(), Optional.empty());
        return split.of(names, given, patients, categories);
    }

    private static FilePart part(Map<String, String> row) {
        try {
            return FilePart.of(row.get(SEQUENCE));
        } catch (UnreadableImageException e) {
            throw new IllegalStateException("an import names parts that are there", e);
        }
    }

    /** Names of columns, each once, whatever headings a table has. */
    private static final class Names {
        private final Set<String> taken = new HashSet<>(Set.of("sample", SEQUENCE, PATIENT, PART, DEFECT));

        Map<String, String> of(List<String> headings) {
            Map<String, String> names = new LinkedHashMap<>();
            for (String heading : new LinkedHashSet<>(headings)) {
                String base = heading.isBlank() ? "column" : heading;
                String name = base;
                for (int i = 2; !taken.add(name); i++) {
                    name = base + " " + i;
                }
                names.put(heading, name);
            }
            return names;
        }
    }
}
