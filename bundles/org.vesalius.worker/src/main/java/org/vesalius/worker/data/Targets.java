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

    /** The truth of an output: for each sample the number of its category, NaN where the column says none. */
    static TargetSource of(BoundOutput output, List<Sample> samples) {
        Column column = output.column();
        float[] truth = new float[samples.size()];
        for (int i = 0; i < truth.length; i++) {
            int category = column.categories().indexOf(samples.get(i).value(column));
            truth[i] = category < 0 ? Float.NaN : category;
        }
        return new TargetSource(output.layer().getName(), column.name(), column.categories(), output.units(), truth);
    }
}
