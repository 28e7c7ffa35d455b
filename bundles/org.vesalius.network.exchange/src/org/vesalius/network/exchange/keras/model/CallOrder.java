// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;

/** Brings the uses of layers into an order in which each comes behind what it is given. */
public final class CallOrder {
    private final KerasModel model;
    private final Map<String, Integer> firstUse = new HashMap<>();

    /**
     * One use of a layer.
     *
     * @param layer the layer
     * @param use which use of it, counted from 0
     * @param call its description
     * @param inputs what it is given, by uses that count from 0
     * @param position where the file has it
     */
    public record Step(KerasLayer layer, int use, LayerCall call, List<LayerCall.TensorRef> inputs, int position) {
        private LayerCall.TensorRef key() {
            return new LayerCall.TensorRef(layer.name(), use, 0);
        }
    }

    public CallOrder(KerasModel model) {
        this.model = model;
        Set<String> models = new HashSet<>();
        model.layers().stream().filter(layer -> layer.model().isPresent()).forEach(layer -> models.add(layer.name()));
        List<LayerCall.TensorRef> refs = new ArrayList<>(model.outputs());
        model.layers().forEach(layer -> layer.calls().forEach(call -> refs.addAll(call.inputs())));
        refs.stream().filter(ref -> models.contains(ref.layer()))
                .forEach(ref -> firstUse.merge(ref.layer(), ref.node(), Math::min));
    }

    /** A reference whose use counts from 0: some versions count the making of a nested model as its first use. */
    public LayerCall.TensorRef resolved(LayerCall.TensorRef ref) {
        return new LayerCall.TensorRef(ref.layer(), ref.node() - firstUse.getOrDefault(ref.layer(), 0), ref.tensor());
    }

    /**
     * The uses in order; as far as that allows, in the file's.
     *
     * @throws UnsupportedSetting if one is given what does not exist, or they form a cycle
     */
    public List<Step> steps() {
        List<Step> steps = inTheFilesOrder();
        Map<LayerCall.TensorRef, List<Step>> waiting = new HashMap<>();
        int[] missing = new int[steps.size()];
        Queue<Step> ready = new PriorityQueue<>(Comparator.comparingInt(Step::position));
        Set<LayerCall.TensorRef> known = new HashSet<>();
        model.inputs().forEach(input -> known.add(new LayerCall.TensorRef(input.layer(), 0, 0)));
        for (Step step : steps) {
            Set<LayerCall.TensorRef> needs = needs(step, known);
            needs.forEach(need -> waiting.computeIfAbsent(need, key -> new ArrayList<>()).add(step));
            missing[step.position()] = needs.size();
            if (needs.isEmpty()) {
                ready.add(step);
            }
        }
        List<Step> sorted = drained(ready, waiting, missing);
        if (sorted.size() != steps.size()) {
            throw new UnsupportedSetting("some of its layers are given what does not exist, or form a cycle");
        }
        return sorted;
    }

    /** Takes what is ready, which makes more ready. */
    private static List<Step> drained(Queue<Step> ready, Map<LayerCall.TensorRef, List<Step>> waiting, int[] missing) {
        List<Step> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            Step step = ready.remove();
            sorted.add(step);
            for (Step next : waiting.getOrDefault(step.key(), List.of())) {
                if (--missing[next.position()] == 0) {
                    ready.add(next);
                }
            }
        }
        return sorted;
    }

    private static Set<LayerCall.TensorRef> needs(Step step, Set<LayerCall.TensorRef> known) {
        Set<LayerCall.TensorRef> needs = new HashSet<>();
        for (LayerCall.TensorRef input : step.inputs()) {
            LayerCall.TensorRef use = new LayerCall.TensorRef(input.layer(), input.node(), 0);
            if (!known.contains(use)) {
                needs.add(use);
            }
        }
        return needs;
    }

    private List<Step> inTheFilesOrder() {
        List<Step> steps = new ArrayList<>();
        for (KerasLayer layer : model.layers()) {
            for (int use = 0; use < layer.calls().size(); use++) {
                LayerCall call = layer.calls().get(use);
                List<LayerCall.TensorRef> inputs = call.inputs().stream().map(this::resolved).toList();
                steps.add(new Step(layer, use, call, inputs, steps.size()));
            }
        }
        return steps;
    }
}
