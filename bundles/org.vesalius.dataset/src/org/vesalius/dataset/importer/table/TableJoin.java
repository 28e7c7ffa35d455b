// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.vesalius.core.English;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.SampleTable;
import org.vesalius.dataset.importer.kind.NamedSettings;

/**
 * A table beside another one, whose rows are found by a key: an id of a patient, a study or an image.
 *
 * @param file of the other table
 * @param left the column of the first table that holds the key
 * @param right that of the other table
 * @param gathered columns of which a row of the first table gets the values of all rows, in one cell
 * @param onlyMatched whether rows without a partner are left out
 */
record TableJoin(Path file, String left, String right, NamedSettings gathered, boolean onlyMatched) {
    /** Stands between the values gathered in a cell. */
    static final String SEPARATOR = "|";

    /** The first table with the columns of the other; how they met goes to the remarks. */
    JoinedTable apply(RawTable table, RawTable other, List<String> remarks) {
        int leftKey = table.place(left);
        int rightKey = other.place(right);
        Map<String, List<Integer>> rows = byKey(other, rightKey);
        List<Integer> taken = taken(other, rightKey, rows);
        tellUntaken(other, taken, remarks);
        List<String> names = names(table, other, taken, remarks);
        SampleTable.Builder builder = new SampleTable.Builder(names);
        Set<String> met = new HashSet<>();
        int alone = 0;
        for (int row = 0; row < table.size(); row++) {
            String key = key(table.text(leftKey, row));
            List<Integer> partners = key.isEmpty() ? List.of() : rows.getOrDefault(key, List.of());
            alone += partners.isEmpty() ? 1 : 0;
            if (!partners.isEmpty()) {
                met.add(key);
            }
            if (!partners.isEmpty() || !onlyMatched) {
                builder.add(table.where(row), joined(table, row, other, partners, taken));
            }
        }
        tell(table.size(), alone, rows.size() - met.size(), remarks);
        return new JoinedTable(new RawTable(builder.build()), several(other, taken, names.subList(table.names().size(), names.size())));
    }

    /** What the columns taken over that hold several values are called now. */
    private Set<String> several(RawTable other, List<Integer> taken, List<String> names) {
        Set<String> several = new HashSet<>();
        for (int i = 0; i < taken.size(); i++) {
            if (isGathered(other.names().get(taken.get(i)))) {
                several.add(names.get(i));
            }
        }
        return several;
    }

    /** The columns of the other table that can be taken over: all but the key. */
    List<String> offered(RawTable other) {
        return other.names().stream().filter(name -> !name.equals(right)).toList();
    }

    private void tell(int all, int alone, int strangers, List<String> remarks) {
        if (alone == all) {
            throw new TableError(file).because("No row of the table has a partner here: '" + left + "' and '" + right
                    + "' have no value in common.", "Join by other columns, or look whether ids are written in two ways.");
        }
        String name = String.valueOf(file.getFileName());
        remarks.add(name + ": " + English.quantity(all - alone, "row") + " of " + all + " found a partner by '" + left + "'"
                + (alone == 0 ? "" : "; " + alone + (onlyMatched ? " left out without one" : " without one, their values are missing"))
                + (strangers == 0 ? "" : "; " + strangers + " of its ids are not used"));
    }

