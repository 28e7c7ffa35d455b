// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.importer.kind.PatientPattern;

/** Who each image is of, read from its path. */
record PatientIds(Path folder, Pattern pattern) {
    /**
     * The patients of these images, in the same order.
     *
     * @throws ReportedException if the pattern isn't found in one of the paths, or finds nothing but blanks
     */
    List<String> of(List<FoundImage> images) {
        List<String> ids = new ArrayList<>();
        List<String> unmatched = new ArrayList<>();
        for (FoundImage image : images) {
            String id = new PatientPattern(pattern).find(image.path());
            if (id.isBlank()) {
                unmatched.add(image.path());
            }
            ids.add(id);
        }
        if (!unmatched.isEmpty()) {
            throw noMatch(unmatched, images.size());
        }
        return ids;
    }

    private ReportedException noMatch(List<String> unmatched, int all) {
        String message = "The patient pattern is not found in " + unmatched.size() + " of " + all
                + " paths; the first of them looks like " + shape(unmatched.get(0)) + ".";
        return new ReportedException(ErrorKind.INVALID_INPUT, message, folder,
                "Change the pattern '" + pattern + "' so that it finds the patient in every path relative to the "
                        + "folder. (In the look of a path, a stands for any letter and 0 for any digit.)");
    }

    /** How a path is built, without telling who the patient is. */
    private static String shape(String path) {
        StringBuilder shape = new StringBuilder();
        path.codePoints().map(c -> Character.isDigit(c) ? '0' : Character.isLetter(c) ? 'a' : c)
                .forEach(shape::appendCodePoint);
        return shape.toString();
    }
}
