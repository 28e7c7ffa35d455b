// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor;

import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.EditorActionBarContributor;
import org.vesalius.experiment.ui.editor.field.EditHistory;

/** Undo and redo for experiments. */
public final class ExperimentEditorContributor extends EditorActionBarContributor {

    private final Action undo = new Action("Undo") {
        @Override
        public void run() {
            history().ifPresent(EditHistory::undo);
        }
    };
    private final Action redo = new Action("Redo") {
        @Override
        public void run() {
            history().ifPresent(EditHistory::redo);
        }
    };
    private ExperimentEditor editor;

    @Override
    public void init(IActionBars bars, IWorkbenchPage page) {
        super.init(bars, page);
        bars.setGlobalActionHandler(ActionFactory.UNDO.getId(), undo);
        bars.setGlobalActionHandler(ActionFactory.REDO.getId(), redo);
    }

    @Override
    public void setActiveEditor(IEditorPart part) {
        editor = part instanceof ExperimentEditor experimentEditor ? experimentEditor : null;
        update();
        super.setActiveEditor(part);
    }

    private Optional<EditHistory> history() {
        return Optional.ofNullable(editor).flatMap(ExperimentEditor::document).map(ExperimentDocument::history);
    }

    /** Called by the editor whenever its history changes. */
    void update() {
        Optional<EditHistory> history = history();
        undo.setEnabled(history.map(EditHistory::canUndo).orElse(false));
        undo.setText(("Undo " + history.map(EditHistory::undoLabel).orElse("")).strip());
        redo.setEnabled(history.map(EditHistory::canRedo).orElse(false));
        redo.setText(("Redo " + history.map(EditHistory::redoLabel).orElse("")).strip());
    }
}
