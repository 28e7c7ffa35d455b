// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.array;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.SplitRule;
import org.vesalius.dataset.split.GroupedSplit;

/**
 * Which subset each sample comes into: the one that the files give, or one dealt out at random.
 *
 * @param request says how
 */
record SplitColumn(ImportRequest request) {
    static final Column COLUMN = Column.text("part", ColumnRole.SUBSET);

    private static final String OPTION = "split";

    static List<ImportOption> options(String given) {
        return List.of(ImportOption.text(OPTION, "RULE", "", "'given' for the subsets that " + given + " name, or the "
                + "percentages of train, validation and test such as 70/15/15, dealt out patient by patient with the "
                + "same share of each category. Without it, what is given is taken, else 70/15/15.")
                .offering("given", "70/15/15", "80/10/10", "60/20/20"),
                ImportOption.whole("seed", "S", 42, "Another seed deals samples out differently."));
    }

    /**
     * The subsets of samples.
     *
     * @param given what their files say; empty where nothing
     * @param groups what never comes into different subsets
     * @param categories to be shared alike
     */
    List<Subset> of(List<Optional<Subset>> given, List<String> groups, List<String> categories) {
        Optional<String> rule = request.text(OPTION);
        boolean all = given.stream().allMatch(Optional::isPresent);
        if (rule.isEmpty() ? !all : !rule.get().equals("given")) {
            return dealt(SplitRule.parse(rule.orElse("70/15/15")), groups, categories);
        }
        if (!all) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The files don't give the subset of each sample.",
                    request.source(), "Split by percentages instead, such as 70/15/15.");
        }
        List<Subset> subsets = given.stream().map(Optional::get).toList();
        return subsets.contains(Subset.VALIDATION) || !subsets.contains(Subset.TRAIN) ? subsets
                : withValidation(subsets, groups, categories);
    }

    private List<Subset> dealt(SplitRule rule, List<String> groups, List<String> categories) {
        if (rule instanceof SplitRule.Fractions fractions) {
            double[] shares = {fractions.train(), fractions.validation(), fractions.test()};
            Map<String, Subset> dealt = new GroupedSplit(shares, request.whole("seed", 42)).split(groups, categories);
            return groups.stream().map(dealt::get).toList();
        }
        throw new ReportedException(ErrorKind.INVALID_INPUT, "There are no folders of subsets here.", request.source(),
                "Split by percentages, such as 70/15/15.");
    }

    private List<Subset> withValidation(List<Subset> subsets, List<String> groups, List<String> categories) {
        List<String> trained = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        for (int i = 0; i < subsets.size(); i++) {
            if (subsets.get(i) == Subset.TRAIN) {
                trained.add(groups.get(i));
                classes.add(categories.get(i));
            }
        }
        double share = SplitRule.VALIDATION_FRACTION;
        Map<String, Subset> dealt = new GroupedSplit(new double[] {1 - share, share, 0}, request.whole("seed", 42))
                .split(trained, classes);
        List<Subset> all = new ArrayList<>(subsets);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == Subset.TRAIN) {
                all.set(i, dealt.get(groups.get(i)));
            }
        }
        return all;
    }
}
