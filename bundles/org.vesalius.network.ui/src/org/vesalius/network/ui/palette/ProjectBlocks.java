// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.palette;

import java.util.List;

import org.eclipse.core.resources.IFile;

/**
 * The drawer of the palette with the blocks of the project.
 *
 * @param files the files of blocks, by their names
 */
public record ProjectBlocks(List<IFile> files) {

    /** Copies the list. */
    public ProjectBlocks {
        files = List.copyOf(files);
    }

    /** Returns what the drawer is called. */
    public String name() {
        return "Blocks of this project";
    }

    /** Returns what a block is called. */
    static String label(IFile file) {
        return file.getFullPath().removeFileExtension().lastSegment();
    }
}
