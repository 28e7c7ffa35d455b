// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.file;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.part.EditorPart;

/** Shows something in the place of editors that is not edited. */
public abstract class ReadOnlyEditor extends EditorPart {

    @Override
    public final boolean isDirty() {
        return false;
    }

    @Override
    public final boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public final void doSave(IProgressMonitor monitor) {
        throw new UnsupportedOperationException("nothing is edited here");
    }

    @Override
    public final void doSaveAs() {
        throw new UnsupportedOperationException("nothing is edited here");
    }
}
