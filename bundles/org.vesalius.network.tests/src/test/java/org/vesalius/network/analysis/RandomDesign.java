// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.change.ChangeDescription;
import org.eclipse.emf.ecore.change.util.ChangeRecorder;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Variation;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.block.edit.GroupLayers;
import org.vesalius.network.block.edit.UngroupBlock;
import org.vesalius.network.fix.InsertLayer;
import org.vesalius.network.graph.Graphs;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.layer.standard.StandardLayers;

/** What people do to a network in a designer, with sense and without, and what they take back. */
final class RandomDesign {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;
    private static final List<String> FILES = List.of("a.block", "b.block", "missing.block");

    private final Network network;
    private final Random random;
    private final RandomNetworks values;
    private final Map<String, Block> files = new HashMap<>();
    private final List<ChangeDescription> done = new ArrayList<>();

    RandomDesign(Network network, long seed) {
        this.network = network;
        this.random = new Random(seed);
        this.values = new RandomNetworks(seed);
    }

    /** The blocks in files as they are now; a file that is written anew gives another object. */
    BlockSource source() {
        return new BlockSource() {
            @Override
            public Found find(String path) {
                Block block = files.get(path);
                if (block == null) {
                    throw new ReportedException(ErrorKind.INVALID_INPUT, "There is no file '" + path + "'.", "Write it.");
                }
                return new Found(block, path, this);
            }
        };
    }

    /** Makes one change, or takes the last one back; says what it did. */
    String edit() {
        if (random.nextInt(5) == 0 && !done.isEmpty()) {
            done.remove(done.size() - 1).applyAndReverse();
            return "undo";
        }
        if (random.nextInt(12) == 0) {
            return write(any(FILES.subList(0, 2)));
        }
        ChangeRecorder recorder = new ChangeRecorder(network);
        String what;
        try {
            what = change(random.nextInt(19));
        } finally {
            done.add(recorder.endRecording());
            recorder.dispose();
        }
        return what;
    }

    private String write(String path) {
        List<Block> blocks = Graphs.in(network).stream().filter(Block.class::isInstance).map(Block.class::cast).toList();
        if (blocks.isEmpty() || random.nextInt(4) == 0) {
            files.remove(path);
            return "delete " + path;
        }
        Block block = EcoreUtil.copy(any(blocks));
        block.setRepeat(1 + random.nextInt(2));
        files.put(path, block);
        return "write " + path;
    }

    private String change(int kind) {
        LayerGraph graph = any(Graphs.in(network));
        LayerGraph other = any(Graphs.in(network));
        if (graph.getLayers().isEmpty() || other.getLayers().isEmpty()) {
            graph.getLayers().add(values.any());
            return "first layer";
        }
        Layer layer = any(graph.getLayers());
        Layer second = any(graph.getLayers());
        switch (kind) {
            case 0, 1, 2, 3 -> setAttribute(layer);
            case 4 -> layer.setName(random.nextInt(4) == 0 ? second.getName() : "n" + random.nextInt(1000));
            case 5 -> layer.setId(random.nextInt(4) == 0 ? second.getId() : "i" + random.nextInt(1000));
            case 6 -> new Wiring(graph).connect(layer, second);
            case 7 -> new Wiring(graph).connect(layer, any(other.getLayers()), random.nextInt(3));
            case 8 -> new Wiring(graph).remove(layer);
            case 9 -> graph.getLayers().remove(layer);
            case 10 -> link(graph, link -> new Wiring(graph).disconnect(link));
            case 11 -> link(graph, link -> new Wiring(graph).retarget(link, second));
            case 12 -> link(graph, link -> new InsertLayer("", link, any(StandardLayers.catalog().types()), added -> {})
                    .apply());
            case 13 -> group(graph);
            case 14 -> structure(layer, graph, other);
            case 15 -> repeat(layer);
            case 16 -> vary(graph, any(other.getLayers()));
            case 17 -> refer(graph, layer);
            default -> fix();
        }
        return kind + " at " + layer.getName();
    }

    private void setAttribute(Layer layer) {
        List<EAttribute> attributes = layer.eClass().getEAllAttributes();
        EAttribute attribute = any(attributes);
        layer.eSet(attribute, values.value(attribute));
    }

    private void link(LayerGraph graph, Consumer<Connection> edit) {
        List<Connection> links = graph.getConnections().stream()
                .filter(link -> link.getSource() != null && link.getTarget() != null).toList();
        if (!links.isEmpty()) {
            edit.accept(any(links));
        }
    }

    private void group(LayerGraph graph) {
        int from = random.nextInt(graph.getLayers().size());
        int to = Math.min(graph.getLayers().size(), from + 1 + random.nextInt(5));
        GroupLayers grouping = new GroupLayers(List.copyOf(graph.getLayers().subList(from, to)));
        if (grouping.refusal().isEmpty()) {
            grouping.apply();
        }
    }

    private void structure(Layer layer, LayerGraph graph, LayerGraph other) {
        switch (random.nextInt(4)) {
            case 0 -> graph.getLayers().move(0, layer);
            case 1 -> other.getLayers().add(layer instanceof Block ? values.any() : layer);
            case 2 -> graph.getLayers().add(random.nextInt(graph.getLayers().size()), values.any());
            default -> {
                if (layer instanceof Block block) {
                    new UngroupBlock(block).apply();
                }
            }
        }
    }

    private void repeat(Layer layer) {
        if (layer instanceof Block block) {
            block.setRepeat(random.nextInt(5));
        } else if (layer instanceof BlockReference reference) {
            reference.setRepeat(random.nextInt(4));
        } else if (layer instanceof BlockInput input) {
            input.setIndex(random.nextInt(3) - 1);
        } else {
            setAttribute(layer);
        }
    }

    private void vary(LayerGraph graph, Layer layer) {
        if (graph instanceof Block block) {
            Variation variation = FACTORY.createVariation();
            variation.setLayer(random.nextInt(3) == 0 ? layer : any(block.getLayers()));
            variation.setAttribute(any(List.of("filters", "units", "repeat", "rate", "no")));
            variation.setExpression(any(List.of("2^i", "8+i", "i-1", "1/0", "0.5")));
            block.getVariations().add(variation);
        }
    }

    private void refer(LayerGraph graph, Layer layer) {
        BlockReference reference = FACTORY.createBlockReference();
        reference.setId("r" + random.nextInt(1000));
        reference.setName(reference.getId());
        reference.setPath(any(FILES));
        graph.getLayers().add(reference);
        new Wiring(graph).connect(layer, reference);
        new Wiring(graph).connect(reference, any(graph.getLayers()));
    }

    private void fix() {
        List<Problem> problems = new NetworkAnalyser(StandardLayers.catalog()).analyse(network, source()).problems()
                .stream().filter(problem -> !problem.fixes().isEmpty()).toList();
        if (!problems.isEmpty()) {
            any(any(problems).fixes()).apply();
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
