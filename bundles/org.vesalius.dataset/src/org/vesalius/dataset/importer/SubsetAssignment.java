// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.SplitRule;
import org.vesalius.dataset.split.GroupedSplit;

/**
 * Which subset each image comes into.
 *
 * @param folder what is imported
 * @param rule how the user wants it
 * @param seed other seeds deal images out differently
 */
record SubsetAssignment(Path folder, SplitRule rule, long seed) {

    /**
     * The subsets of these images, in the same order.
     *
     * @param patients of each image; images of one patient come into one subset, unless their folders say otherwise
     * @throws ReportedException if the folders aren't those of subsets though the rule says so
     */
    List<Subset> of(List<FoundImage> images, List<String> patients) {
        if (rule instanceof SplitRule.Fractions fractions) {
            double[] shares = {fractions.train(), fractions.validation(), fractions.test()};
            return dealt(images, patients, shares);
        }
        return byFolder(images, patients, ((SplitRule.Folders) rule).validationFraction());
    }

    private List<Subset> byFolder(List<FoundImage> images, List<String> patients, double validationFraction) {
        List<Subset> subsets = new ArrayList<>();
        for (FoundImage image : images) {
            subsets.add(image.subset().orElseThrow(this::noSubsetFolders));
        }
        if (!subsets.contains(Subset.TRAIN)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There is no train folder in it.", folder,
                    "Add one, or split by fractions, such as 70/15/15.");
        }
        return subsets.contains(Subset.VALIDATION) || validationFraction == 0 ? subsets
                : withValidation(images, patients, subsets, validationFraction);
    }

    private List<Subset> withValidation(List<FoundImage> images, List<String> patients, List<Subset> subsets,
            double fraction) {
        List<Integer> inTrain = new ArrayList<>();
        for (int i = 0; i < subsets.size(); i++) {
            if (subsets.get(i) == Subset.TRAIN) {
                inTrain.add(i);
            }
        }
        double[] shares = {1 - fraction, fraction, 0};
        List<Subset> dealt = dealt(inTrain.stream().map(images::get).toList(),
                inTrain.stream().map(patients::get).toList(), shares);
        List<Subset> result = new ArrayList<>(subsets);
        for (int i = 0; i < dealt.size(); i++) {
            result.set(inTrain.get(i), dealt.get(i));
        }
        return result;
    }

    private List<Subset> dealt(List<FoundImage> images, List<String> patients, double[] shares) {
        List<String> categories = images.stream().map(FoundImage::category).toList();
        Map<String, Subset> byPatient = new GroupedSplit(shares, seed).split(patients, categories);
        return patients.stream().map(byPatient::get).toList();
    }

    private ReportedException noSubsetFolders() {
        return new ReportedException(ErrorKind.INVALID_INPUT, "There are no train and test folders in it.", folder,
                "Split by fractions instead, such as 70/15/15.");
    }
}
