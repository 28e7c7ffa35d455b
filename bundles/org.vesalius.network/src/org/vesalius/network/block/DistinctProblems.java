// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Layer;

/** Problems found in an expansion. Each repetition meets the same ones, so each is kept once. */
final class DistinctProblems {
    private final List<Problem> problems = new ArrayList<>();
    private final Set<List<String>> seen = new HashSet<>();

    void add(Problem problem) {
        if (seen.add(List.of(problem.checkId(), problem.subject(), problem.message()))) {
            problems.add(problem);
        }
    }

    List<Problem> problems() {
        return problems;
    }

    /** What a problem names as its subject: the layer's id, or nothing while it has none. */
    static String subject(Layer layer) {
        return layer.getId() == null ? "" : layer.getId();
    }
}
