// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.util.function.Consumer;

import org.eclipse.gef.DefaultEditDomain;
import org.eclipse.gef.Tool;
import org.eclipse.ui.IEditorPart;
import org.vesalius.network.ui.command.BoundedCommandStack;

/** The tools of one designer, and its command stack. Tells which tool is in use. */
final class DesignerDomain extends DefaultEditDomain {
    private Consumer<Tool> toolListener = tool -> { };

    DesignerDomain(IEditorPart editor) {
        super(editor);
        setCommandStack(new BoundedCommandStack());
        setDefaultTool(new PanTool());
        loadDefaultTool();
    }

    void onTool(Consumer<Tool> listener) {
        toolListener = listener;
    }

    @Override
    public void setActiveTool(Tool tool) {
        super.setActiveTool(tool);
        if (toolListener != null) {
            toolListener.accept(tool);
        }
    }
}
