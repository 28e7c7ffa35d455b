// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.wizard;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.vesalius.network.Network;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.product.template.TemplatePage;

/** A project that begins with one network, made from a template. */
final class NetworkProject implements ProjectTemplate {

    private final NetworkFiles files;
    private final TemplatePage template;
    private String id = "network";
    private Network network;

    /** @param template the page that asks for the network */
    NetworkProject(NetworkFiles files, TemplatePage template) {
        this.files = files;
        this.template = template;
    }

    /** Takes what was chosen; on the UI thread, before {@link #fill}. */
    void take() {
        id = template.id();
        network = template.network();
    }

    @Override
    public String label() {
        return "Network from a template";
    }

    @Override
    public String description() {
        return "One network to start from, chosen on the next page: for images, volumes, sequences or records.";
    }

    @Override
    public String projectName() {
        return "diagnosis";
    }

    @Override
    public Optional<IFile> fill(IProject project, IProgressMonitor monitor) throws CoreException {
        IFile file = project.getFile(id + "." + NetworkFiles.EXTENSION);
        byte[] content = files.toBytes(network);
        file.create(new ByteArrayInputStream(content), false, monitor);
        return Optional.of(file);
    }
}
