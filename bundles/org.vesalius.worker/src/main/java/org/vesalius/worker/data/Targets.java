// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.List;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Sample;
import org.vesalius.experiment.binding.Bindings.BoundOutput;

/** Makes target sources from columns. */
final class Targets {
    private Targets() {
    }

    /** The truth of an output: for each sample the number of its category, unknown where the column says none. */
    static TargetSource of(BoundOutput output, List<Sample> samples) {
        Column column = output.column();
        int[] truth = new int[samples.size()];
        for (int i = 0; i < truth.length; i++) {
            // the index of what is no category is that of the unknown
            truth[i] = column.categories().indexOf(samples.get(i).value(column));
        }
        return new CategoryTarget(output.layer().getName(), column.categories(), output.units(), truth);
    }
}
