// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Objects;

import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.change.ChangeDescription;
import org.eclipse.emf.ecore.change.util.ChangeRecorder;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.gef.commands.Command;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.graph.LayerNames;
import org.vesalius.network.ui.command.BoundedCommandStack.Sized;
import org.vesalius.network.ui.layout.LayerSize;

/**
 * An act on a network, or on the inside of a block, that records what it changed, so that undo and redo are exact
 * whatever the act did. An act that fails half-way is rolled back before its exception goes on.
 */
public abstract class NetworkCommand extends Command implements Sized {
    private final LayerGraph graph;
    private ChangeDescription change;
    private int size = 1;

    /**
     * @param label what the act is called in the Edit menu, for instance "Add Dense"
     * @param graph the network, or the block whose inside changes
     */
    protected NetworkCommand(String label, LayerGraph graph) {
        super(label);
        this.graph = Objects.requireNonNull(graph);
    }

    /** Does the act. Called once; changes anywhere in the network are recorded. */
    protected abstract void change(LayerGraph graph);

    @Override
    public final void execute() {
        ChangeRecorder recorder = new ChangeRecorder(root());
        boolean done = false;
        try {
            changeAndMakeRoom();
            done = true;
        } finally {
            change = recorder.endRecording();
            recorder.dispose();
            if (!done) {
                change.apply();
            }
            size = Sized.of(change);
        }
    }

    /** A block that is shown expanded may have become larger or smaller by what happened inside it. */
    private void changeAndMakeRoom() {
        if (graph instanceof Block block && !block.isCollapsed()) {
            Dimension before = LayerSize.of(block);
            change(graph);
            BlockSpacing.keepInside(block);
            BlockSpacing.resized(block, before, LayerSize.of(block));
        } else {
            change(graph);
        }
    }

    private EObject root() {
        return EcoreUtil.getRootContainer(graph);
    }

    @Override
    public final boolean canUndo() {
        return change != null;
    }

    @Override
    public final void undo() {
        reverse();
    }

    @Override
    public final void redo() {
        reverse();
    }

    private void reverse() {
        change.applyAndReverse();
        size = Sized.of(change);
    }

    /** Counted once: the stack asks for the sizes of all acts before each new one. */
    @Override
    public final int size() {
        return size;
    }

    /** Returns the network or block that the act changes. */
    protected final LayerGraph graph() {
        return graph;
    }

    /** Adds a layer that was made outside a network: gives it an id, a free name and its place. */
    static void add(LayerGraph graph, Layer layer, int x, int y) {
        LayerIds.of(EcoreUtil.getRootContainer(graph)).assignMissing(layer);
        if (layer.getName() == null) {
            layer.setName(LayerNames.of(graph).next(layer.eClass()));
        }
        layer.setX(x);
        layer.setY(y);
        graph.getLayers().add(layer);
    }
}
