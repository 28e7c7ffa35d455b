// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.wizard;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.product.template.TemplatePage;

/** Asks where a network file goes; proposes the name of the template. */
final class NewNetworkPage extends WizardNewFileCreationPage {

    private final NetworkFiles files;
    private final TemplatePage template;
    private String proposal = "";

    NewNetworkPage(IStructuredSelection selection, NetworkFiles files, TemplatePage template) {
        super("file", selection);
        this.files = files;
        this.template = template;
        setTitle("Network");
        setDescription("Choose the folder and the name of the new network.");
        setFileExtension(NetworkFiles.EXTENSION);
        Optional.ofNullable(selection.getFirstElement()).map(element -> Adapters.adapt(element, IFile.class))
                .ifPresent(file -> setContainerFullPath(around(file).getFullPath()));
    }

    /** The nearest folder around a file that holds networks, else its project: data sets and runs have folders of their own. */
    private static IContainer around(IFile file) {
        IContainer folder = file.getParent();
        while (folder.getType() == IResource.FOLDER && !holdsNetwork(folder)) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static boolean holdsNetwork(IContainer folder) {
        try {
            return Stream.of(folder.members()).anyMatch(member -> NetworkFiles.EXTENSION.equals(member.getFileExtension()));
        } catch (CoreException e) {
            // closed or deleted meanwhile: the page says what is wrong with a folder
            return false;
        }
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            propose();
        }
        super.setVisible(visible);
    }

    /** Proposes a free name, unless the user has typed one. */
    void propose() {
        if (getFileName().isEmpty() || getFileName().equals(proposal)) {
            proposal = freeName(template.id());
            setFileName(proposal);
        }
    }

    private String freeName(String id) {
        IPath folder = getContainerFullPath();
        String name = id + "." + NetworkFiles.EXTENSION;
        for (int i = 2; folder != null && exists(folder.append(name)); i++) {
            name = id + "-" + i + "." + NetworkFiles.EXTENSION;
        }
        return name;
    }

    private static boolean exists(IPath path) {
        return path.segmentCount() > 1
                && ResourcesPlugin.getWorkspace().getRoot().getFile(path).exists();
    }

    @Override
    protected InputStream getInitialContents() {
        return new ByteArrayInputStream(files.toBytes(template.network()));
    }
}
