// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.SaveAsDialog;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.io.BlockFiles;

/**
 * Where the file of a block shall be: in the project of the network, as nothing else can be referred to.
 *
 * @param network the file of the network
 */
record BlockPlace(IFile network) {
    private static final String REMEDY = "Choose a ." + BlockFiles.EXTENSION + " file in the project of the network.";

    BlockPlace {
        Objects.requireNonNull(network);
    }

    /**
     * Asks for the file, and whether one that exists may be replaced; empty if the user takes none.
     *
     * @throws ReportedException if blocks can't be kept there
     */
    Optional<IFile> ask(Shell shell, String name) {
        SaveAsDialog dialog = new SaveAsDialog(shell);
        dialog.setOriginalFile(network.getParent().getFile(IPath.fromOSString(fileName(name))));
        if (dialog.open() != Window.OK || dialog.getResult() == null) {
            return Optional.empty();
        }
        IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(dialog.getResult());
        check(file);
        return Optional.of(file);
    }

    /** A name that every file system takes. */
    static String fileName(String name) {
        String plain = name == null ? "" : name.replaceAll("[^\\p{L}\\p{N} _-]", "_").strip();
        return (plain.isEmpty() ? "block" : plain) + "." + BlockFiles.EXTENSION;
    }

    /** Throws if blocks can't be kept in a file. */
    void check(IFile file) {
        if (!file.getProject().equals(network.getProject()) || file.getLocation() == null) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "'" + file.getFullPath() + "' is outside the project of the network.", REMEDY);
        }
        if (!BlockFiles.EXTENSION.equals(file.getFileExtension())) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The name '" + file.getName() + "' doesn't end with ." + BlockFiles.EXTENSION + ".", REMEDY);
        }
    }
}
