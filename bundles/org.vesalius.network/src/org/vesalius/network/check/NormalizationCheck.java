// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.BatchNormalization;
import org.vesalius.network.Convolution;
import org.vesalius.network.Dense;
import org.vesalius.network.DepthwiseConvolution2D;
import org.vesalius.network.GroupNormalization;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerNormalization;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Output;
import org.vesalius.network.fix.InsertBehind;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.Successors;
import org.vesalius.network.meta.LayerInfo;

/** No long chain of layers with weights goes without normalisation. */
final class NormalizationCheck implements NetworkCheck {
    private static final int DEEP = 10;

    /**
     * The longest chain of layers with weights up to a layer.
     *
     * @param last the last one with weights in it
     * @param before the one before that; empty for the first
     * @param length how many there are
     */
    private record Chain(Layer last, Optional<Layer> before, int length) {
        /** The layers of the chain, the first one first. */
        List<Layer> layers(Function<Layer, Optional<Chain>> chains) {
            List<Layer> layers = new ArrayList<>();
            for (Optional<Chain> link = Optional.of(this); link.isPresent(); link = link.get().before().flatMap(chains)) {
                layers.add(link.get().last());
            }
            Collections.reverse(layers);
            return layers;
        }
    }

    @Override
    public List<Problem> check(CheckedNetwork network) {
        Function<Layer, Optional<Chain>> chains = network.flow(this, NormalizationCheck::extended);
        Chain longest = null;
        for (Layer layer : network.order().layers()) {
            Chain chain = chains.apply(layer).orElse(null);
            longest = chain != null && (longest == null || chain.length() > longest.length()) ? chain : longest;
        }
        return longest == null || longest.length() < DEEP ? List.of() : List.of(problem(longest.layers(chains)));
    }

    private static Optional<Chain> extended(Layer layer, Function<Layer, Optional<Chain>> chains) {
        if (normalises(layer)) {
            return Optional.empty();
        }
        Optional<Chain> before = Inputs.of(layer).stream().flatMap(source -> chains.apply(source).stream())
                .max(Comparator.comparingInt(Chain::length));
        return hasKernel(layer) ? Optional.of(new Chain(layer, before.map(Chain::last),
                1 + before.map(Chain::length).orElse(0))) : before;
    }

    /** A layer of a plug-in may normalise; SELU does by itself (Klambauer et al., arXiv:1706.02515). */
    private static boolean normalises(Layer layer) {
        return layer instanceof BatchNormalization || layer instanceof LayerNormalization
                || layer instanceof GroupNormalization
                || layer.eClass().getEPackage() != NetworkPackage.eINSTANCE
                || hasKernel(layer) && FinalActivation.before(layer).function() == ActivationFunction.SELU;
    }

    private static boolean hasKernel(Layer layer) {
        return layer instanceof Convolution || layer instanceof Dense || layer instanceof DepthwiseConvolution2D;
    }

    private static Problem problem(List<Layer> layers) {
        Layer last = layers.get(layers.size() - 1);
        return new Problem("network.normalisation", Severity.ADVICE, CheckedNetwork.subject(last),
                "From " + LayerInfo.called(layers.get(0)) + " to " + LayerInfo.called(last) + " " + layers.size()
                        + " layers with weights follow one another without normalisation; put a Batch normalisation"
                        + " behind them.",
                "Small changes of early weights grow from layer to layer, so that deep chains train slowly or not at"
                        + " all. Normalising after each layer keeps the numbers in range and bears higher learning"
                        + " rates. Source: Ioffe and Szegedy, arXiv:1502.03167.",
                List.of(fix(layers)));
    }

    private static Fix fix(List<Layer> layers) {
        List<Layer> inner = layers.stream().filter(layer -> !decides(layer)).toList();
        return new InsertBehind("Insert a Batch normalisation behind each of " + inner.size() + " layers", inner,
                NetworkPackage.Literals.BATCH_NORMALIZATION);
    }

    private static boolean decides(Layer layer) {
        return Successors.of(layer).stream().anyMatch(Output.class::isInstance);
    }
}
