// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.graph.Inputs;

/**
 * What is inside a block in one of its repetitions, about to leave it.
 *
 * @param all the layers, Block inputs and Block output among them
 * @param wires the connections between them
 */
record Contents(List<Layer> all, List<Connection> wires) {

    /** Copies the lists, which are those of a block that is going to lose its contents. */
    Contents {
        all = List.copyOf(all);
        wires = List.copyOf(wires);
    }

    /** The layers that are computed. */
    List<Layer> layers() {
        return all.stream().filter(layer -> !(layer instanceof BlockInput || layer instanceof BlockOutput)).toList();
    }

    /** What leads into the Block output, when these layers stand for the Block inputs. */
    Optional<Layer> result(List<Layer> inputs) {
        return all.stream().filter(BlockOutput.class::isInstance).findFirst()
                .flatMap(output -> Inputs.of(output).stream().findFirst()).flatMap(last -> outside(last, inputs));
    }

    /** The connections that are left, those from Block inputs led on from what stands for them. */
    List<Connection> connections(List<Layer> inputs) {
        List<Connection> left = new ArrayList<>();
        for (Connection connection : wires) {
            Optional<Layer> source = Optional.ofNullable(connection.getSource())
                    .flatMap(layer -> outside(layer, inputs));
            boolean last = connection.getTarget() == null || connection.getTarget() instanceof BlockOutput;
            if (last || source.isEmpty()) {
                connection.eUnset(NetworkPackage.Literals.CONNECTION__SOURCE);
                connection.eUnset(NetworkPackage.Literals.CONNECTION__TARGET);
            } else {
                connection.setSource(source.get());
                left.add(connection);
            }
        }
        return left;
    }

    private static Optional<Layer> outside(Layer layer, List<Layer> inputs) {
        if (layer instanceof BlockInput input) {
            boolean given = input.getIndex() >= 0 && input.getIndex() < inputs.size();
            return given ? Optional.of(inputs.get(input.getIndex())) : Optional.empty();
        }
        return Optional.of(layer);
    }
}
