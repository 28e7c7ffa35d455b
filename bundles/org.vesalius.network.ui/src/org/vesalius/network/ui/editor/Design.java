// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.util.Iterator;
import java.util.concurrent.Executor;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.commands.CommandStack;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.ui.analysis.LiveAnalysis;
import org.vesalius.network.ui.analysis.NetworkInProject;
import org.vesalius.network.ui.command.SetFeatureCommand;
import org.vesalius.network.ui.part.DesignContext;
import org.vesalius.ui.field.ModelEdits;

/** A network that is open in a designer, with its live analysis. Closed and replaced when the file is read again. */
final class Design implements AutoCloseable {
    private final Network network;
    private final LiveAnalysis analysis;
    private final DesignContext context;
    private final ModelEdits edits;

    Design(Network network, NetworkInProject project, DesignerResources resources, CommandStack commands,
            Executor uiThread) {
        this.network = network;
        this.analysis = new LiveAnalysis(network, project, uiThread);
        this.context = new DesignContext(network, resources.catalog(), resources.images(), resources::style,
                analysis::current);
        this.edits = ModelEdits.whenComplete((label, changes, goesOn) -> commands.execute(SetFeatureCommand.all(label, changes)));
    }

    Network network() {
        return network;
    }

    LiveAnalysis analysis() {
        return analysis;
    }

    DesignContext context() {
        return context;
    }

    ModelEdits edits() {
        return edits;
    }

    /** Returns the layer with an id; null where none has it. */
    Layer layer(String id) {
        Iterator<EObject> contents = network.eAllContents();
        while (contents.hasNext()) {
            if (contents.next() instanceof Layer layer && id.equals(layer.getId())) {
                return layer;
            }
        }
        return null;
    }

    @Override
    public void close() {
        analysis.close();
    }
}