    private static Map<String, List<Integer>> byKey(RawTable table, int column) {
        Map<String, List<Integer>> rows = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            String key = key(table.text(column, row));
            if (!key.isEmpty()) {
                rows.computeIfAbsent(key, none -> new ArrayList<>(1)).add(row);
            }
        }
        return rows;
    }

    /** A spreadsheet makes 12.0 of the id 12; a mark for what is missing is nobody's. */
    private static String key(String text) {
        return ColumnFacts.surelyMissing(text) ? "" : text.matches("\\d+\\.0+") ? text.substring(0, text.indexOf('.')) : text;
    }

    /** The columns of the other table that are taken over: those gathered where there are any, else all but the key. */
    private List<Integer> taken(RawTable other, int key, Map<String, List<Integer>> rows) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < other.names().size(); i++) {
            if (i != key && isGathered(other.names().get(i))) {
                columns.add(i);
            }
        }
        if (columns.isEmpty()) {
            requireOne(other, rows);
            for (int i = 0; i < other.names().size(); i++) {
                if (i != key) {
                    columns.add(i);
                }
            }
        }
        return columns;
    }

    private void tellUntaken(RawTable other, List<Integer> taken, List<String> remarks) {
        List<String> untaken = new ArrayList<>(offered(other));
        untaken.removeAll(taken.stream().map(other.names()::get).toList());
        if (!untaken.isEmpty()) {
            remarks.add(file.getFileName() + ": only the columns that are gathered are taken over, not "
                    + String.join(", ", untaken));
        }
    }

    private boolean isGathered(String column) {
        return gathered.all().stream().anyMatch(setting -> setting.matches(column));
    }

    private void requireOne(RawTable other, Map<String, List<Integer>> rows) throws ReportedException {
        for (List<Integer> same : rows.values()) {
            if (same.size() > 1) {
                throw new TableError(file).because("Two rows have the same '" + right + "': " + other.where(same.get(0))
                        + " and " + other.where(same.get(1)) + ".",
                        "Name the columns whose values are gathered in one cell "
                                + "(--gather), or give this file first and join the other one to it.");
            }
        }
    }

    private List<String> names(RawTable table, RawTable other, List<Integer> taken, List<String> remarks) {
        List<String> names = new ArrayList<>(table.names());
        String stem = String.valueOf(file.getFileName()).replaceAll("\\.[^.]*$", "");
        for (int column : taken) {
            String plain = other.names().get(column);
            String name = plain;
            for (int i = 1; names.contains(name); i++) {
                name = stem + (i == 1 ? "." : " " + i + ".") + plain;
            }
            if (!name.equals(plain)) {
                remarks.add("The column '" + plain + "' of " + file.getFileName() + " is called '" + name + "'");
            }
            names.add(name);
        }
        return names;
    }

    private List<String> joined(RawTable table, int row, RawTable other, List<Integer> partners, List<Integer> taken) {
        List<String> values = new ArrayList<>(table.names().size() + taken.size());
        for (int column = 0; column < table.names().size(); column++) {
            values.add(table.text(column, row));
        }
        for (int column : taken) {
            boolean several = isGathered(other.names().get(column));
            values.add(partners.isEmpty() ? "" : several ? all(other, column, partners) : other.text(column, partners.get(0)));
        }
        return values;
    }

    private static String all(RawTable other, int column, List<Integer> rows) {
        Set<String> values = new TreeSet<>();
        rows.stream().map(row -> other.text(column, row).replace('|', '/')).filter(text -> !text.isEmpty()).forEach(values::add);
        return values.isEmpty() ? SEPARATOR : String.join(SEPARATOR, values);
    }
}

/**
 * A table that was joined.
 *
 * @param table with the columns of all
 * @param gathered those of its columns whose cells hold several values
 */
record JoinedTable(RawTable table, Set<String> gathered) {
}

/** Values that stand together in a cell, counted over the rows. */
record GatheredValues(RawTable table, int column, String separator) {

    /** The values that stand in at least so many rows, in their order. */
    List<String> frequent(int rows) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int row = 0; row < table.size(); row++) {
            of(table.text(column, row)).forEach(value -> counts.merge(value, 1, Integer::sum));
        }
        return counts.entrySet().stream().filter(count -> count.getValue() >= rows).map(Map.Entry::getKey).sorted().toList();
    }

    /** The values of a cell, each once. */
    List<String> of(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(Pattern.quote(separator))).stream()
                .map(String::strip).filter(value -> !value.isEmpty()).distinct().toList();
    }
}
