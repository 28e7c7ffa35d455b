// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.gef.commands.CommandStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.editor.NetworkEditor;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** Acts by chance in an open editor: the canvas shows what the network is, and nothing is logged. */
@WindowTest
class EditorWalkTest {

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    private static Network start() {
        NetworkFactory factory = NetworkFactory.eINSTANCE;
        return new NetworkBuilder("walk").add("in", factory.createInput(), in -> in.setShape(Shape.vector(8)))
                .add("a", factory.createDense()).add("b", factory.createDense()).add("block", factory.createBlock())
                .add("out", factory.createOutput()).build();
    }

    @Test
    void canvasFollowsTheNetwork() {
        assertFollows(80);
    }

    @Tag("nightly")
    @Test
    void canvasFollowsTheNetworkForLong() {
        assertFollows(300);
    }

    private static void assertFollows(int steps) {
        List<IStatus> logged = new CopyOnWriteArrayList<>();
        ILogListener listener = (status, plugin) -> logged.add(status);
        IFile file = Workbench.write(Workbench.emptyProject("walk"), "walk.network",
                new NetworkFiles(StandardLayers.catalog()).toBytes(start()));
        NetworkEditor editor = Workbench.open(file, NetworkEditor.class);
        Ui.await("the network to be read", () -> editor.network() != null);
        Platform.addLogListener(listener);
        try {
            walk(editor, steps);
        } finally {
            Platform.removeLogListener(listener);
        }
        assertEquals(List.of(), logged.stream().filter(status -> status.getSeverity() == IStatus.ERROR).toList());
        Ui.run(() -> assertShown(editor, editor.network()));
    }

    private static void walk(NetworkEditor editor, int steps) {
        RandomEdits edits = new RandomEdits(editor.network(), 11);
        Random way = new Random(12);
        for (int step = 0; step < steps; step++) {
            Ui.run(() -> {
                CommandStack stack = editor.commands();
                switch (way.nextInt(8)) {
                    case 0, 1 -> undo(stack);
                    case 2 -> redo(stack);
                    default -> edits.next().ifPresent(stack::execute);
                }
                editor.viewer().flush();
            });
        }
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

    /** Every layer has a part, except those in blocks that are collapsed. */
    private static void assertShown(NetworkEditor editor, LayerGraph graph) {
        for (Layer layer : graph.getLayers()) {
            assertTrue(editor.viewer().getEditPartRegistry().containsKey(layer), layer.getName() + " is shown");
            if (layer instanceof Block block && !block.isCollapsed()) {
                assertShown(editor, block);
            }
        }
        graph.getConnections().forEach(connection -> assertTrue(
                editor.viewer().getEditPartRegistry().containsKey(connection), "every connection is shown"));
    }
}
