// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.CategoryTwins;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.SubsetCounts;
import org.vesalius.dataset.check.CheckedDataset;
import org.vesalius.dataset.check.DatasetCheck;

/** A check of what a data set is made of. */
sealed interface CompositionCheck extends DatasetCheck {
}

/** Whether each category has samples enough, in each subset. */
final class CategoryCheck implements CompositionCheck {
    private static final int FEW = 20;

    @Override
    public List<Problem> check(CheckedDataset data, Progress progress) {
        Dataset dataset = data.dataset();
        List<Problem> problems = new ArrayList<>();
        dataset.first(ColumnRole.LABEL)
                .filter(label -> label.type() == ColumnType.CATEGORY && !label.categories().isEmpty())
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

/** Whether two categories are likely one that is spelled in two ways. */
final class CategoryTwinCheck implements CompositionCheck {

    @Override
    public List<Problem> check(CheckedDataset data, Progress progress) {
        Dataset dataset = data.dataset();
        return dataset.columns(ColumnRole.LABEL).stream()
                .flatMap(label -> new CategoryTwins(label.categories()).groups().stream())
                .map(CategoryTwinCheck::problem).toList();
    }

    private static Problem problem(List<String> spellings) {
        String named = spellings.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" and "));
        return Problem.warning("dataset.category-twins", spellings.get(0),
                "The categories " + named + " differ only in upper and lower case or in how accents are written.",
                "A network learns to tell apart what is the same. Rename one of the folders, or import the images again "
                        + "and have such categories joined.");
    }
}

/** Whether some category has many more training samples than another. */
final class BalanceCheck implements CompositionCheck {
    private static final int NOTEWORTHY_RATIO = 3;

    @Override
    public List<Problem> check(CheckedDataset data, Progress progress) {
        Dataset dataset = data.dataset();
        return dataset.first(ColumnRole.LABEL).filter(label -> label.type() == ColumnType.CATEGORY)
                .map(label -> check(label, SubsetCounts.of(dataset))).orElse(List.of());
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

/** Whether there are samples to learn from, to choose by, and to test with. */
final class SubsetCheck implements CompositionCheck {
    private static final String ID = "dataset.part-missing";

    @Override
    public List<Problem> check(CheckedDataset data, Progress progress) {
        Dataset dataset = data.dataset();
        List<Problem> problems = new ArrayList<>();
        if (dataset.samples(Subset.TRAIN).isEmpty()) {
            problems.add(Problem.error(ID, Subset.TRAIN.text(), "There is no sample in the train subset.",
                    "A network learns from this subset. Import the data again with another split."));
        }
        if (dataset.samples(Subset.VALIDATION).isEmpty()) {
            problems.add(Problem.warning(ID, Subset.VALIDATION.text(), "There is no sample in the validation subset.",
                    "The best epoch is chosen by this subset; without it, the last epoch is kept, and learning by "
                            + "heart "
                            + "goes unnoticed."));
        }
        if (dataset.samples(Subset.TEST).isEmpty()) {
            problems.add(Problem.warning(ID, Subset.TEST.text(), "There is no sample in the test subset.",
                    "How good a network is can only be told on samples that no choice was based on."));
        }
        return problems;
    }
}

/** Whether the data set says who its samples are of. */
final class PatientColumnCheck implements CompositionCheck {

    @Override
    public List<Problem> check(CheckedDataset data, Progress progress) {
        Dataset dataset = data.dataset();
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
