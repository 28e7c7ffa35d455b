// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CommandStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.command.BoundedCommandStack;
import org.vesalius.network.ui.command.BoundedCommandStack.Sized;

/** Many acts, undos and redos, chosen by chance, leave the network that the same acts alone would give. */
class RandomWalkTest {
    private static final int STEPS = 500;
    private static final int MANY_STEPS = 2000;
    private static final NetworkFiles FILES = new NetworkFiles(StandardLayers.catalog());

    private static Network start() {
        NetworkFactory factory = NetworkFactory.eINSTANCE;
        return new NetworkBuilder("walk").add("in", factory.createInput(), in -> in.setShape(Shape.vector(8)))
                .add("a", factory.createDense()).add("b", factory.createDense()).add("block", factory.createBlock())
                .add("out", factory.createOutput()).build();
    }

    /** The text of the file; ids are drawn by chance, so layers are numbered instead. */
    private static String text(Network network) {
        Network copy = EcoreUtil.copy(network);
        int[] number = new int[1];
        copy.eAllContents().forEachRemaining(content -> {
            if (content instanceof Layer layer) {
                layer.setId("n" + number[0]++);
            }
        });
        return new String(FILES.toBytes(copy), StandardCharsets.UTF_8);
    }

    private static CommandStack walk(Network network, long seed, int steps) {
        CommandStack stack = new CommandStack();
        RandomEdits edits = new RandomEdits(network, seed);
        Random way = new Random(seed + 1);
        for (int step = 0; step < steps; step++) {
            switch (way.nextInt(8)) {
                case 0, 1 -> undo(stack);
                case 2 -> redo(stack);
                default -> edits.next().ifPresent(stack::execute);
            }
        }
        return stack;
    }

    private static void undo(CommandStack stack) {
        if (stack.canUndo()) {
            stack.undo();
        }
    }

    private static void redo(CommandStack stack) {
        if (stack.canRedo()) {
            stack.redo();
        }
    }

    @Test
    void walkEndsWhereItsReplayEnds() {
        assertEndsWhereItsReplayEnds(1, STEPS);
    }

    @Tag("nightly")
    @ParameterizedTest
    @ValueSource(longs = {1, 20261123})
    void longWalkEndsWhereItsReplayEnds(long seed) {
        assertEndsWhereItsReplayEnds(seed, MANY_STEPS);
    }

    private static void assertEndsWhereItsReplayEnds(long seed, int steps) {
        Network first = start();
        CommandStack stack = walk(first, seed, steps);
        Network replayed = start();
        walk(replayed, seed, steps);
        assertEquals(text(replayed), text(first));

        String end = text(first);
        int acts = 0;
        while (stack.canUndo()) {
            stack.undo();
            acts++;
        }
        assertTrue(acts > steps / 10, "there was something to undo: " + acts);
        assertEquals(text(start()), text(first), "everything undone");
        for (int act = 0; act < acts; act++) {
            stack.redo();
        }
        assertEquals(end, text(first), "everything done again");
    }

    @Test
    void networkStaysWhole() {
        Network network = start();
        walk(network, 7, STEPS);
        network.eAllContents().forEachRemaining(content -> {
            if (content instanceof Connection connection) {
                assertEquals(connection.eContainer(), connection.getSource().eContainer(), "a loose end");
                assertEquals(connection.eContainer(), connection.getTarget().eContainer(), "a loose end");
            }
        });
        byte[] bytes = FILES.toBytes(network);
        assertEquals(network.getLayers().size(),
                FILES.load(new ByteArrayInputStream(bytes), "walk").getLayers().size());
    }

    @Test
    void undoMemoryIsBounded() {
        Network network = start();
        CommandStack stack = new BoundedCommandStack();
        RandomEdits edits = new RandomEdits(network, 3);
        for (int step = 0; step < 2 * BoundedCommandStack.MOST_ACTS; step++) {
            edits.next().ifPresent(stack::execute);
        }
        assertTrue(stack.getCommands().length <= BoundedCommandStack.MOST_ACTS);
    }

    @Test
    void largeActsAreForgottenSooner() {
        CommandStack stack = new BoundedCommandStack();
        for (int act = 0; act < 20; act++) {
            stack.execute(new Large(BoundedCommandStack.MOST_VALUES / 4));
        }
        assertTrue(stack.getCommands().length <= 5, "only the newest: " + stack.getCommands().length);
        stack.execute(new Large(2 * BoundedCommandStack.MOST_VALUES));
        assertTrue(stack.canUndo(), "the newest act can always be undone");
        stack.execute(new Large(1));
        assertEquals(1, stack.getCommands().length);
    }

    private static final class Large extends Command implements Sized {
        private final int size;

        Large(int size) {
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }
    }
}
