// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Part;
import org.vesalius.dataset.split.GroupedSplit;

/**
 * Which part each picture comes into.
 *
 * @param folder what is imported
 * @param rule how the user wants it
 * @param seed other seeds deal pictures out differently
 */
record PartAssignment(Path folder, SplitRule rule, long seed) {

    /**
     * The parts of these pictures, in the same order.
     *
     * @param patients of each picture; pictures of one patient come into one part, unless their folders say otherwise
     * @throws ReportedException if the folders aren't those of parts though the rule says so
     */
    List<Part> of(List<FoundImage> images, List<String> patients) {
        if (rule instanceof SplitRule.Fractions fractions) {
            double[] shares = {fractions.train(), fractions.validation(), fractions.test()};
            return dealt(images, patients, shares);
        }
        return byFolder(images, patients, ((SplitRule.Folders) rule).validationFraction());
    }

    private List<Part> byFolder(List<FoundImage> images, List<String> patients, double validationFraction) {
        List<Part> parts = new ArrayList<>();
        for (FoundImage image : images) {
            parts.add(image.part().orElseThrow(this::noPartFolders));
        }
        if (!parts.contains(Part.TRAIN)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There is no train folder in it.", folder,
                    "Add one, or split by fractions, such as 70/15/15.");
        }
        return parts.contains(Part.VALIDATION) || validationFraction == 0 ? parts
                : withValidation(images, patients, parts, validationFraction);
    }

    private List<Part> withValidation(List<FoundImage> images, List<String> patients, List<Part> parts,
            double fraction) {
        List<Integer> inTrain = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) == Part.TRAIN) {
                inTrain.add(i);
            }
        }
        double[] shares = {1 - fraction, fraction, 0};
        List<Part> dealt = dealt(inTrain.stream().map(images::get).toList(),
                inTrain.stream().map(patients::get).toList(), shares);
        List<Part> result = new ArrayList<>(parts);
        for (int i = 0; i < dealt.size(); i++) {
            result.set(inTrain.get(i), dealt.get(i));
        }
        return result;
    }

    private List<Part> dealt(List<FoundImage> images, List<String> patients, double[] shares) {
        List<String> categories = images.stream().map(FoundImage::category).toList();
        Map<String, Part> byPatient = new GroupedSplit(shares, seed).split(patients, categories);
        return patients.stream().map(byPatient::get).toList();
    }

    private ReportedException noPartFolders() {
        return new ReportedException(ErrorKind.INVALID_INPUT, "There are no train and test folders in it.", folder,
                "Split by fractions instead, such as 70/15/15.");
    }
}
