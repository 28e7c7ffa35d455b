// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.wizard;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.vesalius.network.io.NetworkFiles;

/**
 * A project that begins with one network.
 *
 * @param network the network
 */
record NetworkProject(NetworkFile network) implements ProjectTemplate {

    @Override
    public String label() {
        return "Network: " + network.label();
    }

    @Override
    public String description() {
        return network.description();
    }

    @Override
    public String projectName() {
        return network.id();
    }

    @Override
    public Optional<IFile> fill(IProject project, IProgressMonitor monitor) throws CoreException {
        IFile file = project.getFile(network.id() + "." + NetworkFiles.EXTENSION);
        file.create(new ByteArrayInputStream(network.content()), false, monitor);
        return Optional.of(file);
    }
}
