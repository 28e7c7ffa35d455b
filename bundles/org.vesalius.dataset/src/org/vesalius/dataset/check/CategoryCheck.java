// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.SubsetCounts;

/** Whether each category has samples enough, in each subset. */
final class CategoryCheck implements DatasetCheck {
    private static final int FEW = 20;

    @Override
    public List<Problem> check(Dataset dataset, Progress progress) {
        List<Problem> problems = new ArrayList<>();
        dataset.first(ColumnRole.LABEL).filter(label -> !label.categories().isEmpty())
                .ifPresent(label -> check(label, SubsetCounts.of(dataset), problems));
        return problems;
    }

    private static void check(Column label, SubsetCounts counts, List<Problem> problems) {
        List<String> learnt = label.categories().stream().filter(c -> counts.samples(Subset.TRAIN, c) > 0).toList();
        if (learnt.size() == 1) {
            problems.add(Problem.error("dataset.one-category", label.name(),
                    "All training samples are of the category '" + learnt.get(0) + "'.",
                    "A network that never sees another can't learn to tell them apart."));
        }
        for (String category : label.categories()) {
            checkFew(category, counts.samples(Subset.TRAIN, category), problems);
            checkMissing(category, counts, problems);
        }
    }

    private static void checkFew(String category, int samples, List<Problem> problems) {
        if (samples > 0 && samples < FEW) {
            problems.add(Problem.warning("dataset.category-small", category,
                    "Only " + samples + " training samples are of the category '" + category + "'.",
                    "A network learns so few by heart. Collect more, join the category with another, or leave it "
                            + "out."));
        }
    }

    private static void checkMissing(String category, SubsetCounts counts, List<Problem> problems) {
        for (Subset subset : Subset.values()) {
            if (counts.samples(subset) > 0 && counts.samples(subset, category) == 0) {
                problems.add(Problem.warning("dataset.category-missing", category,
                        "No sample of the category '" + category + "' is in the " + subset.text() + " subset.",
                        subset == Subset.TRAIN ? "The network can't learn it."
                                : "Sensitivity to it can't be measured there."));
            }
        }
    }
}
