// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.deidentify;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.NumberText;
import org.vesalius.dataset.importer.table.PlainTable;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Tables as text, by what each column is. What was not said of a column is found out; what looks like free text is left out. */
public final class TableCleaner implements FileCleaner {
    private static final List<String> ENDS = List.of(".csv", ".tsv", ".tab");
    private static final Set<String> MARKS = Set.of("", "na", "n/a", "nan", "null", "none", "?", "-", ".", "unknown");
    private static final int FEW = 50;
    private static final int MANY = 20;
    private static final int LONG = 5;
    private static final Pattern AGES = Pattern.compile("(.*[ _.-])?(age|alter)([ _.-].*)?", Pattern.CASE_INSENSITIVE);
    /** As in DICOM files, whose identifiers become the same. */
    private static final String UID = "[0-9]+(\\.[0-9]+){3,}";

    private final ProjectKey key;
    private final Map<String, TableRole> roles;
    private final boolean single;

    /**
     * @param key what pseudonyms and shifts of dates are made with
     * @param roles those that were said, by headings
     * @param single whether one table is de-identified by itself; in a folder each needs roles of its own and is left out
     */
    public TableCleaner(ProjectKey key, Map<String, TableRole> roles, boolean single) {
        this.key = Objects.requireNonNull(key, "key");
        this.roles = Map.copyOf(roles);
        this.single = single;
    }

    @Override
    public boolean takes(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDS.stream().anyMatch(name::endsWith);
    }

    @Override
    public List<String> method() {
        return List.of("Table: columns by what they hold");
    }

