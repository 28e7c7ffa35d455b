// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightTensor;

/** The network while it is drawn, with the weights of its layers and what there is to report of each. */
public final class NetworkDraft {
    private static final int LEFT = 200;
    private static final int ROW = 100;
    private static final int LONGEST_ID = 56;
    private static final Pattern NOT_IN_IDS = Pattern.compile("[^A-Za-z0-9_.-]+");

    private final Network network = NetworkFactory.eINSTANCE.createNetwork();
    private final Wiring wiring = new Wiring(network);
    private final Set<String> names = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Map<String, WeightTensor>> weights = new HashMap<>();
    private final Map<String, LayerNote> notes = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    /**
     * Adds a layer behind others and names it.
     *
     * @param wish what to call it, if the name is free
     * @param type what the other tool calls it
     */
    public void add(Layer layer, String wish, String type, List<Layer> inputs) {
        layer.setName(free(wish, names));
        layer.setId(free(id(layer.getName()), ids));
        insides(layer).forEach(inside -> identify(inside, layer));
        layer.setX(LEFT);
        layer.setY(ROW * network.getLayers().size());
        network.getLayers().add(layer);
        inputs.forEach(input -> wiring.connect(input, layer));
        notes.put(layer.getName(), new LayerNote(layer.getName(), type, Fidelity.EXACT, ""));
    }

    /** Says of a layer how well it went over, beside what was said before. */
    public void note(Layer layer, Fidelity fidelity, String note) {
        notes.computeIfPresent(layer.getName(), (name, old) -> new LayerNote(name, old.type(), fidelity,
                old.note().isEmpty() || old.note().equals(note) ? note : old.note() + "; " + note));
    }

    /** Says something of the whole network. */
    public void remark(String remark) {
        remarks.add(remark);
    }

    /** Gives a layer a weight. */
    public void weight(Layer layer, String name, WeightTensor tensor) {
        weights.computeIfAbsent(layer.getId(), id -> new LinkedHashMap<>()).put(name, tensor);
    }

    /** How far the drawing has come. */
    public int mark() {
        return network.getLayers().size();
    }

    /** Takes back the layers that were added since. */
    public void backTo(int mark) {
        while (network.getLayers().size() > mark) {
            Layer last = network.getLayers().get(network.getLayers().size() - 1);
            wiring.remove(last);
            names.remove(last.getName());
            ids.remove(last.getId());
            insides(last).forEach(inside -> ids.remove(inside.getId()));
            weights.remove(last.getId());
            notes.remove(last.getName());
        }
    }

    public Network network() {
        return network;
    }

    public List<LayerNote> notes() {
        return List.copyOf(notes.values());
    }

    public List<String> remarks() {
        return remarks;
    }

    /** All weights, in the order of the layers. */
    public NetworkWeights weights() {
        NetworkWeights.Builder all = NetworkWeights.builder();
        for (Layer layer : network.getLayers()) {
            weights.getOrDefault(layer.getId(), Map.of()).forEach((name, tensor) -> all.put(layer.getId(), name, tensor));
        }
        return all.build();
    }

    /** The layers inside a wrapper. */
    private static List<Layer> insides(Layer layer) {
        return layer.eContents().stream().filter(Layer.class::isInstance).map(Layer.class::cast).toList();
    }

    private void identify(Layer inside, Layer wrapper) {
        inside.setName("inside");
        inside.setId(free(id(wrapper.getName() + "_inside"), ids));
    }

    private static String id(String name) {
        String id = NOT_IN_IDS.matcher(name).replaceAll("_");
        String started = !id.isEmpty() && Character.isLetter(id.charAt(0)) ? id : "n" + id;
        String cut = started.substring(0, Math.min(started.length(), LONGEST_ID));
        return LayerIds.isValid(cut) ? cut : "layer";
    }

    private static String free(String wish, Set<String> used) {
        String base = wish.isBlank() ? "layer" : wish.strip();
        String name = base;
        for (int i = 2; !used.add(name); i++) {
            name = String.format(Locale.ROOT, "%s_%d", base, i);
        }
        return name;
    }
}
