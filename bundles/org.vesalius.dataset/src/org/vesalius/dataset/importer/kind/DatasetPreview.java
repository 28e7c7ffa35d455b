// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Sample;

/**
 * What an import would bring.
 *
 * @param columns as far as the beginnings of the files tell
 * @param first some samples, for the user's eyes alone
 * @param samples how many there will be; empty if that is known only when all is read
 * @param passedOver what would be left out, with the reasons
 * @param remarks what was detected and decided, in the user's words and without patient data
 */
public record DatasetPreview(List<Column> columns, List<Sample> first, OptionalLong samples,
        List<PassedOver> passedOver, List<String> remarks) {

    /** How many samples a preview holds at most. */
    public static final int SHOWN = 20;

    /** Copies the lists. */
    public DatasetPreview {
        columns = List.copyOf(columns);
        first = List.copyOf(first);
        Objects.requireNonNull(samples, "samples");
        passedOver = List.copyOf(passedOver);
        remarks = List.copyOf(remarks);
    }

    /** Without the samples. */
    @Override
    public String toString() {
        return "DatasetPreview[" + columns.size() + " columns]";
    }
}
