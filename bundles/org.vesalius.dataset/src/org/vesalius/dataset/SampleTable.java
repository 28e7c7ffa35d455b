// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The samples of a data set as a table that keeps columns, not rows: texts that repeat stand once for many rows, others
 * as bytes. A million rows of twenty columns take some hundred megabytes less than as objects. A sample is a view of its
 * row, made when it is asked for. Immutable.
 */
public final class SampleTable extends AbstractList<Sample> implements RandomAccess {
    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();
    private final TextColumn ids;
    private final List<TextColumn> columns;
    private final OptionalInt repeated;
    // asked by whoever reads the table and whoever makes a data set of it
    private final Map<LeakSearch, Optional<PatientLeak>> leaks = new ConcurrentHashMap<>();

    private SampleTable(List<String> names, TextColumn ids, List<TextColumn> columns) {
        this.names = names;
        this.ids = ids;
        this.columns = columns;
        for (int place = 0; place < names.size(); place++) {
            places.put(names.get(place), place);
        }
        repeated = new RepeatedTexts(ids).first();
    }

    /** The names of the columns, in their order. */
    public List<String> names() {
        return names;
    }

    /** Where a column stands in {@link #names()}; -1 if there is none of this name. */
    public int place(String column) {
        return places.getOrDefault(column, -1);
    }

    /** The id of a row. */
    public String id(int row) {
        return ids.get(row);
    }

    /** The text of a row in the column at a place. */
    public String text(int place, int row) {
        return columns.get(place).get(row);
    }

    /** The first row whose id stands in an earlier one; empty if all ids differ. */
    public OptionalInt repeated() {
        return repeated;
    }

    /** The first leak between these columns, looked for once. */
    Optional<PatientLeak> leak(Column patient, Column subset) {
        return leaks.computeIfAbsent(new LeakSearch(patient, subset), search -> search.first(this));
    }

    @Override
    public Sample get(int row) {
        if (row < 0 || row >= size()) {
            throw new IndexOutOfBoundsException(row);
        }
        return new Sample(new TableRow(this, row));
    }

    @Override
    public int size() {
        return ids.size();
    }

    /** Without the values, which may tell who patients are. */
    @Override
    public String toString() {
        return "SampleTable[" + names.size() + " columns, " + size() + " rows]";
    }

    /** Takes rows one by one; to be used by one thread. */
    public static final class Builder {
        private final List<String> names;
        private final TextColumn.Builder ids = new TextColumn.Builder();
        private final List<TextColumn.Builder> columns = new ArrayList<>();

        /** A table of these columns; no two of one name. */
        public Builder(List<String> names) {
            this.names = List.copyOf(names);
            this.names.forEach(name -> columns.add(new TextColumn.Builder()));
            if (new HashSet<>(this.names).size() != this.names.size()) {
                throw new IllegalArgumentException("two columns have one name");
            }
        }

        /**
         * Adds a row.
         *
         * @param id not blank
         * @param values one a column, none null
         */
        public void add(String id, List<String> values) {
            if (id.isBlank() || values.size() != columns.size()) {
                throw new IllegalArgumentException(id.isBlank() ? "a sample has no id" : "a row lacks values");
            }
            ids.add(id);
            for (int i = 0; i < values.size(); i++) {
                columns.get(i).add(values.get(i));
            }
        }

        /** How many rows there are by now. */
        public int size() {
            return ids.size();
        }

        /** The table; to be called once. */
        public SampleTable build() {
            return new SampleTable(names, ids.build(), columns.stream().map(TextColumn.Builder::build).toList());
        }
    }
}

/** Which rows of a column hold a text that an earlier one holds. */
record RepeatedTexts(TextColumn column) {

    /** The first of them; it takes eight bytes a row, and more only where hash codes agree. */
    OptionalInt first() {
        long[] keys = new long[column.size()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = (long) column.get(row).hashCode() << Integer.SIZE | row;
        }
        Arrays.sort(keys);
        int first = Integer.MAX_VALUE;
        for (int start = 0; start < keys.length;) {
            int end = start + 1;
            while (end < keys.length && keys[end] >> Integer.SIZE == keys[start] >> Integer.SIZE) {
                end++;
            }
            first = Math.min(first, end - start == 1 ? Integer.MAX_VALUE : firstOf(keys, start, end));
            start = end;
        }
        return first == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(first);
    }

    private int firstOf(long[] keys, int start, int end) {
        Set<String> seen = new HashSet<>();
        for (int i = start; i < end; i++) {
            if (!seen.add(column.get((int) keys[i]))) {
                return (int) keys[i];
            }
        }
        return Integer.MAX_VALUE;
    }
}
