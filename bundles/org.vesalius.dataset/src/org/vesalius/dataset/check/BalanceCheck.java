// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.util.Comparator;
import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.SubsetCounts;

/** Whether some category has many more training samples than another. */
final class BalanceCheck implements DatasetCheck {
    private static final int NOTEWORTHY_RATIO = 3;

    @Override
    public List<Problem> check(Dataset dataset, Progress progress) {
        return dataset.first(ColumnRole.LABEL).map(label -> check(label, SubsetCounts.of(dataset))).orElse(List.of());
    }

    private static List<Problem> check(Column label, SubsetCounts counts) {
        Comparator<String> bySamples = Comparator.comparingInt(category -> counts.samples(Subset.TRAIN, category));
        List<String> learnt = label.categories().stream().filter(c -> counts.samples(Subset.TRAIN, c) > 0)
                .sorted(bySamples).toList();
        if (learnt.size() < 2) {
            return List.of();
        }
        int fewest = counts.samples(Subset.TRAIN, learnt.get(0));
        int most = counts.samples(Subset.TRAIN, learnt.get(learnt.size() - 1));
        if (most < NOTEWORTHY_RATIO * fewest) {
            return List.of();
        }
        return List.of(Problem.advice("dataset.imbalance", label.name(),
                "The largest category has " + most + " training samples, the smallest " + fewest + ".",
                "A network then prefers the larger ones. Switch on balanced class weights, and judge by the area under "
                        + "the ROC curve rather than by accuracy."));
    }
}
