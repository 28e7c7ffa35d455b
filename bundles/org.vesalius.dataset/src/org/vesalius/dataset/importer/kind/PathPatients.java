// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.List;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * Who files are of, by their paths.
 *
 * @param request may hold the pattern
 */
public record PathPatients(ImportRequest request) {
    private static final String OPTION = "patient";

    /** The option of the pattern. */
    public static ImportOption option() {
        return ImportOption.text(OPTION, "REGEX", "", "Finds the patient in the path of an image relative to FOLDER; its groups "
                + "together, or the whole match, are the patient. Without it, each image is a patient's own.");
    }

    /**
     * The patient of each file.
     *
     * @param paths relative to the source, with forward slashes
     * @throws ReportedException if the pattern is not found in one of them
     */
    public List<String> of(List<String> paths) {
        Optional<PatientPattern> pattern = request.pattern(OPTION).map(PatientPattern::new);
        if (pattern.isEmpty()) {
            return paths;
        }
        List<String> patients = paths.stream().map(pattern.get()::find).toList();
        long unmatched = patients.stream().filter(String::isBlank).count();
        if (unmatched > 0) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The patient pattern is not found in " + unmatched + " of "
                    + paths.size() + " paths.", request.source(),
                    "Change the pattern so that it finds the patient in every path relative to the folder.");
        }
        return patients;
    }
}
