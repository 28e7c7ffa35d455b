// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.keras;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.exchange.LayerNote;

/** The functions of a file of Python, and the notes on its layers. */
final class PythonFile {
    /** Words that are no names, and names that the file uses itself. */
    static final Set<String> RESERVED = Set.of("False", "None", "True", "and", "as", "assert", "async", "await",
            "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global",
            "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
            "with", "yield", "keras", "layers", "name", "i", "n", "range", "int", "float", "model", "build_model",
            "unknown_layer", "PositionalEncoding", "sum", "input", "max", "min", "map", "filter", "list", "dict", "set",
            "type", "id", "str", "print", "len", "abs", "all", "any", "next", "iter", "hash", "object");
    private static final Map<String, String> KEYS = Map.ofEntries(Map.entry("kernelSize", "kernel_size"),
            Map.entry("stride", "strides"), Map.entry("dilation", "dilation_rate"), Map.entry("useBias", "use_bias"),
            Map.entry("depthMultiplier", "depth_multiplier"), Map.entry("poolSize", "pool_size"),
            Map.entry("factor", "size"), Map.entry("times", "n"), Map.entry("vocabularySize", "input_dim"),
            Map.entry("dimension", "output_dim"), Map.entry("heads", "num_heads"), Map.entry("keyDimension", "key_dim"),
            Map.entry("slope", "alpha"), Map.entry("deviation", "stddev"));

    private final List<String> functions = new ArrayList<>();
    private final Map<Block, String> names = new HashMap<>();
    private final Set<String> used = new HashSet<>(RESERVED);
    private final List<LayerNote> notes = new ArrayList<>();

    void note(LayerNote note) {
        notes.add(note);
    }

    List<LayerNote> notes() {
        return notes;
    }

    /** The functions written so far, each behind those it calls. */
    List<String> functions() {
        return functions;
    }

    /** The name of the function for a block; writes it the first time. */
    String function(Block block, NetworkAnalysis analysis) {
        String known = names.get(block);
        if (known != null) {
            return known;
        }
        KerasCode code = new KerasCode(analysis, this, block);
        List<String> arguments = new ArrayList<>();
        block.getLayers().stream().filter(BlockInput.class::isInstance).map(BlockInput.class::cast)
                .sorted(Comparator.comparingInt(BlockInput::getIndex))
                .forEach(input -> arguments.add(code.argument(input)));
        arguments.add("name");
        if (varies(block)) {
            arguments.add("i");
            arguments.add("n");
        }
        String name = unique(identifier(block.getName()) + "_block");
        names.put(block, name);
        List<String> lines = code.lines();
        functions.add("def " + name + "(" + String.join(", ", arguments) + "):\n" + String.join("\n", lines) + "\n");
        return name;
    }

    /** Whether the repetitions of a block differ, so that its function has to know which one it makes. */
    static boolean varies(Block block) {
        return block.getRepeat() > 1 && !block.getVariations().isEmpty();
    }

    /** What an attribute of the metamodel is called in Keras. */
    static String key(String attribute) {
        return KEYS.getOrDefault(attribute, attribute.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }

    /** A name as Keras takes it. */
    static String legal(String name) {
        return (name == null ? "layer" : name).replaceAll("[^A-Za-z0-9_.-]", "_");
    }

    /** A name as Python takes it. */
    static String identifier(String name) {
        String legal = legal(name).replaceAll("[^A-Za-z0-9_]", "_").toLowerCase(Locale.ROOT);
        return legal.isEmpty() || Character.isDigit(legal.charAt(0)) || legal.startsWith("_") ? "layer" + legal : legal;
    }

    private String unique(String stem) {
        String free = stem;
        for (int i = 2; !used.add(free); i++) {
            free = stem + "_" + i;
        }
        return free;
    }
}
