// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;

/** Whether the data set says who its samples are of. */
final class PatientColumnCheck implements DatasetCheck {

    @Override
    public List<Problem> check(Dataset dataset, Progress progress) {
        if (dataset.first(ColumnRole.PATIENT).isPresent()) {
            return List.of();
        }
        return List.of(Problem.advice("dataset.no-patient", "",
                "The data set doesn't say which patients its samples are of.",
                "If a patient has several, they may stand in different subsets, and the network looks better than "
                        + "it is. "
                        + "Import with a patient pattern where paths tell the patient."));
    }
}
