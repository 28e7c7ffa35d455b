// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The class of one module while it is written. */
final class ModuleCode {
    private static final String INDENT = "        ";

    private final PythonNames names = new PythonNames();
    private final List<String> parts = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final Map<String, String> exchanged = new HashMap<>();

    /** Names that are taken in the class. */
    PythonNames names() {
        return names;
    }

    /** Adds a line that makes a part of the module. */
    void part(String line) {
        parts.add(line);
    }

    /** Adds a line of the computation. */
    void step(String line) {
        steps.add(line);
    }

    /** The signal in the other layout; the line for it is written once. */
    TorchSignal exchanged(TorchSignal signal) {
        String variable = exchanged.computeIfAbsent(signal.variable(), from -> {
            String name = names.variable(from + (signal.channelsFirst() ? "_last" : "_first"));
            step(name + " = " + signal.exchanged() + (signal.channelsFirst() ? "  # channels last again"
                    : "  # channels first, as PyTorch wants them"));
            return name;
        });
        return new TorchSignal(variable, signal.shape(), !signal.channelsFirst());
    }

    /**
     * The class.
     *
     * @param name its name
     * @param description what it is, one or more sentences
     * @param inputs its parameters
     * @param result what it returns
     */
    String text(String name, String description, List<String> inputs, String result) {
        StringBuilder text = new StringBuilder("class " + name + "(nn.Module):\n    \"\"\"" + description
                + "\"\"\"\n\n    def __init__(self):\n" + INDENT + "super().__init__()\n");
        parts.forEach(line -> text.append(INDENT).append(line).append('\n'));
        text.append("\n    def forward(self, ").append(String.join(", ", inputs)).append("):\n");
        steps.forEach(line -> text.append(INDENT).append(line).append('\n'));
        return text.append(INDENT).append("return ").append(result).append('\n').toString();
    }

    /** Names that Python accepts and that are not taken yet. */
    static final class PythonNames {
        /** Words of the language, and names of the file and of modules that a network must not hide. */
        private static final Set<String> TAKEN = Set.of("False", "None", "True", "and", "as", "assert", "async", "await",
                "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global",
                "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
                "with", "yield", "self", "nn", "np", "torch", "F", "json", "struct", "stored", "fill", "read_weights",
                "load_weights", "forward", "train", "training", "eval", "modules", "parameters", "buffers", "children",
                "apply", "type", "half", "float", "double", "to", "cpu", "cuda", "state_dict", "zero_grad", "dump_patches",
                "SimpleRNN", "LSTM", "GRU", "Bidirectional", "Attention", "input", "sum", "max", "min", "abs", "round",
                "len", "list", "dict", "set", "map", "filter", "range", "super", "slice", "open", "compile", "feature",
                "angle", "waves");
        private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9]+");

        private final Set<String> used = new HashSet<>(TAKEN);

        /** A variable or attribute: the name in lower case with underscores. */
        String variable(String name) {
            String base = NOT_IN_NAMES.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT).replaceAll("^_+|_+$", "");
            return free(startsWithLetter(base) ? base : "layer_" + base);
        }

        /** A class: the words of the name, each with a capital. */
        String type(String name) {
            String base = Arrays.stream(NOT_IN_NAMES.split(name)).filter(word -> !word.isEmpty())
                    .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
            return free(startsWithLetter(base) ? base : "Network" + base);
        }

        private String free(String wish) {
            String base = TAKEN.contains(wish) ? wish + "_" : wish;
            String name = base;
            for (int i = 2; !used.add(name); i++) {
                name = base + "_" + i;
            }
            return name;
        }

        private static boolean startsWithLetter(String name) {
            return !name.isEmpty() && Character.isLetter(name.charAt(0));
        }
    }
}
