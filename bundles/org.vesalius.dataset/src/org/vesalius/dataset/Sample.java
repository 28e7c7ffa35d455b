// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One case of a data set.
 *
 * @param id unique in the data set; holds nothing that tells who the patient is, so it may stand in logs and events
 * @param values the texts of the columns by column name
 */
public record Sample(String id, Map<String, String> values) {

    /** Copies the values; the id may not be blank. */
    public Sample {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a sample has no id");
        }
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The text in this column; empty where there is none. */
    public String value(String column) {
        return values.getOrDefault(column, "");
    }

    /** The text in this column; empty where there is none. */
    public String value(Column column) {
        return value(column.name());
    }

    /** The id alone: the values may tell who the patient is. */
    @Override
    public String toString() {
        return "Sample[" + id + "]";
    }
}
