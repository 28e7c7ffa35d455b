// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;

import org.vesalius.dataset.MissingValues;
import org.vesalius.dataset.NumberText;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;

/** What can be said about the columns of a data set, whatever it is made of. */
public final class ColumnOptions {
    /** What columns are for. */
    public static final ImportOption ROLE = ImportOption.texts("role", "COLUMN=ROLE", "input, label, patient, study, site, "
            + "time, event, subgroup, rater, part (train, validation or test), fold or none.");
    /** What the values of columns are. */
    public static final ImportOption TYPE = ImportOption.texts("type", "COLUMN=TYPE", "number, category or text; of a "
            + "table, image as well.");
    /** What numbers count. */
    public static final ImportOption UNIT = ImportOption.texts("unit", "COLUMN=UNIT", "What the numbers of the column "
            + "count, such as mmHg.");
    /** What means missing. */
    public static final ImportOption MISSING = ImportOption.texts("missing", "[COLUMN=]MARK", "Means missing, in this "
            + "column or in all. 'COLUMN=' alone: nothing means missing in it but what is told.");
    /** All of them. */
    public static final List<ImportOption> ALL = List.of(ROLE, TYPE, UNIT, MISSING);

    private ColumnOptions() {
    }

    /** A kind that takes those of these options that it has none of its own for; it need not know of them. */
    public static ImportKind addedTo(ImportKind kind) {
        List<String> own = kind.options().stream().map(ImportOption::name).toList();
        return new SaidKind(kind, Stream.concat(ALL.stream().filter(option -> !own.contains(option.name())), Stream.of(ListedFolds.OPTION))
                .toList());
    }

    /** What was given for {@link #MISSING}: a mark without a column counts in all. */
    public static NamedSettings marks(ImportRequest request) {
        return new NamedSettings(MISSING.name(), request.texts(MISSING.name()).stream()
                .map(text -> NamedSetting.in(text).orElseGet(() -> new NamedSetting("*", text)))
                .toList());
    }

    /** The role of this name. */
    public static ColumnRole role(String text) {
        return constant(ColumnRole.values(), ColumnRole::text, text, "role of a column");
    }

    /** The type of this name. */
    public static ColumnType type(String text) {
        return constant(ColumnType.values(), ColumnType::text, text, "type of a column");
    }

    /**
     * The constant that is written like this.
     *
     * @param what it is, in the user's words
     * @throws ReportedException if there is none
     */
    public static <E> E constant(E[] all, Function<E, String> written, String text, String what) {
        return Arrays.stream(all).filter(one -> written.apply(one).equals(text)).findFirst()
                .orElseThrow(() -> new ReportedException(ErrorKind.INVALID_INPUT, "'" + text + "' is no " + what + ".",
                        "Use one of: " + Arrays.stream(all).map(written).collect(Collectors.joining(", ")) + "."));
    }
}

/** A kind whose data sets are changed by what is said about their columns. */
record SaidKind(ImportKind kind, List<ImportOption> added) implements ImportKind {

    @Override
    public String id() {
        return kind.id();
    }

    @Override
    public String title() {
        return kind.title();
    }

    @Override
    public String header() {
        return kind.header();
    }

    @Override
    public String description() {
        return kind.description();
    }

    @Override
    public Sources sources() {
        return kind.sources();
    }

    @Override
    public List<ImportOption> options() {
        return Stream.concat(kind.options().stream(), added.stream()).toList();
    }

    @Override
    public List<String> examples() {
        return kind.examples();
    }

    @Override
    public Fit fit(SourceGlance sources) {
        return kind.fit(sources);
    }

    @Override
    public Map<String, List<String>> proposals(SourceGlance sources) {
        return kind.proposals(sources);
    }

    @Override
    public DatasetImport of(ImportRequest request) {
        return new SaidImport(kind.of(request), SaidColumns.of(request, added), request, kind.sources().folder());
    }
}

/** An import whose columns are changed by what is said about them, and to which folds are added. */
record SaidImport(DatasetImport files, SaidColumns said, ImportRequest request, boolean folders) implements DatasetImport {

    @Override
    public List<Path> sources() {
        return files.sources();
    }

    @Override
    public DatasetPreview preview(Progress progress) {
        requireFolders();
        Optional<ListedFolds> folds = ListedFolds.of(request);
        DatasetPreview preview = files.preview(progress);
        Dataset beginning = said.of(preview.beginning());
        List<String> remarks = new ArrayList<>(preview.remarks());
        boolean all = preview.counts().isPresent();
        Dataset folded = folds.map(list -> all ? list.addedTo(beginning, remarks) : list.shownIn(beginning)).orElse(beginning);
        return new DatasetPreview(folded, preview.samples(), preview.passedOver(), remarks);
    }

    @Override
    public ImportedData read(ImportFolder folder, Progress progress) {
        requireFolders();
        Optional<ListedFolds> folds = ListedFolds.of(request);
        ImportedData read = files.read(folder, progress);
        Dataset dataset = said.of(read.dataset());
        List<String> remarks = new ArrayList<>(read.remarks());
        Dataset folded = folds.map(list -> list.addedTo(dataset, remarks)).orElse(dataset);
        return new ImportedData(folded, read.defects(), read.passedOver(), remarks);
    }

    private void requireFolders() {
        request.sources().stream().filter(source -> folders && Files.isRegularFile(source)).findFirst().ifPresent(file -> {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "This is a file, not a folder.", file,
                    "Give the folder that it is in, or another kind of import.");
        });
    }
}

/** What is said about the columns of a data set. */
record SaidColumns(NamedSettings roles, NamedSettings types, NamedSettings units, NamedSettings marks) {
    private static final int MOST_CATEGORIES = 1000;

