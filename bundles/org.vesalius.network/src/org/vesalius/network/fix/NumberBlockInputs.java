// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;

/**
 * Numbers the Block inputs of a block 0, 1, 2…, in the order they have now.
 *
 * @param label what the change means to the user
 * @param block the block
 */
public record NumberBlockInputs(String label, Block block) implements TransferableFix {
    @Override
    public Optional<Fix> in(Drawing drawing) {
        return drawing.of(block).map(drawn -> new NumberBlockInputs(label, drawn));
    }

    @Override
    public void apply() {
        List<BlockInput> inputs = new ArrayList<>();
        block.getLayers().stream().filter(BlockInput.class::isInstance).map(BlockInput.class::cast)
                .forEach(inputs::add);
        inputs.sort(Comparator.comparingInt(BlockInput::getIndex));
        for (int i = 0; i < inputs.size(); i++) {
            inputs.get(i).setIndex(i);
        }
    }
}
