// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer.window;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.vesalius.network.Padding;
import org.vesalius.network.Weighted;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.layer.window.SlidingWindow.Fitted;
import org.vesalius.worker.dl4j.step.Borders;
import org.vesalius.worker.dl4j.step.Borders.Cut;
import org.vesalius.worker.dl4j.step.Borders.ZeroBorders;
import org.vesalius.worker.dl4j.step.Phases;

/**
 * Convolutions whose window may have gaps. One with gaps runs without them over the phases of its input, each n-th place
 * by itself: oneDNN knows no gaps, and ND4J's own code is several times slower.
 *
 * @param layer the layer
 * @param window its window
 * @param padding what happens at the borders
 */
record Dilation(Weighted layer, SlidingWindow window, Padding padding) {

    /**
     * Adds the convolution.
     *
     * @param input what flows in
     * @param output shape of the result
     * @param convolution adds a convolution without gaps
     */
    Signal convolve(Signal input, Shape output, GraphPlan plan, Convolving convolution) {
        if (window.dilation().stream().allMatch(distance -> distance == 1)) {
            return convolution.add(window, window.fit(layer, padding, input, plan), output);
        }
        Signal phases = apart(window.surround(layer, padding, input, plan).input(), plan);
        SlidingWindow dense = SlidingWindow.of(window.size(), window.stride());
        Shape ofPhase = output;
        for (int axis : axes().toArray()) {
            int places = phases.shape().size(axis) - window.size().get(axis);
            ofPhase = ofPhase.withSize(axis, places / window.stride().get(axis) + 1);
        }
        return together(convolution.add(dense, new Fitted(phases, Padding.VALID), ofPhase), output, plan);
    }

    /** The phases of an input, which is filled up with zeros so that they are of one size. */
    private Signal apart(Signal input, GraphPlan plan) {
        List<Integer> missing = axes().mapToObj(axis -> Math.floorMod(-input.shape().size(axis), count(axis))).toList();
        Shape filled = input.shape();
        Shape ofPhase = input.shape();
        for (int axis : axes().toArray()) {
            filled = filled.withSize(axis, filled.size(axis) + missing.get(axis));
            ofPhase = ofPhase.withSize(axis, filled.size(axis) / count(axis));
        }
        Borders zeros = new Borders(Collections.nCopies(missing.size(), 0), missing);
        Signal whole = zeros.none() ? input : plan.step(layer, new ZeroBorders(zeros), input, filled);
        return plan.step(layer, Phases.apart(window.dilation()), whole, ofPhase);
    }

    private Signal together(Signal phases, Shape output, GraphPlan plan) {
        Shape joined = output;
        for (int axis : axes().toArray()) {
            joined = joined.withSize(axis, phases.shape().size(axis) * count(axis));
        }
        Signal whole = plan.step(layer, Phases.together(window.dilation()), phases, joined);
        List<Integer> over = axes().mapToObj(axis -> whole.shape().size(axis) - output.size(axis)).toList();
        Borders rest = new Borders(Collections.nCopies(over.size(), 0), over);
        return rest.none() ? whole : plan.step(layer, new Cut(rest), whole, output);
    }

    private int count(int axis) {
        return window.dilation().get(axis);
    }

    private IntStream axes() {
        return IntStream.range(0, window.size().size());
    }

    /** Adds a convolution without gaps to the plan. */
    @FunctionalInterface
    interface Convolving {

        /**
         * Adds it.
         *
         * @param window its window
         * @param input what flows in, and what is left to pad
         * @param output shape of the result
         */
        Signal add(SlidingWindow window, Fitted input, Shape output);
    }
}