    static SaidColumns of(ImportRequest request, List<ImportOption> taken) {
        NamedSettings none = new NamedSettings("", List.of());
        return new SaidColumns(taken.contains(ColumnOptions.ROLE) ? NamedSettings.of(request, "role") : none,
                taken.contains(ColumnOptions.TYPE) ? NamedSettings.of(request, "type") : none,
                taken.contains(ColumnOptions.UNIT) ? NamedSettings.of(request, "unit") : none,
                taken.contains(ColumnOptions.MISSING) ? ColumnOptions.marks(request) : none);
    }

    Dataset of(Dataset dataset) {
        List<String> names = dataset.columns().stream().map(Column::name).toList();
        Stream.of(roles, types, units, marks).forEach(said -> said.requireUsed(names));
        List<Column> columns = new ArrayList<>();
        for (Column column : dataset.columns()) {
            Column typed = typed(marked(column), dataset.samples());
            columns.add(inRole(new Column(typed.name(), typed.type(), typed.role(), units.of(typed.name()).orElse(typed.unit()),
                    typed.reader(), typed.options(), typed.categories(), typed.missing()), dataset.samples()));
        }
        return new Dataset(dataset.folder(), dataset.name(), dataset.root(), aloneInRoles(columns), dataset.samples());
    }

    private Column marked(Column column) {
        List<String> told = column.type().read() ? List.of() : marks.allOf(column.name());
        return told.isEmpty() ? column : withoutCategories(told, column.with(MissingValues.marked(
                Stream.concat(told.contains("") ? Stream.of() : column.missing().marks().stream(), told.stream()).distinct()
                        .toList())));
    }

    /** What means missing is no category: no sample would ever have it. */
    private static Column withoutCategories(List<String> told, Column column) {
        if (column.type() != ColumnType.CATEGORY) {
            return column;
        }
        List<String> categories = column.categories().stream().filter(category -> !told.contains(category)).toList();
        if (categories.isEmpty()) {
            throw refused("All categories of '" + column.name() + "' are said to mean missing.", "Leave one of them.");
        }
        return new Column(column.name(), column.type(), column.role(), column.unit(), column.reader(), column.options(), categories,
                column.missing());
    }

    private Column typed(Column column, List<Sample> samples) {
        Optional<ColumnType> asked = types.of(column.name()).map(ColumnOptions::type).filter(type -> type != column.type());
        if (asked.isEmpty()) {
            return column;
        }
        ColumnType type = asked.get();
        if (type.read() || column.type().read()) {
            throw refused("'" + column.name() + "' is " + column.type().text() + " and can't become " + type.text() + ".",
                    "Take number, category or text for columns that hold their values themselves.");
        }
        Column plain = new Column(column.name(), type, column.role(), column.unit(), "", Map.of(), List.of(), column.missing());
        if (type == ColumnType.NUMBER) {
            requireNumbers(plain, samples);
        }
        return type == ColumnType.CATEGORY ? categorical(plain, samples) : plain;
    }

    private static void requireNumbers(Column column, List<Sample> samples) {
        samples.stream().filter(sample -> !sample.lacks(column) && !NumberText.isNumber(sample.value(column))).findFirst()
                .ifPresent(sample -> {
                    throw refused("'" + column.name() + "' holds something that is no number in sample " + sample.id() + ".",
                            "Say what means missing with --missing " + column.name() + "=…, or take the column as a text.");
                });
    }

    private static Column categorical(Column column, List<Sample> samples) {
        List<String> categories = samples.stream().filter(sample -> !sample.lacks(column)).map(sample -> sample.value(column))
                .distinct().sorted(SaidColumns::inOrder).toList();
        if (categories.size() > MOST_CATEGORIES) {
            throw refused("'" + column.name() + "' has " + categories.size() + " different values; a category has at most "
                    + MOST_CATEGORIES + ".", "Take the column as a text or a number.");
        }
        return new Column(column.name(), column.type(), column.role(), column.unit(), "", Map.of(), categories, column.missing());
    }

    /** Numbers by their size, then texts. */
    private static int inOrder(String first, String second) {
        boolean numbers = NumberText.isNumber(first) && NumberText.isNumber(second);
        return numbers ? Double.compare(Double.parseDouble(first), Double.parseDouble(second))
                : new PathOrder().compare(first, second);
    }

    private Column inRole(Column column, List<Sample> samples) {
        Optional<ColumnRole> asked = roles.of(column.name()).map(ColumnOptions::role);
        if (asked.equals(Optional.of(ColumnRole.SUBSET)) && samples.stream().map(sample -> sample.value(column))
                .anyMatch(value -> !value.isEmpty() && Subset.of(value).isEmpty())) {
            throw refused("'" + column.name() + "' is to say the part of a sample and holds something else.",
                    "Its values are train, validation and test.");
        }
        if (asked.equals(Optional.of(ColumnRole.PATIENT)) && column.role() != ColumnRole.PATIENT) {
            throw refused("'" + column.name() + "' can't become the patient, since this import deals the samples out to the subsets"
                    + " by the patients that it finds itself.",
                    "Say with --patient how it finds them, where it has this option, or"
                            + " import a table that names the files, the patients and what is known of them.");
        }
        return asked.map(column::in).orElse(column);
    }

    /** Where a role that only one column has was given to another, the first is kept for nothing. */
    private List<Column> aloneInRoles(List<Column> columns) {
        List<ColumnRole> given = roles.all().stream().map(setting -> ColumnOptions.role(setting.value()))
                .filter(role -> role == ColumnRole.PATIENT || role == ColumnRole.SUBSET).toList();
        return columns.stream().map(column -> given.contains(column.role()) && roles.of(column.name()).isEmpty()
                ? column.in(ColumnRole.NONE) : column).toList();
    }

    private static ReportedException refused(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, remedy);
    }
}
