// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what tools have put together from small operators because their operator set lacked the whole. */
public final class Fusions {
    private final List<Fusion> fusions = Stream.concat(Stream.of(new ProductFusion.Gelu(), new ProductFusion.Swish(),
            new ProductFusion.Mish(), new LayerNormalizationFusion()), Small.all().stream()).toList();

    /** One such whole. */
    interface Fusion {
        /**
         * Looks whether a node is the last of the small operators.
         *
         * @return the operators of the whole, one of them in the end, and the small ones it replaces
         */
        Optional<Fused> find(ForeignNode last, Pattern pattern);
    }

    /**
     * What was found.
     *
     * @param whole stands for all
     * @param parts the operators that it replaces; dropped where nothing else takes their results
     */
    record Fused(ForeignNode whole, List<ForeignNode> parts) {
    }

    /** The graph with the wholes in place of their parts. */
    public ForeignGraph apply(ForeignGraph graph) {
        Pattern pattern = new Pattern(graph);
        Map<ForeignNode, ForeignNode> wholes = new IdentityHashMap<>();
        Set<String> dropped = new HashSet<>();
        for (ForeignNode node : graph.nodes()) {
            fusions.stream().map(fusion -> fusion.find(node, pattern)).flatMap(Optional::stream).findFirst()
                    .ifPresent(found -> {
                        wholes.put(node, found.whole());
                        found.parts().forEach(part -> dropped.add(part.output()));
                    });
        }
        return wholes.isEmpty() ? graph : graph.with(without(graph, wholes, dropped));
    }

    /** Parts go only if all that take their results go too. */
    private static List<ForeignNode> without(ForeignGraph graph, Map<ForeignNode, ForeignNode> wholes,
            Set<String> dropped) {
        Map<String, Integer> uses = new HashMap<>();
        graph.outputs().forEach(output -> uses.merge(output.getName(), 1, Integer::sum));
        List<ForeignNode> kept = new ArrayList<>();
        for (int i = graph.nodes().size() - 1; i >= 0; i--) {
            ForeignNode node = graph.nodes().get(i);
            ForeignNode now = wholes.getOrDefault(node, node);
            boolean needed = !dropped.contains(node.output()) || node.outputs().stream().anyMatch(uses::containsKey);
            if (needed) {
                kept.add(now);
                now.inputs().forEach(input -> uses.merge(input, 1, Integer::sum));
            }
        }
        Collections.reverse(kept);
        return kept;
    }

    /** Functions of a few operators. */
    static final class Small {
        private Small() {
        }

        static List<Fusions.Fusion> all() {
            return List.of(Small::logSigmoid, Small::softsign);
        }

        /** ln σ(x). */
        private static Optional<Fusions.Fused> logSigmoid(ForeignNode last, Pattern pattern) {
            if (!last.type().equals("Log")) {
                return Optional.empty();
            }
            return pattern.producer(last.input(0), "Sigmoid")
                    .map(sigmoid -> fused(last, "LogSigmoid", sigmoid.input(0), List.of(sigmoid)));
        }

        /** x/(1 + |x|). */
        private static Optional<Fusions.Fused> softsign(ForeignNode last, Pattern pattern) {
            if (!last.type().equals("Div")) {
                return Optional.empty();
            }
            Optional<ForeignNode> sum = pattern.producer(last.input(1), "Add")
                    .filter(node -> node.inputs().stream().anyMatch(input -> pattern.isNumber(input, 1)));
            Optional<ForeignNode> absolute = sum.flatMap(node -> ProductFusion.among(node.inputs(), "Abs", pattern))
                    .filter(node -> node.input(0).equals(last.input(0)));
            return absolute.map(node -> fused(last, "Softsign", node.input(0), List.of(sum.get(), node)));
        }

        private static Fusions.Fused fused(ForeignNode last, String type, String x, List<ForeignNode> parts) {
            return new Fusions.Fused(new ForeignNode(last.name(), type, List.of(x), last.outputs(), Map.of()), parts);
        }
    }
}
