// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.wizard;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.osgi.framework.Bundle;
import org.vesalius.core.LoggedFailure;

/**
 * A complete project that lies in a bundle.
 *
 * @param id unique name of the example
 * @param name what people call it
 * @param description what it teaches and what it needs
 * @param bundle the bundle that brings it
 * @param folder its folder in the bundle, without a slash at the end
 */
record ExampleProject(String id, String name, String description, Bundle bundle, String folder)
        implements ProjectTemplate {

    /** What to open first, in order of preference. */
    private static final List<String> OPENED_FIRST = List.of("network", "experiment");

    /** The workspace writes its own, with the name people give to the project. */
    private static final String DESCRIPTION_FILE = "/" + IProjectDescription.DESCRIPTION_FILE_NAME;

    @Override
    public String label() {
        return "Example: " + name;
    }

    @Override
    public String projectName() {
        return id;
    }

    @Override
    public Optional<IFile> fill(IProject project, IProgressMonitor monitor) throws CoreException {
        List<URL> entries = entries();
        SubMonitor progress = SubMonitor.convert(monitor, "Copying " + name, entries.size());
        for (URL entry : entries) {
            copy(entry, project, progress.split(1));
        }
        return fileToOpen(project);
    }

    private List<URL> entries() throws CoreException {
        Enumeration<URL> found = bundle.findEntries(folder, "*", true);
        if (found == null) {
            throw new CoreException(Status.error("The example \"" + name + "\" is missing from " + bundle.getSymbolicName()
                    + ". Install Vesalius again, or start with an empty project."));
        }
        return Collections.list(found).stream().filter(entry -> !entry.getPath().endsWith(DESCRIPTION_FILE)).toList();
    }

    private void copy(URL entry, IProject project, IProgressMonitor monitor) throws CoreException {
        IPath path = IPath.fromPortableString(entry.getPath()).makeRelative();
        IPath inProject = path.removeFirstSegments(IPath.fromPortableString(folder).segmentCount());
        if (path.hasTrailingSeparator()) {
            createFolder(project.getFolder(inProject));
            return;
        }
        IFile file = project.getFile(inProject);
        createFolder(file.getParent());
        try (InputStream content = entry.openStream()) {
            file.create(content, false, monitor);
        } catch (IOException e) {
            throw new CoreException(Status.error("The file " + inProject + " of the example could not be read",
                    LoggedFailure.of(e)));
        }
    }

    private static void createFolder(IContainer container) throws CoreException {
        if (container.exists() || !(container instanceof IFolder folder)) {
            return;
        }
        createFolder(folder.getParent());
        folder.create(false, true, null);
    }

    private static Optional<IFile> fileToOpen(IProject project) throws CoreException {
        for (String extension : OPENED_FIRST) {
            for (var member : project.members()) {
                if (member instanceof IFile file && extension.equals(file.getFileExtension())) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }
}
