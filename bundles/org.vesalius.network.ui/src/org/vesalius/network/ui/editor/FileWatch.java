// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.util.Objects;
import java.util.concurrent.Executor;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.runtime.IPath;

/** Hears of what happens to the file of an editor: others write it, move it or delete it. */
final class FileWatch implements IResourceChangeListener, AutoCloseable {

    /** What can happen; called on the UI thread. */
    interface Listener {
        /** The content changed, by this editor or by others. */
        void changed();

        /** The file is elsewhere now. */
        void moved(IFile to);

        /** The file is gone. */
        void deleted();
    }

    private final IFile file;
    private final Executor uiThread;
    private final Listener listener;

    FileWatch(IFile file, Executor uiThread, Listener listener) {
        this.file = Objects.requireNonNull(file);
        this.uiThread = Objects.requireNonNull(uiThread);
        this.listener = Objects.requireNonNull(listener);
        file.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        IResourceDelta delta = event.getDelta().findMember(file.getFullPath());
        if (delta == null) {
            return;
        }
        boolean moved = (delta.getFlags() & IResourceDelta.MOVED_TO) != 0;
        if (delta.getKind() == IResourceDelta.REMOVED && moved) {
            IPath target = delta.getMovedToPath();
            uiThread.execute(() -> listener.moved(file.getWorkspace().getRoot().getFile(target)));
        } else if (delta.getKind() == IResourceDelta.REMOVED) {
            uiThread.execute(listener::deleted);
        } else if ((delta.getFlags() & IResourceDelta.CONTENT) != 0) {
            uiThread.execute(listener::changed);
        }
    }

    @Override
    public void close() {
        file.getWorkspace().removeResourceChangeListener(this);
    }
}
