// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.wizard;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.IProgressMonitor;

/** A project without files. */
final class EmptyProject implements ProjectTemplate {

    @Override
    public String label() {
        return "Empty project";
    }

    @Override
    public String description() {
        return "Nothing but the project. Add a network with File \u203a New \u203a Network.";
    }

    @Override
    public String projectName() {
        return "diagnosis";
    }

    @Override
    public Optional<IFile> fill(IProject project, IProgressMonitor monitor) {
        return Optional.empty();
    }
}
