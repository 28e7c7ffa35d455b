// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.gef.commands.Command;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.block.edit.GroupLayers;
import org.vesalius.network.block.edit.MovedReferences;
import org.vesalius.network.block.edit.VaryAttribute;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.command.EditCommand;

/** A block goes into a file and comes back, and its reference follows the network, each as one act. */
class BlockFileCommandsTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    private final Network network = new NetworkBuilder("n")
            .add("in", FACTORY.createInput(), in -> in.setShape(Shape.vector(8))).add("a", FACTORY.createDense())
            .add("b", FACTORY.createDense()).add("out", FACTORY.createOutput()).build();
    private final Block block = new GroupLayers(List.of(layer("a"), layer("b"))).apply();

    private Layer layer(String name) {
        return network.getLayers().stream().filter(layer -> name.equals(layer.getName())).findFirst().orElseThrow();
    }

    private String text() {
        return new String(new NetworkFiles(StandardLayers.catalog()).toBytes(network));
    }

    private void undone(Command command, Runnable check) {
        String before = text();
        command.execute();
        check.run();
        command.undo();
        assertEquals(before, text());
        command.redo();
    }

    @Test
    void aBlockBecomesAReferenceThatFollowsTheNetworkAndBecomesACopy() {
        BlockSource.Found file = new BlockSource.Found(EcoreUtil.copy(block), "file", BlockSource.none());
        EditCommand<BlockReference> save = EditCommand.referToFile(block, "x.block");
        undone(save, () -> assertEquals("x.block", save.result().getPath()));
        BlockReference reference = (BlockReference) layer(block.getName());
        Path lab = Path.of("lab").toAbsolutePath();
        MovedReferences moved = new MovedReferences(lab, lab.resolve("n.network"), lab.resolve("old/n.network"));
        undone(EditCommand.moveReferences(network, moved), () -> assertEquals("../x.block", reference.getPath()));
        EditCommand<Block> copy = EditCommand.copyFromFile(reference, file);
        undone(copy, () -> assertEquals(4, copy.result().getLayers().size()));
    }

    @Test
    void aBlockThatOthersVaryInsideStays() {
        Block outer = new GroupLayers(List.of(block)).apply();
        assertTrue(EditCommand.referToFile(block, "").refusal().isEmpty());
        Layer inside = block.getLayers().get(0);
        new VaryAttribute(outer, inside, NetworkPackage.Literals.DENSE__UNITS, "8*2^i").apply();
        assertTrue(EditCommand.referToFile(block, "").refusal().orElseThrow().contains("'" + outer.getName() + "'"));
        assertTrue(EditCommand.referToFile(outer, "").refusal().isEmpty());
    }
}
