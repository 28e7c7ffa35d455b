// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.graph.Inputs;

/** Writes the classes of a network: one for itself and one for each kind of block. One object writes one network. */
final class ModuleWriter {
    private static final Pattern REPETITION = Pattern.compile("\\.\\d+$");
    private static final String ANY_NAME = "@";

    private final NetworkAnalysis analysis;
    private final WrittenCode written = new WrittenCode();
    private final TorchLayers layers = new TorchLayers();
    private final ModuleCode.PythonNames types = new ModuleCode.PythonNames();
    private final Map<String, String> classes = new LinkedHashMap<>();

    ModuleWriter(NetworkAnalysis analysis) {
        this.analysis = analysis;
    }

    /** What is collected for the whole file. */
    WrittenCode written() {
        return written;
    }

    /** The classes of blocks, their names by their texts with {@code @} for the name. */
    Map<String, String> classes() {
        return classes;
    }

    ModuleCode.PythonNames types() {
        return types;
    }

    /** Writes what is in a module, in an order of computation. */
    void write(ModuleTree tree, ModuleCode code, String path, Map<Layer, TorchSignal> signals) {
        for (ModuleTree.Unit unit : tree.units()) {
            if (unit instanceof ModuleTree.OneBlock block) {
                write(block, code, path, signals);
            } else {
                write(unit.layers().get(0), code, path, signals);
            }
        }
    }

    private void write(Layer layer, ModuleCode code, String path, Map<Layer, TorchSignal> signals) {
        if (layer instanceof Input || layer instanceof Output) {
            return;
        }
        String local = layer.getName().substring(layer.getName().lastIndexOf('/') + 1);
        TorchSite site = new TorchSite(code, written, layer, code.names().variable(local), path,
                Inputs.of(layer).stream().map(signals::get).toList(), analysis.shapeOf(layer).orElseThrow(),
                analysis.weightSpecs(layer));
        signals.put(layer, layers.write(layer, site));
    }

    private void write(ModuleTree.OneBlock block, ModuleCode code, String path, Map<Layer, TorchSignal> signals) {
        List<Layer> results = results(block);
        if (results.size() != 1) {
            write(block.tree(), code, path, signals);
            return;
        }
        String name = code.names().variable(block.tree().name());
        List<Layer> sources = sources(block);
        ModuleCode inside = new ModuleCode();
        Map<Layer, TorchSignal> known = new IdentityHashMap<>();
        List<String> parameters = new ArrayList<>();
        for (Layer source : sources) {
            String parameter = inside.names().variable(sources.size() == 1 ? "x" : "x" + (parameters.size() + 1));
            parameters.add(parameter);
            known.put(source, signals.get(source).with(parameter));
        }
        write(block.tree(), inside, path + name + ".", known);
        TorchSignal result = known.get(results.get(0));
        String text = inside.text(ANY_NAME, "The block " + plainName(block) + ".", parameters, result.variable());
        code.part("self." + name + " = " + classes.computeIfAbsent(text, t -> types.type(plainName(block))) + "()");
        code.step(name + " = self." + name + "("
                + String.join(", ", sources.stream().map(source -> signals.get(source).variable()).toList()) + ")");
        signals.put(results.get(0), result.with(name));
    }

    private static String plainName(ModuleTree.OneBlock block) {
        return REPETITION.matcher(block.tree().name()).replaceAll("");
    }

    /** What enters a block, in the order of its layers. */
    private static List<Layer> sources(ModuleTree.OneBlock block) {
        Set<Layer> inside = Set.copyOf(block.layers());
        Set<Layer> sources = new LinkedHashSet<>();
        block.layers().forEach(layer -> Inputs.of(layer).stream().filter(source -> !inside.contains(source))
                .forEach(sources::add));
        return List.copyOf(sources);
    }

    /** The layers of a block that feed others outside of it. */
    private static List<Layer> results(ModuleTree.OneBlock block) {
        Set<Layer> inside = Set.copyOf(block.layers());
        return block.layers().stream().filter(layer -> layer.getOutgoing().stream()
                .anyMatch(out -> out.getTarget() != null && !inside.contains(out.getTarget()))).toList();
    }
}
