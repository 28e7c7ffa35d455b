// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PartInitException;

/**
 * Where an edited network is kept.
 *
 * @param path the file on disk
 * @param resource the same in the workspace; a file opened from outside has none
 */
record NetworkLocation(Path path, Optional<IFile> resource) {

    NetworkLocation {
        Objects.requireNonNull(path);
        Objects.requireNonNull(resource);
    }

    static NetworkLocation of(IEditorInput input) throws PartInitException {
        Optional<IFile> resource = Optional.ofNullable(input.getAdapter(IFile.class));
        if (resource.isPresent() && resource.get().getLocation() != null) {
            return new NetworkLocation(resource.get().getLocation().toPath(), resource);
        }
        if (input instanceof IURIEditorInput external && isFile(external.getURI())) {
            return new NetworkLocation(Path.of(external.getURI()), Optional.empty());
        }
        throw new PartInitException("'" + input.getName() + "' is not a file on this computer. "
                + "Copy it into a project and open it there.");
    }

    private static boolean isFile(URI uri) {
        return uri != null && "file".equals(uri.getScheme());
    }
}
