// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.ContentHash;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.layer.LayerCatalog;

/**
 * A network file with all the blocks that it uses by reference, to be kept in a folder where later changes of those do
 * not reach it. Blocks are named by their content, so that the hash of the network file covers them, too.
 */
public final class FrozenNetwork {
    /** The folder of the blocks, beside the network. */
    public static final String BLOCKS = "blocks";
    private static final int NAME_LENGTH = 32;

    private final BlockFiles blockFiles;
    private final Map<String, byte[]> blocks = new LinkedHashMap<>();
    private final Map<Object, String> names = new HashMap<>();
    private final Set<Object> open = new HashSet<>();
    private byte[] content;

    private FrozenNetwork(LayerCatalog catalog) {
        blockFiles = new BlockFiles(catalog);
    }

    /**
     * Freezes a network that was read, with its blocks. A network without references is taken byte by byte.
     *
     * @param read the network; it stays as it is
     * @param blocks where its blocks come from; if they were read for the checks already, they are frozen as checked
     * @param catalog the layer types that may occur in files
     * @throws ReportedException if a block can't be used
     */
    public static FrozenNetwork of(LayerGraphFiles.Content<Network> read, BlockSource blocks, LayerCatalog catalog) {
        FrozenNetwork frozen = new FrozenNetwork(catalog);
        Network copy = EcoreUtil.copy(read.graph());
        boolean referring = frozen.freeze(copy, blocks, BLOCKS + "/");
        frozen.content = referring ? new NetworkFiles(catalog).toBytes(copy) : read.bytes();
        return frozen;
    }

    /** The name of the file of a frozen block: told by its content. */
    private static String nameOf(byte[] block) {
        return nameOf(ContentHash.sha256(block));
    }

    /**
     * Whether the file of a frozen block still holds what its name says; it may be of any size.
     *
     * @throws IOException if it can't be read
     */
    public static boolean isWhole(Path block) throws IOException {
        return nameOf(ContentHash.sha256(block)).equals(block.getFileName().toString());
    }

    private static String nameOf(String hash) {
        return hash.substring(0, NAME_LENGTH) + "." + BlockFiles.EXTENSION;
    }

    /** The content of the network file. */
    public byte[] content() {
        return content.clone();
    }

    /** The contents of the files in the folder {@value #BLOCKS}, by their names. */
    public Map<String, byte[]> blocks() {
        Map<String, byte[]> copies = new LinkedHashMap<>();
        blocks.forEach((name, bytes) -> copies.put(name, bytes.clone()));
        return copies;
    }

    /** Freezes what a network or block refers to, and lets it refer to that; says whether there was anything. */
    private boolean freeze(EObject tree, BlockSource source, String folder) {
        boolean referring = false;
        for (Iterator<EObject> inside = tree.eAllContents(); inside.hasNext();) {
            if (inside.next() instanceof BlockReference reference) {
                referring = true;
                reference.setPath(folder + freeze(source.find(reference.getPath() == null ? "" : reference.getPath())));
            }
        }
        return referring;
    }

    /** Freezes a block and gives the name of its file. */
    private String freeze(BlockSource.Found found) {
        if (names.containsKey(found.identity())) {
            return names.get(found.identity());
        }
        if (!open.add(found.identity())) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "A block refers to itself through other blocks.",
                    "Take one of the references out.");
        }
        Block copy = EcoreUtil.copy(found.block());
        freeze(copy, found.inside(), "");
        byte[] bytes = blockFiles.toBytes(copy);
        String name = nameOf(bytes);
        blocks.put(name, bytes);
        names.put(found.identity(), name);
        return name;
    }
}
