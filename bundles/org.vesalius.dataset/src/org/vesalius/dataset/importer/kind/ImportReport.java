// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.SubsetCounts;

/**
 * What an import brought.
 *
 * @param dataset the data set, as it was saved
 * @param defects the images that can't be read; they are in the data set, with their defect
 * @param counts how many samples and patients of each category came into each subset
 * @param passedOver files and folders that were left out, with the reasons
 * @param remarks what was decided for all images, in the user's words
 * @param problems what the data checks have to say
 */
public record ImportReport(Dataset dataset, List<Defect> defects, SubsetCounts counts,
        List<PassedOver> passedOver, List<String> remarks, List<Problem> problems) {

    /** Copies the lists. */
    public ImportReport {
        defects = List.copyOf(defects);
        passedOver = List.copyOf(passedOver);
        remarks = List.copyOf(remarks);
        problems = List.copyOf(problems);
    }
}
