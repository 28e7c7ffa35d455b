// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.Input;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyzer;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.shape.Shape;

/**
 * One block of a library.
 *
 * @param file the file
 * @param block the block in it; not to be changed. Empty if the file can't be used
 * @param fault why it can't be used, for people; empty if it can
 */
public record BlockEntry(Path file, Optional<Block> block, Optional<String> fault) {

    /** No component may be null. */
    public BlockEntry {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(block, "block");
        Objects.requireNonNull(fault, "fault");
    }

    /** What people call it: the block's name or, without one, that of the file. */
    public String name() {
        String fileName = file.getFileName().toString();
        String stem = fileName.substring(0, fileName.length() - BlockFiles.EXTENSION.length() - 1);
        return block.map(Block::getName).filter(name -> !name.isBlank()).orElse(stem);
    }

    /** How many inputs it takes; 0 if it can't be used. */
    public int inputs() {
        return block.map(found -> (int) found.getLayers().stream().filter(BlockInput.class::isInstance).count())
                .orElse(0);
    }

    /**
     * How a reference in a file names it.
     *
     * @param referring a network or block, which need not exist yet
     */
    public String pathFrom(Path referring) {
        Path folder = referring.toAbsolutePath().normalize().getParent();
        return folder.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    /**
     * How many numbers it learns and keeps, which depends on what flows in.
     *
     * @param shapes the shapes of one sample of its inputs
     * @param catalog the layer types there are
     * @return empty if it can't take such inputs
     */
    public Optional<ParameterCount> parameters(List<Shape> shapes, LayerCatalog catalog) {
        if (block.isEmpty() || shapes.size() != inputs()) {
            return Optional.empty();
        }
        Block copy = EcoreUtil.copy(block.get());
        Network network = between(shapes, copy);
        NetworkAnalysis analysis = new NetworkAnalyzer(catalog, List.of()).analyze(network,
                ProjectBlocks.of(file, catalog));
        return analysis.shapeOf(copy).map(shape -> analysis.parameters(copy));
    }

    private static Network between(List<Shape> shapes, Block block) {
        Network network = NetworkFactory.eINSTANCE.createNetwork();
        network.getLayers().add(block);
        for (Shape shape : shapes) {
            Input input = NetworkFactory.eINSTANCE.createInput();
            input.setShape(shape);
            network.getLayers().add(input);
            new Wiring(network).connect(input, block);
        }
        LayerIds.of(network).assignMissing(network);
        return network;
    }
}
