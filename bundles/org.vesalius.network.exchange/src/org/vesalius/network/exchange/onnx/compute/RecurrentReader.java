// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.compute;

import java.util.List;
import java.util.Optional;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Recurrent;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Value;

/**
 * RNN, LSTM and GRU that start from zeros. The states after each step and the last one are different layers in Vesalius;
 * a file that uses both gets both, with the same weights.
 */
public final class RecurrentReader implements OperatorReader {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    @Override
    public void read(ForeignNode node, Reading reading) throws NotExpressible {
        RecurrentCell cell = RecurrentCell.of(node, reading);
        demandPlainUse(node, reading);
        View in = reading.view(node, 0);
        if (in.rank() != 3) {
            throw new NotExpressible("its input is no sequence");
        }
        boolean batchFirst = node.integer("layout", 0) == 1;
        List<Atom> time = in.groups().get(batchFirst ? 1 : 0);
        demandWholeSequences(time, node, reading);
        View steps = reading.arranged(in, List.of(time, in.groups().get(2)), node.called());
        if (isUsed(node, 0, reading)) {
            reading.put(node.output(), everyStep(cell, steps, time, batchFirst, node, reading));
        }
        if (isUsed(node, 1, reading)) {
            reading.put(node.outputs().get(1), lastStep(cell, steps, batchFirst, node, reading));
        }
    }

    private static boolean isUsed(ForeignNode node, int output, Reading reading) {
        return node.outputs().size() > output && reading.uses(node.outputs().get(output)) > 0;
    }

    private static void demandPlainUse(ForeignNode node, Reading reading) throws NotExpressible {
        if (isUsed(node, 2, reading)) {
            throw new NotExpressible("its last cell state is used");
        }
        for (int input = 5; input <= 6; input++) {
            Value start = reading.value(node, input).orElse(new Value.Filled(0));
            boolean zero = start instanceof Value.Filled filled && filled.number() == 0
                    || start instanceof ForeignArray array && array.isAll(0);
            if (!zero) {
                throw new NotExpressible("it does not start from zeros");
            }
        }
        boolean peepholes = !reading.constant(node, 7).map(array -> array.isAll(0)).orElse(true);
        if (peepholes || node.has("clip") || node.integer("input_forget", 0) != 0) {
            throw new NotExpressible("its cell is of a special kind");
        }
    }

    /** Lengths that are the number of steps for each sequence say nothing. */
    private static void demandWholeSequences(List<Atom> time, ForeignNode node, Reading reading)
            throws NotExpressible {
        Optional<Value> lengths = reading.value(node, 4);
        if (lengths.isPresent() && !(lengths.get() instanceof ForeignArray)) {
            throw new NotExpressible("the lengths of its sequences are computed from data");
        }
        int steps = Atom.product(time);
        if (lengths.isPresent() && (steps == Atom.UNKNOWN || !((ForeignArray) lengths.get()).isAll(steps))) {
            throw new NotExpressible("it ends some of its sequences early");
        }
    }

    private static View everyStep(RecurrentCell cell, View steps, List<Atom> time, boolean batchFirst,
            ForeignNode node, Reading reading) throws NotExpressible {
        if (cell.direction().equals("reverse")) {
            throw new NotExpressible("it gives the steps of a backward pass in forward order");
        }
        View result = add(cell, true, steps, node, reading);
        Atom directions = Atom.axis(cell.directions());
        Atom units = Atom.axis(cell.units());
        List<Atom> batch = batch(result);
        List<List<Atom>> groups = batchFirst
                ? List.of(batch, time, List.of(directions), List.of(units))
                : List.of(time, List.of(directions), batch, List.of(units));
        return new View(result.layer(), result.shape(), List.of(time, List.of(directions, units)), groups);
    }

    private static View lastStep(RecurrentCell cell, View steps, boolean batchFirst, ForeignNode node,
            Reading reading) throws NotExpressible {
        View result = add(cell, false, steps, node, reading);
        Atom directions = Atom.axis(cell.directions());
        Atom units = Atom.axis(cell.units());
        List<Atom> batch = batch(result);
        List<List<Atom>> groups = batchFirst ? List.of(batch, List.of(directions), List.of(units))
                : List.of(List.of(directions), batch, List.of(units));
        return new View(result.layer(), result.shape(), List.of(List.of(directions, units)), groups);
    }

    private static List<Atom> batch(View result) {
        return result.groups().get(0);
    }

    private static View add(RecurrentCell cell, boolean sequences, View steps, ForeignNode node, Reading reading)
            throws NotExpressible {
        Recurrent inside = cell.layer(MAKE);
        inside.setReturnSequences(sequences);
        boolean both = cell.directions() == 2;
        inside.setGoBackwards(!both && cell.direction().equals("reverse"));
        Layer layer = both ? bidirectional(inside) : inside;
        View result = reading.add(node, layer, steps);
        List<String> prefixes = both ? List.of("forward/", "backward/") : List.of("");
        for (int direction = 0; direction < prefixes.size(); direction++) {
            String prefix = prefixes.get(direction);
            cell.weights(direction).forEach((name, tensor) -> reading.draft().weight(layer, prefix + name, tensor));
        }
        return result;
    }

    private static Bidirectional bidirectional(Recurrent inside) {
        Bidirectional layer = MAKE.createBidirectional();
        layer.setLayer(inside);
        return layer;
    }
}
