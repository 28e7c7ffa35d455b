// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.core.io.ContentWriter;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.layer.LayerCatalog;

/** What exporters have in common: what they call themselves, what may be exported, and how a file is written. */
public abstract class FileExporter implements NetworkExporter {
    private final Format format;
    private final ComputableNetwork source;

    /**
     * A kind of files.
     *
     * @param id names it on the command line
     * @param label names it for people
     * @param extension what names of files end with, without the dot
     * @param wantsWeights whether a file can hold weights
     */
    public record Format(String id, String label, String extension, boolean wantsWeights) {
    }

    /**
     * An exporter of one kind of files.
     *
     * @param layers the layer types that there are
     * @param blocks where blocks in files come from
     */
    protected FileExporter(Format format, LayerCatalog layers, BlockSource blocks) {
        this.format = format;
        source = new ComputableNetwork(layers, blocks);
    }

    @Override
    public final String id() {
        return format.id();
    }

    @Override
    public final String label() {
        return format.label();
    }

    @Override
    public final String extension() {
        return format.extension();
    }

    @Override
    public final boolean wantsWeights() {
        return format.wantsWeights();
    }

    /** Where blocks in files come from. */
    protected final BlockSource blocks() {
        return source.blocks();
    }

    /** The layer types that there are. */
    protected final LayerCatalog layers() {
        return source.layers();
    }

    /** The analysis of a network in which every layer has a shape. */
    protected final NetworkAnalysis analyse(Network network) {
        return source.analyse(network);
    }

    /** Replaces a file as a whole. */
    protected static void save(Path file, ContentWriter content) {
        try {
            new AtomicFile(file).write(content);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The file can't be written.", file,
                    "Check that its folder exists, can be written to and has space left.", e);
        }
    }

    /** Replaces a file by a text. */
    protected static void save(Path file, String text) {
        save(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
