// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.graph.ComputationGraph;

/** Which parameter each number of a graph's flat parameter vector belongs to. */
final class ParameterNames {

    private static final List<String> STATISTICS = List.of("mean", "variance", "count");

    private ParameterNames() {
    }

    /** The name of the parameter for each number, in order. */
    static List<String> of(ComputationGraph graph) {
        List<String> names = new ArrayList<>();
        graph.paramTable().forEach((name, values) -> {
            for (long i = 0; i < values.length(); i++) {
                names.add(name);
            }
        });
        return names;
    }

    /** Whether it is a running mean or variance, which follow the data and have no derivative. */
    static boolean isStatistic(String name) {
        return STATISTICS.stream().anyMatch(name::endsWith);
    }
}
