// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
}
