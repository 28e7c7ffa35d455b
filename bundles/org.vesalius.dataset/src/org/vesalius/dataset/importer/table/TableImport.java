// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.SampleTable;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.ImportFolder;
import org.vesalius.dataset.importer.kind.ImportedData;
import org.vesalius.dataset.importer.kind.PassedOver;

/** Makes a data set of tables: one row a sample, with what other tables and folders of images have to say about it. */
final class TableImport implements DatasetImport {
    private static final String IDS = "sample";

    private final TableOptions options;

    TableImport(TableOptions options) {
        this.options = options;
    }

    @Override
    public List<Path> sources() {
        return options.files();
    }

    @Override
    public DatasetPreview preview(Progress progress) {
        List<String> remarks = new ArrayList<>();
        List<PassedOver> passedOver = new ArrayList<>();
        // the partners of the first rows may be few, or none
        boolean alone = options.joins().isEmpty() && options.images().isEmpty();
        JoinedTable joined = joined(alone ? TableReading.PREVIEWED : Integer.MAX_VALUE, progress, passedOver, remarks);
        RawTable raw = joined.table();
        boolean more = alone && raw.size() >= TableReading.PREVIEWED;
        if (more) {
            remarks.add("Told from the first " + TableReading.PREVIEWED + " rows");
        }
        Dataset dataset = dataset(joined, options.request().out(), progress, remarks);
        return new DatasetPreview(dataset, more ? OptionalLong.empty() : OptionalLong.of(raw.size()), passedOver, remarks);
    }

    @Override
    public ImportedData read(ImportFolder folder, Progress progress) {
        List<String> remarks = new ArrayList<>();
        List<PassedOver> passedOver = new ArrayList<>();
        JoinedTable joined = joined(Integer.MAX_VALUE, progress, passedOver, remarks);
        Dataset dataset = dataset(joined, folder.path(), progress, remarks);
        if (options.images().isEmpty()) {
            return new ImportedData(dataset, List.of(), passedOver, remarks);
        }
        DecodedRows decoded = DecodedRows.of(dataset, joined.table().names().get(joined.table().names().size() - 1), progress);
        remarks.addAll(decoded.remarks());
        return new ImportedData(decoded.dataset(), decoded.defects(), passedOver, remarks);
    }

    private JoinedTable joined(int most, Progress progress, List<PassedOver> passedOver, List<String> remarks) {
        TableReading reading = options.reading();
        RawTable table = new TableReading(reading.files(), reading.byPlaces(), reading.fileColumn(), reading.renamed(),
                reading.rows(), most).read(options.request().sources(), progress, remarks);
        List<RawTable> others = others(reading, progress, remarks);
        Set<String> gathered = new HashSet<>();
        for (int i = 0; i < others.size(); i++) {
            JoinedTable joined = options.joins().get(i).apply(table, others.get(i), remarks);
            gathered.addAll(joined.gathered());
            table = joined.table();
        }
        table = new ValueRules(options.columns()).apply(table, remarks);
        return new JoinedTable(options.images().isEmpty() ? table
                : options.images().get().apply(table, progress, passedOver, remarks), gathered);
    }

    /** The tables to be joined, one of which has each column that is to be gathered. */
    private List<RawTable> others(TableReading reading, Progress progress, List<String> remarks) {
        List<RawTable> others = new ArrayList<>();
        List<String> offered = new ArrayList<>();
        for (TableJoin join : options.joins()) {
            RawTable other = new TableReading(reading.files(), false, Optional.empty(), TableReading.NOTHING_RENAMED, reading.rows(),
                    Integer.MAX_VALUE)
                    .read(List.of(join.file()), progress, remarks);
            offered.addAll(join.offered(other));
            others.add(other);
        }
        options.gathered().requireUsed(offered);
        return others;
    }

