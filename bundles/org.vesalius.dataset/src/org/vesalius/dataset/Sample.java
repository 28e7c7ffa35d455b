// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One case of a data set. Two are equal that have the same id and the same values.
 *
 * <p>A sample of a {@link SampleTable} is a view of its row and holds no text itself.
 */
public final class Sample {
    private final SampleValues source;

    /**
     * A sample of its own.
     *
     * @param id unique in the data set, not blank; holds nothing that tells who the patient is, so it may stand in logs
     *        and events
     * @param values the texts of the columns by column name
     */
    public Sample(String id, Map<String, String> values) {
        this(new GivenValues(id, values));
    }

    Sample(SampleValues source) {
        this.source = source;
    }

    /** Unique in the data set. */
    public String id() {
        return source.id();
    }

    /** The texts of the columns by column name, in the order of the columns. */
    public Map<String, String> values() {
        return source.all();
    }

    /** The text in this column; empty where there is none. */
    public String value(String column) {
        return source.value(column);
    }

    /** The text in this column; empty where there is none. */
    public String value(Column column) {
        return value(column.name());
    }

    /** Whether the value of this column is missing. */
    public boolean lacks(Column column) {
        return column.isMissing(value(column));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sample sample
                && (source.equals(sample.source) || id().equals(sample.id()) && values().equals(sample.values()));
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    /** The id alone: the values may tell who the patient is. */
    @Override
    public String toString() {
        return "Sample[" + id() + "]";
    }
}

/** Where the texts of a sample stand. */
interface SampleValues {

    String id();

    String value(String column);

    Map<String, String> all();
}

/** Texts that were given for one sample. */
record GivenValues(String id, Map<String, String> all) implements SampleValues {

    GivenValues {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a sample has no id");
        }
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    @Override
    public String value(String column) {
        return all.getOrDefault(column, "");
    }
}

/** A row of a table. */
record TableRow(SampleTable table, int row) implements SampleValues {

    @Override
    public String id() {
        return table.id(row);
    }

    @Override
    public String value(String column) {
        int place = table.place(column);
        return place < 0 ? "" : table.text(place, row);
    }

    @Override
    public Map<String, String> all() {
        Map<String, String> values = new LinkedHashMap<>();
        for (int column = 0; column < table.names().size(); column++) {
            values.put(table.names().get(column), table.text(column, row));
        }
        return Collections.unmodifiableMap(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableRow same && same.table == table && same.row == row;
    }

    @Override
    public int hashCode() {
        return row;
    }
}
