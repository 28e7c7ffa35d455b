// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.graph;

import java.util.function.Consumer;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Variation;

/**
 * Builds the inside of a block by code: it begins at the Block input {@value #IN}, and the layer added last leads into
 * the Block output {@value #OUT}.
 */
public final class BlockBuilder extends GraphBuilder<BlockBuilder> {
    /** Name of the first Block input. */
    public static final String IN = "in";
    /** Name of the Block output. */
    public static final String OUT = "out";
    private static final int LEFT = 16;
    private static final int TOP = 44;

    private final Block block;
    private int inputs;

    /** @param id the id of the block, with which the ids inside begin */
    public BlockBuilder(String id) {
        this(NetworkFactory.eINSTANCE.createBlock(), id);
    }

    private BlockBuilder(Block block, String id) {
        super(block, id + ".", LEFT, TOP);
        this.block = block;
        block.setId(id);
        block.setName(id);
        input(IN);
    }

    /** Adds another input; the first one, {@value #IN}, is there from the beginning. */
    public BlockBuilder input(String name) {
        BlockInput input = NetworkFactory.eINSTANCE.createBlockInput();
        input.setIndex(inputs++);
        return addBehind(name, input);
    }

    /** Computes the inside so many times in a row. */
    public BlockBuilder repeat(int times) {
        block.setRepeat(times);
        return this;
    }

    /**
     * Lets an attribute of a layer differ from one repetition to the next.
     *
     * @param layer the name of a layer that was added before
     * @param attribute the name of the attribute in the metamodel
     * @param expression the calculation, such as {@code 64*2^i}
     * @throws IllegalArgumentException if there is no such layer
     */
    public BlockBuilder vary(String layer, String attribute, String expression) {
        Variation variation = NetworkFactory.eINSTANCE.createVariation();
        variation.setLayer(layer(layer));
        variation.setAttribute(attribute);
        variation.setExpression(expression);
        block.getVariations().add(variation);
        return this;
    }

    /** The block, with its output behind the layer added last. */
    public Block build() {
        BlockOutput output = NetworkFactory.eINSTANCE.createBlockOutput();
        return (Block) add(OUT, output).graph();
    }

    Block fill(Consumer<BlockBuilder> inside) {
        inside.accept(this);
        return build();
    }

    @Override
    BlockBuilder self() {
        return this;
    }
}
