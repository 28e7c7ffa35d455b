// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.util.List;
import java.util.stream.Collectors;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.CategoryTwins;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;

/** Whether two categories are likely one that is spelled in two ways. */
final class CategoryTwinCheck implements DatasetCheck {

    @Override
    public List<Problem> check(Dataset dataset, Progress progress) {
        return dataset.columns(ColumnRole.LABEL).stream()
                .flatMap(label -> new CategoryTwins(label.categories()).groups().stream())
                .map(CategoryTwinCheck::problem).toList();
    }

    private static Problem problem(List<String> spellings) {
        String named = spellings.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" and "));
        return Problem.warning("dataset.category-twins", spellings.get(0),
                "The categories " + named + " differ only in upper and lower case or in how accents are written.",
                "A network learns to tell apart what is the same. Import the pictures again with --join-categories, or "
                        + "rename one of the folders.");
    }
}
