// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.ui.PlatformUI;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Block;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.io.BlockFiles;
import org.vesalius.network.ui.catalog.LayerTypes;
import org.vesalius.ui.thread.FileWrite;

/** Reads and writes files of blocks off the UI thread, while the user waits, so that the network stays as it is. */
final class BlockExchange {
    private final LayerTypes types;

    /** @param types the layer types that blocks are made of */
    BlockExchange(LayerTypes types) {
        this.types = types;
    }

    /**
     * Writes a block to a file in the workspace, in place of what was there.
     *
     * @throws ReportedException if it could not be written; the file is then as it was
     * @throws OperationCanceledException if the user cancelled
     */
    void write(Block block, IFile file) {
        Path path = file.getLocation().toPath();
        try {
            FileWrite.run(Optional.of(file), () -> new BlockFiles(types.catalog()).save(block, path));
        } catch (InvocationTargetException e) {
            throw reported(path, e.getCause());
        }
    }

    /**
     * Reads the block that a path leads to.
     *
     * @param network the file that the path starts from
     * @throws ReportedException if there is no such block in the project, or it can't be read
     * @throws OperationCanceledException if the user cancelled
     */
    BlockSource.Found read(Path network, String path) {
        AtomicReference<BlockSource.Found> found = new AtomicReference<>();
        try {
            PlatformUI.getWorkbench().getProgressService().busyCursorWhile(
                    monitor -> found.set(types.blocks(network).find(path == null ? "" : path)));
        } catch (InvocationTargetException e) {
            throw reported(network, e.getCause());
        } catch (InterruptedException e) {
            throw new OperationCanceledException("The user cancelled");
        }
        return found.get();
    }

    private static ReportedException reported(Path file, Throwable cause) {
        return cause instanceof ReportedException known ? known
                : new ReportedException(ErrorKind.ENVIRONMENT, "The file of the block could not be used.", file,
                        "Check that its folder can be read and written.", cause);
    }
}
