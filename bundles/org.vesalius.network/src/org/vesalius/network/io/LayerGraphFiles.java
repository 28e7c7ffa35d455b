// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.io;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.vesalius.core.xmi.XmiDialect;
import org.vesalius.core.xmi.XmiFormat;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.LayerIds;

/**
 * Reads and writes files that hold one graph of layers: XMI of {@code network.ecore} and of the packages of layers that
 * a lab adds. References between elements go by the layers' ids. The default of an attribute is not written; defaults
 * belong to the version of the format, which is the end of the namespace's URI. Layers are written in the order of the
 * model, connections in that of the layers and inputs at which they end, so that a small change of a network is a small
 * change of its file.
 *
 * @param <G> what such a file holds
 */
public abstract sealed class LayerGraphFiles<G extends LayerGraph> permits NetworkFiles, BlockFiles {
    private final Class<G> type;
    private final XmiFormat format;

    LayerGraphFiles(String kind, EClass root, Class<G> type, List<EPackage> packages) {
        this.type = type;
        format = new XmiFormat(new XmiDialect(kind, root, packages), StableOrder::apply);
    }

    /**
     * A file that was read once.
     *
     * @param <G> what it holds
     * @param graph what it says
     * @param bytes its content, byte by byte; not to be changed
     */
    public record Content<G extends LayerGraph>(G graph, byte[] bytes) {
        /** Neither may be null. */
        public Content {
            Objects.requireNonNull(graph, "graph");
            Objects.requireNonNull(bytes, "bytes");
        }
    }

    /**
     * Reads a file. Layers without an id get one.
     *
     * @throws org.vesalius.core.ReportedException with file, line and remedy, if it can't be used
     */
    public G load(Path file) {
        return open(file).graph();
    }

    /**
     * Reads a file, and keeps its bytes for a copy of exactly what was understood.
     *
     * @throws org.vesalius.core.ReportedException with file, line and remedy, if it can't be used
     */
    public Content<G> open(Path file) {
        XmiFormat.Content content = format.open(file);
        return new Content<>(complete(content.root()), content.bytes());
    }

    /**
     * Reads from a stream, which stays open. Layers without an id get one.
     *
     * @param in the content
     * @param name what messages call it
     * @throws org.vesalius.core.ReportedException with name, line and remedy, if it can't be used
     */
    public G load(InputStream in, String name) {
        return complete(format.load(in, name));
    }

    /**
     * Replaces a file as a whole. A block may be part of a network, which stays as it is.
     *
     * @throws org.vesalius.core.ReportedException if it can't be written; it is then as before
     */
    public void save(G graph, Path file) {
        format.save(graph, file);
    }

    /**
     * The content of a file; the same graph gives the same bytes.
     *
     * @throws org.vesalius.core.ReportedException if the graph can't be stored
     */
    public byte[] toBytes(G graph) {
        return format.toBytes(graph);
    }

    private G complete(EObject root) {
        LayerIds.of(root).assignMissing(root);
        return type.cast(root);
    }
}
