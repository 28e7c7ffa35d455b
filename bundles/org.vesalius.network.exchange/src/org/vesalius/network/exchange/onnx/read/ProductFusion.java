// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions that are a value times something computed from it. */
abstract class ProductFusion implements Fusions.Fusion {
    private final String type;

    /** @param type the operator that the whole is */
    ProductFusion(String type) {
        this.type = type;
    }

    @Override
    public final Optional<Fusions.Fused> find(ForeignNode last, Pattern pattern) {
        if (!last.type().equals("Mul")) {
            return Optional.empty();
        }
        Pattern.Factors factors = pattern.factors(last);
        List<ForeignNode> parts = new ArrayList<>(factors.products());
        return argument(factors.values(), pattern, parts).map(x -> new Fusions.Fused(
                new ForeignNode(last.name(), type, List.of(x), last.outputs(), Map.of()), parts));
    }

    /**
     * The value x of the function, if the factors make it up.
     *
     * @param parts takes the operators between x and the factors
     */
    abstract Optional<String> argument(List<String> factors, Pattern pattern, List<ForeignNode> parts);

    /** The operator of a type that gives one of the factors. */
    static Optional<ForeignNode> among(List<String> factors, String operator, Pattern pattern) {
        return factors.stream().map(factor -> pattern.producer(factor, operator)).flatMap(Optional::stream)
                .findFirst();
    }
}
