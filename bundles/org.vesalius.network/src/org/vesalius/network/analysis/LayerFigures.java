// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.vesalius.network.inference.LayerFacts;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/**
 * What is known of one layer, or of a block as the whole of its repetitions. Immutable, and refers to no model.
 *
 * @param known whether anything comes out of it
 * @param giver what is known of the layer whose result it gives
 * @param block whether its numbers are sums over the layers in it
 * @param parts the layers that it stands for: itself, or those in a block
 */
public record LayerFigures(boolean known, Optional<LayerFacts> giver, boolean block, List<Part> parts) {
    /** What is known of a layer of which nobody heard yet. */
    public static final LayerFigures NOTHING = new LayerFigures(false, Optional.empty(), false, List.of());

    /** Copies the list. */
    public LayerFigures {
        parts = List.copyOf(parts);
    }

    /**
     * One layer that is computed.
     *
     * @param name what it is called
     * @param output whether it marks an end and computes nothing
     * @param facts what is known of it
     */
    public record Part(String name, boolean output, Optional<LayerFacts> facts) {
        OptionalLong flops() {
            return facts.map(LayerFacts::flops).orElse(OptionalLong.empty());
        }

        OptionalLong elements() {
            return facts.map(LayerFacts::shape).map(shape -> output ? OptionalLong.of(0) : shape.elements())
                    .orElse(OptionalLong.empty());
        }

        ParameterCount parameters() {
            return facts.map(LayerFacts::parameters).orElse(ParameterCount.NONE);
        }
    }

    /** The shape of one sample of its result; empty if a mistake kept it from being worked out. */
    public Optional<Shape> shape() {
        return giver.map(LayerFacts::shape);
    }

    /** How many numbers it keeps; none where a mistake kept it from being worked out. */
    public ParameterCount parameters() {
        return parts.stream().map(Part::parameters).reduce(ParameterCount.NONE, ParameterCount::plus);
    }

    /** The arrays that it learns or keeps; in a block they have the names of the layers in it before theirs. */
    public List<WeightSpec> weightSpecs() {
        return parts.stream().flatMap(part -> part.facts().stream().flatMap(facts -> facts.weights().stream())
                .map(spec -> block ? spec.in(part.name()) : spec)).toList();
    }

    /** Operations for one sample; empty while a size that matters is not known. */
    public OptionalLong flops() {
        return known ? sum(parts, Part::flops) : OptionalLong.empty();
    }

    /**
     * Memory for its result in 32-bit numbers.
     *
     * @param batch number of samples computed together
     * @return bytes; empty while its shape is not fully known
     */
    public OptionalLong activationBytes(int batch) {
        return known ? bytes(sum(parts, Part::elements), batch) : OptionalLong.empty();
    }

    static OptionalLong bytes(OptionalLong elements, int batch) {
        return elements.isEmpty() ? elements
                : OptionalLong.of(Saturated.times(Float.BYTES, Saturated.times(batch, elements.getAsLong())));
    }

    /** The sum over parts; empty where one number is not known. */
    private static OptionalLong sum(List<Part> parts, Function<Part, OptionalLong> number) {
        OptionalLong sum = OptionalLong.of(0);
        for (Part part : parts) {
            sum = plus(sum, number.apply(part));
        }
        return sum;
    }

    static OptionalLong plus(OptionalLong one, OptionalLong other) {
        return one.isEmpty() || other.isEmpty() ? OptionalLong.empty()
                : OptionalLong.of(Saturated.plus(one.getAsLong(), other.getAsLong()));
    }
}
