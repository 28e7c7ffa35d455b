// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.split.GroupedSplit;

/**
 * Which subset each sample comes into: the one that the files give, or one dealt out at random.
 *
 * @param request says how
 */
public record SplitColumn(ImportRequest request) {
    /** The column of the subsets. */
    public static final Column COLUMN = Column.text("part", ColumnRole.SUBSET);
    /** What else may be said about the split, for descriptions of options. */
    public static final String LISTED = "or 'validation=A,B test=C,D' for the patients or files named here, the others being "
            + "to train on";

    private static final String OPTION = "split";
    private static final String LIST = "parts";
    private static final String GIVEN = "given";
    private static final String COLUMN_RULE = "column=";

    /**
     * The options of the split.
     *
     * @param given what may name subsets, for the description
     */
    public static List<ImportOption> options(String given) {
        return List.of(ImportOption.text(OPTION, "RULE", "", "'given' for the subsets that " + given + " name, or the "
                + "percentages of train, validation and test such as 70/15/15, dealt out patient by patient with the "
                + "same share of each category; " + LISTED + ". Where there is no validation part, 15 % of train become it. "
                + "Without the option, what is given is taken; where nothing is, 70/15/15, or 85/15/0 with a list of folds.")
                .offering("given", "70/15/15", "80/10/10", "60/20/20"), list(), seed());
    }

    /** The option of a list of subsets in a file. */
    public static ImportOption list() {
        return ImportOption.paths(LIST, "FILE", "A list of the subsets, made beforehand: a text with a column of patients or "
                + "files and one of train, validation and test. It counts more than --split.");
    }

    /** The option of what samples are dealt out by. */
    public static ImportOption seed() {
        return ImportOption.whole("seed", "S", 42, "Another seed deals samples out differently.");
    }

    /** How samples are dealt out if nothing says otherwise: with a list of folds there is no test part, which would be in none. */
    public static String usual(ImportRequest request) {
        return request.paths(ListedFolds.OPTION.name()).isEmpty() ? "70/15/15" : "85/15/0";
    }

    /** The column of a table that the split names to say the subsets. */
    public Optional<String> column() {
        return request.text(OPTION).filter(rule -> rule.startsWith(COLUMN_RULE)).map(rule -> rule.substring(COLUMN_RULE.length()));
    }

    /**
     * The subsets of samples.
     *
     * @param paths of their files, with forward slashes
     * @param given what their files say; empty where nothing
     * @param groups what never comes into different subsets
     * @param categories to be shared alike
     */
    public List<Subset> of(List<String> paths, List<Optional<Subset>> given, List<String> groups, List<String> categories) {
        Optional<ListedSubsets> list = listed();
        if (list.isPresent()) {
            return withValidation(list.get().of(paths, groups), groups, categories);
        }
        Optional<String> rule = request.text(OPTION).map(text -> text.startsWith(COLUMN_RULE) ? GIVEN : text);
        long none = given.stream().filter(Optional::isEmpty).count();
        boolean all = none == 0;
        if (rule.isEmpty() && !all && none < given.size()) {
            // dealt out anew, samples made to test with would come among those to train on
            throw new ReportedException(ErrorKind.INVALID_INPUT, none + " of " + English.quantity(given.size(), "sample")
                    + (none == 1 ? " is" : " are") + " in no subset by the files, and the others are.", request.source(),
                    "Say where they belong or take them away, or divide all anew by percentages such as 70/15/15.");
        }
        if (rule.isEmpty() ? !all : !rule.get().equals(GIVEN)) {
            return dealt(SplitRule.parse(rule.orElseGet(() -> usual(request))), groups, categories);
        }
        if (!all) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The files don't give the subset of each sample.",
                    request.source(), "Split by percentages instead, such as 70/15/15.");
        }
        List<Subset> subsets = given.stream().map(Optional::get).toList();
        return withValidation(subsets, groups, categories);
    }

    /** Whether the subsets come from a list, in a file or in the rule. */
    public boolean isListed() {
        return listed().isPresent();
    }

    /** The list of a file, or that of a rule; empty if the rule is another one. */
    private Optional<ListedSubsets> listed() {
        List<Path> files = request.paths(LIST);
        return files.isEmpty() ? request.text(OPTION).flatMap(ListedSubsets::inline)
                : Optional.of(ListedSubsets.read(files.get(files.size() - 1)));
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
        if (subsets.contains(Subset.VALIDATION) || !subsets.contains(Subset.TRAIN)) {
            return subsets;
        }
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
