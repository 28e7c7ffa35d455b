// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.design;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.jface.action.IAction;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Network;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;
import org.vesalius.network.ui.catalog.LayerTypes;
import org.vesalius.ui.field.ModelEdits;

/** A network that is open in a designer. Used on the UI thread. */
public interface OpenDesign {

    /** Returns the network that is edited; null as long as none could be read. */
    Network network();

    /** Runs a task now if the network is open, else as soon as it was read. */
    void whenOpen(Runnable task);

    /** Returns the file in the workspace; a network opened from outside has none. */
    Optional<IFile> resource();

    /** Returns the layer types that it can be made of. */
    LayerTypes layerTypes();

    /** Returns what the newest analysis says. */
    AnalysisSnapshot analysis();

    /** Adds a listener that hears each new analysis, also of a network that was read again. */
    void addAnalysisListener(Consumer<AnalysisSnapshot> listener);

    /** Removes a listener. */
    void removeAnalysisListener(Consumer<AnalysisSnapshot> listener);

    /** Returns the commands done so far; every change of the network goes through here. */
    CommandStack commands();

    /** Returns what is edited in the fields of the Properties view. */
    ModelEdits edits();

    /** Returns an action of the designer by its id, such as undo; null where it has none. */
    IAction action(String id);

    /** Selects a layer and scrolls to it; does nothing if there is none with that id. */
    void reveal(String layerId);

    /**
     * Applies the fix that a check offers, as one command; does nothing if the problem is gone by then.
     *
     * @param check id of the check
     * @param layerId the subject of the problem
     * @param label the label of the fix
     */
    void fix(String check, String layerId, String label);

    /** Tells cost as it is for an experiment that trains the network. */
    void choose(Path experiment);

    /** Keeps an advice from being told again in this project, as long as it is about the same layer. */
    void dismiss(Problem advice);

    /** Tells all advice again that was dismissed. */
    void restoreAdvice();
}