    private Dataset dataset(JoinedTable joined, Path folder, Progress progress, List<String> remarks) {
        RawTable raw = joined.table();
        List<PlannedColumn> planned = notForIds(new ColumnPlan(raw, options.columns(), joined.gathered(),
                options.images().isPresent(), remarks, progress).columns(), remarks);
        List<Column> columns = new ArrayList<>(planned.stream().map(PlannedColumn::column).toList());
        boolean divided = columns.stream().anyMatch(column -> column.role() == ColumnRole.SUBSET);
        if (divided) {
            options.requireNoOtherParts();
        }
        List<Subset> subsets = divided && !options.dividedByColumn() ? List.of()
                : new SubsetDealing(options.request()).of(raw, planned);
        if (divided && !subsets.isEmpty() && !SubsetDealing.given(raw, planned).contains(Optional.of(Subset.VALIDATION))) {
            remarks.add("There is no validation part, so 15 % of the patients to train on become it");
        }
        if (!divided) {
            columns.add(Column.text(freeName("part", columns), ColumnRole.SUBSET));
        }
        SampleTable.Builder samples = new SampleTable.Builder(columns.stream().map(Column::name).toList());
        SampleIds ids = new SampleIds(raw, options.columns().id());
        for (int row = 0; row < raw.size(); row++) {
            if (progress.cancelled()) {
                throw new CancellationException("cancelled by the user");
            }
            List<String> values = new ArrayList<>(columns.size());
            for (PlannedColumn column : planned) {
                boolean part = column.column().role() == ColumnRole.SUBSET && !subsets.isEmpty();
                values.add(part ? subsets.get(row).text() : column.values().of(raw.text(column.place(), row)));
            }
            if (!divided) {
                values.add(subsets.get(row).text());
            }
            samples.add(ids.of(row), values);
        }
        Path root = options.images().map(ImageMatch::folder).orElse(folder);
        return new Dataset(folder, options.request().name(), root, columns, ids.checked(samples.build()));
    }

    /** The ids of samples stand under a heading of their own, which no column may have. */
    private static List<PlannedColumn> notForIds(List<PlannedColumn> planned, List<String> remarks) {
        return planned.stream().map(column -> {
            if (!column.column().name().equals(IDS)) {
                return column;
            }
            String name = freeName("column " + IDS, planned.stream().map(PlannedColumn::column).toList());
            remarks.add("The column '" + IDS + "' is called '" + name + "', since the samples' ids are called so");
            return new PlannedColumn(column.place(), named(name, column.column()), column.values());
        }).toList();
    }

    private static Column named(String name, Column column) {
        return new Column(name, column.type(), column.role(), column.unit(), column.reader(), column.options(),
                column.categories(), column.missing());
    }

    private static String freeName(String wanted, List<Column> columns) {
        String name = wanted;
        while (columns.stream().map(Column::name).toList().contains(name)) {
            name = (wanted.equals("part") ? "subset " : "other ") + name;
        }
        return name;
    }
}

/** The ids of samples: those of a column, or numbers. */
record SampleIds(RawTable table, Optional<String> column, IntFunction<String> numbered) {

    SampleIds(RawTable table, Optional<String> column) {
        this(table, column, DatasetImport.ids(table.size()));
    }

    String of(int row) {
        if (column.isEmpty()) {
            return numbered.apply(row);
        }
        String id = table.text(table.place(column.get()), row);
        if (id.isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "'" + column.get() + "' is empty in " + table.where(row) + ".",
                    "Give each row an id, or leave --id away to have the samples numbered.");
        }
        return id;
    }

    /** The samples, whose ids all differ. */
    SampleTable checked(SampleTable samples) {
        samples.repeated().ifPresent(row -> {
            int first = 0;
            while (!samples.id(first).equals(samples.id(row))) {
                first++;
            }
            throw new ReportedException(ErrorKind.INVALID_INPUT, "Two rows have the same '" + column.orElse("id") + "': "
                    + table.where(first) + " and " + table.where(row) + ".",
                    "Give each row an id of its own, or leave --id away to have the samples numbered.");
        });
        return samples;
    }
}
