// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.List;
import java.util.Objects;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;

/**
 * What an import read.
 *
 * @param dataset its folder is that of the {@link ImportFolder}
 * @param defects the samples that can't be read; they are in the data set, with their defect
 * @param passedOver what was left out, with the reasons
 * @param remarks what was decided, in the user's words and without patient data
 */
public record ImportedData(Dataset dataset, List<Defect> defects, List<PassedOver> passedOver, List<String> remarks) {

    /** Copies the lists. */
    public ImportedData {
        Objects.requireNonNull(dataset, "dataset");
        defects = List.copyOf(defects);
        passedOver = List.copyOf(passedOver);
        remarks = List.copyOf(remarks);
    }
}
