// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.io;

import java.io.InputStream;
import java.nio.file.Path;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.core.xmi.XmiDialect;
import org.vesalius.core.xmi.XmiFormat;
import org.vesalius.network.Block;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.layer.LayerCatalog;

/**
 * Reads and writes {@code .block} files: one block for use in several networks, in the format of {@link NetworkFiles}.
 */
public final class BlockFiles {
    /** What the names of these files end with, without the dot. */
    public static final String EXTENSION = "block";

    private final XmiFormat format;

    /** @param catalog the layer types that may occur in files */
    public BlockFiles(LayerCatalog catalog) {
        format = new XmiFormat(new XmiDialect("block", NetworkPackage.Literals.BLOCK, catalog.packages()),
                StableOrder::apply);
    }

    /**
     * Reads a file. Layers without an id get one.
     *
     * @throws org.vesalius.core.ReportedException with file, line and remedy, if it can't be used
     */
    public Block load(Path file) {
        return complete(format.load(file));
    }

    /**
     * Reads from a stream, which stays open. Layers without an id get one.
     *
     * @param in the content
     * @param name what messages call it
     * @throws org.vesalius.core.ReportedException with name, line and remedy, if it can't be used
     */
    public Block load(InputStream in, String name) {
        return complete(format.load(in, name));
    }

    /**
     * Replaces a file as a whole. The block may be part of a network, which stays as it is.
     *
     * @throws org.vesalius.core.ReportedException if it can't be written; it is then as before
     */
    public void save(Block block, Path file) {
        format.save(block, file);
    }

    /**
     * The content of a file with this block; the same block gives the same bytes.
     *
     * @throws org.vesalius.core.ReportedException if the block can't be stored
     */
    public byte[] toBytes(Block block) {
        return format.toBytes(block);
    }

    private static Block complete(EObject root) {
        LayerIds.of(root).assignMissing(root);
        return (Block) root;
    }
}
