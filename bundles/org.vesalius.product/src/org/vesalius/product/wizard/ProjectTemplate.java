// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.wizard;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** What a new project begins with. */
interface ProjectTemplate {

    /** Returns what the wizard calls it. */
    String label();

    /** Returns one or two sentences for people who have not seen it before. */
    String description();

    /** Returns the name proposed for the project. */
    String projectName();

    /**
     * Puts the first files into a project that is open and empty.
     *
     * @return the file to open first, if there is one
     * @throws CoreException when a file can't be written
     */
    Optional<IFile> fill(IProject project, IProgressMonitor monitor) throws CoreException;
}
