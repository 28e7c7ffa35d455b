// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.SubsetCounts;

/**
 * What an import would bring.
 *
 * @param beginning the data set as far as the beginnings of the files tell; it isn't written
 * @param samples how many there will be; empty if that is known only when all is read
 * @param passedOver what would be left out, with the reasons
 * @param remarks what was detected and decided, in the user's words and without patient data
 */
public record DatasetPreview(Dataset beginning, OptionalLong samples, List<PassedOver> passedOver, List<String> remarks) {

    /** How many samples a preview shows at most. */
    public static final int SHOWN = 20;

    /** Copies the lists. */
    public DatasetPreview {
        Objects.requireNonNull(beginning, "beginning");
        Objects.requireNonNull(samples, "samples");
        passedOver = List.copyOf(passedOver);
        remarks = List.copyOf(remarks);
    }

    /** The columns, as far as the beginnings of the files tell. */
    public List<Column> columns() {
        return beginning.columns();
    }

    /** Some samples, for the user's eyes alone. */
    public List<Sample> first() {
        return beginning.samples().subList(0, Math.min(SHOWN, beginning.samples().size()));
    }

    /** How many samples would come into each subset; empty if that is known only when all is read. */
    public Optional<SubsetCounts> counts() {
        boolean all = samples.isPresent() && samples.getAsLong() == beginning.samples().size();
        return all ? Optional.of(SubsetCounts.of(beginning)) : Optional.empty();
    }

    /** Without the samples. */
    @Override
    public String toString() {
        return "DatasetPreview[" + columns().size() + " columns]";
    }
}
