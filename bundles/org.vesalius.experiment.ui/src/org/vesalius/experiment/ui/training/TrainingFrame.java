// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.training;

import java.util.List;
import java.util.Optional;
import org.vesalius.engine.run.RunSnapshot;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.ui.chart.ChartContent;

/**
 * All that the training view shows of a run at one moment.
 *
 * @param folder the run
 * @param record what its run.json says, absent when it can't be read
 * @param snapshot how far it is
 * @param charts a chart of each metric, the loss first
 * @param results metrics on the test subset, once there are any
 */
public record TrainingFrame(RunFolder folder, Optional<RunRecord> record, RunSnapshot snapshot,
        List<ChartContent> charts, Optional<MeasuredResults> results) {
}
