// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.List;
import java.util.Optional;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Output;

/** Whether a block of a file can stand where it is used. */
final class Referable {
    private final Block block;

    Referable(Block block) {
        this.block = block;
    }

    /** What is wrong with it for so many inputs, behind the words "the file, which"; empty where nothing is. */
    Optional<String> fault(int inputs) {
        long outputs = count(BlockOutput.class);
        if (outputs != 1) {
            return Optional.of("has " + (outputs == 0 ? "no" : outputs) + " Block output where one is needed.");
        }
        if (count(Input.class) + count(Output.class) > 0) {
            return Optional.of("holds an Input or Output of a network.");
        }
        long wanted = count(BlockInput.class);
        if (wanted != inputs) {
            return Optional.of("takes " + wanted + (wanted == 1 ? " input" : " inputs") + " but gets " + inputs + ".");
        }
        return Optional.empty();
    }

    private long count(Class<? extends Layer> type) {
        List<Layer> layers = block.getLayers();
        return layers.stream().filter(type::isInstance).count();
    }
}