    @Override
    public CleanCopy clean(Path file, String place) throws IOException {
        if (!single) {
            throw new UnreadableImageException("is a table; de-identify it by itself, with the roles of its columns");
        }
        PlainTable table = PlainTable.open(file);
        roles.keySet().stream().filter(name -> !table.headings().contains(name)).findFirst().ifPresent(name -> {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The table has no column '" + name + "'.", file,
                    "Its columns are: " + String.join(", ", table.headings()) + ".");
        });
        List<SeenColumn> columns = table.headings().stream().map(heading -> new SeenColumn(heading, roles)).toList();
        Set<String> patients = new HashSet<>();
        table.rows(row -> see(row, columns, patients));
        Actions actions = new Actions();
        columns.forEach(column -> actions.add(column.heading, column.role().text(), column.done()));
        List<String> remarks = columns.stream().flatMap(column -> column.remarks().stream()).toList();
        String name = table.separator() == '\t' ? "table.tsv" : "table.csv";
        return new CleanCopy(name, patients, out -> write(table, columns, out), actions, remarks);
    }

    private void see(List<String> row, List<SeenColumn> columns, Set<String> patients) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).see(row.get(i));
        }
        String patient = patient(row, columns);
        if (!patient.isEmpty()) {
            patients.add(patient);
        }
    }

    /** What stands for the patient of a row; empty if the table doesn't tell. */
    private String patient(List<String> row, List<SeenColumn> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isPatient() && !isMark(row.get(i))) {
                return key.pseudonym(ProjectKey.PATIENT, row.get(i));
            }
        }
        return "";
    }

    private static boolean isMark(String value) {
        return MARKS.contains(value.toLowerCase(Locale.ROOT));
    }

    private void write(PlainTable table, List<SeenColumn> columns, OutputStream out) throws IOException {
        CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8),
                CSVFormat.RFC4180.builder().setRecordSeparator('\n').setDelimiter(table.separator()).get());
        List<SeenColumn> left = columns.stream().filter(SeenColumn::stays).toList();
        if (table.headed()) {
            printer.printRecord(left.stream().map(column -> column.heading).toList());
        }
        try {
            table.rows(row -> print(printer, row, columns));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        printer.flush();
    }

    private void print(CSVPrinter printer, List<String> row, List<SeenColumn> columns) {
        int days = key.days(patient(row, columns));
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).stays()) {
                cells.add(isMark(row.get(i)) ? row.get(i) : columns.get(i).cell(row.get(i), days, key));
            }
        }
        try {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was seen of a column, and what follows from it. */
    private static final class SeenColumn {
        private final String heading;
        private final TableRole said;
        private final TableDates dates = new TableDates();
        private final Set<String> distinct = new HashSet<>();
        private int count;
        private int numbers;
        private int whole;
        private int looked;
        private int shortest = Integer.MAX_VALUE;
        private boolean old;

        SeenColumn(String heading, Map<String, TableRole> roles) {
            this.heading = heading;
            said = roles.getOrDefault(heading, TableRole.told(heading).orElse(null));
        }

        void see(String value) {
            if (isMark(value)) {
                return;
            }
            count++;
            numbers += NumberText.isNumber(value) || NumberText.isNumberWithComma(value) ? 1 : 0;
            dates.see(value);
            whole += value.matches("[0-9]+") ? 1 : 0;
            shortest = Math.min(shortest, value.length());
            old = old || AGES.matcher(heading).matches() && value.matches("(9[0-9]|1[0-4][0-9])([.,][0-9]+)?");
            if (distinct.size() <= FEW) {
                looked++;
                distinct.add(value);
            }
        }

        /** Of the first values until enough differ; of few rows, short numbers differ by chance. */
        private boolean mayNumberPatients() {
            return count > 0 && whole == count && 10 * distinct.size() >= 9 * looked && (looked >= MANY || shortest >= LONG);
        }

        boolean isPatient() {
            return said == TableRole.PATIENT;
        }

        TableRole role() {
            if (said != null) {
                return said;
            }
            if (dates.areDates()) {
                return TableRole.TIME;
            }
            if (dates.holdDates()) {
                return TableRole.TEXT;
            }
            boolean few = distinct.size() <= FEW && 2 * distinct.size() <= count;
            return numbers == count || few ? TableRole.KEEP : TableRole.TEXT;
        }

        /** Dates of which day and month can't be told apart would become others. */
        boolean stays() {
            TableRole role = role();
            return role != TableRole.NAME && role != TableRole.TEXT && !unclear();
        }

        private boolean unclear() {
            return role() == TableRole.TIME && dates.ambiguous();
        }

        /** Such as seconds since a surgery, of which nothing can be put back. */
        private boolean relative() {
            return role() == TableRole.TIME && numbers == count && !dates.holdDates();
        }

        /** What is done to it, as the report says it. */
        String done() {
            return (relative() ? TableRole.KEEP : unclear() ? TableRole.TEXT : role()).done();
        }

        String cell(String value, int days, ProjectKey key) {
            return switch (role()) {
                case PATIENT -> key.pseudonym(ProjectKey.PATIENT, value);
                case STUDY -> value.matches(UID) ? key.uid(value) : key.pseudonym(ProjectKey.STUDY, value);
                case ID -> value.matches(UID) ? key.uid(value) : key.pseudonym("id", value);
                case TIME -> relative() ? value : dates.shifted(value, days).orElse("");
                default -> value;
            };
        }

        List<String> remarks() {
            if (unclear()) {
                return List.of("Column '" + heading + "' was left out: whether its dates begin with day or month can't be told");
            }
            if (relative() && count > 0) {
                return List.of("Column '" + heading + "' holds numbers that are no dates, which stay as they are; "
                        + "give it the role 'text' if they count from a day of the calendar");
            }
            if (role() == TableRole.TIME && !dates.areDates() && count > 0) {
                return List.of("Column '" + heading + "' holds no dates that can be read alike; those that can't are left empty");
            }
            if (said == null && role() == TableRole.TEXT && dates.holdDates()) {
                return List.of("Column '" + heading + "' holds dates beside what can't be read as such and was left out; "
                        + "give it the role 'time' to have them put back, or 'keep' if they are none");
            }
            if (said == null && role() == TableRole.KEEP && mayNumberPatients()) {
                return List.of("Column '" + heading + "' holds whole numbers of which nearly all differ and was kept; "
                        + "give it the role 'id' or 'text' if they tell who somebody is");
            }
            if (said == null && old) {
                return List.of("Column '" + heading + "' holds ages above 89, which few people have, and was kept; "
                        + "give it the role 'text' to leave it out");
            }
            return said == null && role() == TableRole.TEXT
                    ? List.of("Column '" + heading + "' looks like free text and was left out; give it a role to keep it") : List.of();
        }
    }
}
