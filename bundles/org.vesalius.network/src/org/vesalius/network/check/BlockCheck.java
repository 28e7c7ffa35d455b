// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vesalius.core.English;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Output;
import org.vesalius.network.fix.AppendLayer;
import org.vesalius.network.fix.NumberBlockInputs;
import org.vesalius.network.fix.RemoveElement;
import org.vesalius.network.fix.ReplaceLayer;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.graph.Successors;
import org.vesalius.network.meta.LayerInfo;

/** A block has one result, inputs numbered from 0, nothing of a network's ends, and one input if it is repeated. */
final class BlockCheck implements NetworkCheck {
    private static final String ID = "network.block";

    @Override
    public List<Problem> check(CheckedNetwork network) {
        return network.drawn(this, layer -> layer instanceof Block block ? problems(block) : List.of());
    }

    private static List<Problem> problems(Block block) {
        List<Problem> problems = new ArrayList<>();
        result(block, problems);
        numbering(block, problems);
        repetition(block, problems);
        ends(block, problems);
        return problems;
    }

    private static void result(Block block, List<Problem> problems) {
        List<BlockOutput> outputs = inside(block, BlockOutput.class);
        String called = LayerInfo.called(block);
        String why = "What leads into the Block output is what the block gives.";
        if (outputs.isEmpty()) {
            List<Fix> fixes = block.getLayers().stream()
                    .filter(layer -> !(layer instanceof Output) && Successors.of(layer).isEmpty())
                    .<Fix>map(layer -> new AppendLayer("Put a Block output behind " + LayerInfo.called(layer), layer,
                            NetworkPackage.Literals.BLOCK_OUTPUT, added -> {}))
                    .toList();
            problems.add(problem(block, called + " has no Block output; put one behind its last layer.", why, fixes));
        } else if (outputs.size() > 1) {
            List<Fix> fixes = outputs.stream()
                    .<Fix>map(output -> new RemoveElement("Remove " + LayerInfo.called(output), output)).toList();
            problems.add(problem(block, called + " has " + outputs.size() + " Block outputs; leave one of them.", why,
                    fixes));
        }
    }

    private static void numbering(Block block, List<Problem> problems) {
        List<BlockInput> inputs = new ArrayList<>(inside(block, BlockInput.class));
        inputs.sort(Comparator.comparingInt(BlockInput::getIndex));
        String called = LayerInfo.called(block);
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).getIndex() != i) {
                problems.add(problem(block, "The Block inputs of " + called + " are not numbered 0, 1, 2 and so on.",
                        "The numbers say which input of the block each of them stands for.",
                        List.of(new NumberBlockInputs("Number the Block inputs of " + called, block))));
                return;
            }
        }
        if (inputs.isEmpty()) {
            problems.add(problem(block, called + " has no Block input; put one before its first layer.",
                    "Block inputs stand inside a block for what flows into it.", List.of()));
        }
    }

    private static void repetition(Block block, List<Problem> problems) {
        int inputs = inside(block, BlockInput.class).size();
        if (block.getRepeat() > 1 && inputs > 1) {
            String called = LayerInfo.called(block);
            problems.add(problem(block, called + " is repeated but takes " + inputs
                    + " inputs; a repeated block takes one.",
                    "Each repetition gets the result of the one before, which is one array.",
                    List.of(new SetAttribute("Compute " + called + " once", block,
                            NetworkPackage.Literals.BLOCK__REPEAT, 1))));
        }
    }

    private static void ends(Block block, List<Problem> problems) {
        for (Layer layer : block.getLayers()) {
            if (layer instanceof Input || layer instanceof Output) {
                boolean input = layer instanceof Input;
                String instead = input ? "Block input" : "Block output";
                Fix replace = new ReplaceLayer("Make it " + English.one(instead), layer,
                        input ? NetworkPackage.Literals.BLOCK_INPUT : NetworkPackage.Literals.BLOCK_OUTPUT);
                problems.add(new Problem(ID, Severity.ERROR, CheckedNetwork.subject(layer),
                        LayerInfo.called(layer) + " stands inside a block; put " + English.one(instead) + " in its place.",
                        "Inputs and Outputs are the ends of a whole network, to which an experiment binds data.",
                        List.of(replace, new RemoveElement("Remove " + LayerInfo.called(layer), layer))));
            }
        }
    }

    private static <L extends Layer> List<L> inside(Block block, Class<L> type) {
        return block.getLayers().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Problem problem(Block block, String message, String explanation, List<Fix> fixes) {
        return new Problem(ID, Severity.ERROR, CheckedNetwork.subject(block), message, explanation, fixes);
    }
}
