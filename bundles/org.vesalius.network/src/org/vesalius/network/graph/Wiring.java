// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.graph;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Block;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage;

/**
 * Adds and removes layers and connections of one network, or inside one block, and keeps it whole: ids, names and no
 * loose ends.
 */
public final class Wiring {
    private final LayerGraph graph;

    /** @param graph the network that is changed, or the block whose inside is */
    public Wiring(LayerGraph graph) {
        this.graph = graph;
    }

    /** The network that holds a layer, directly or inside wrappers and blocks. */
    public static Optional<Network> networkOf(Layer layer) {
        return EcoreUtil.getRootContainer(layer) instanceof Network found ? Optional.of(found) : Optional.empty();
    }

    /** The network or block whose drawing a layer stands in; a wrapper's inside stands where the wrapper does. */
    public static Optional<LayerGraph> graphOf(Layer layer) {
        EObject container = layer.eContainer();
        while (container != null && !(container instanceof LayerGraph)) {
            container = container.eContainer();
        }
        return Optional.ofNullable((LayerGraph) container);
    }

    /** Adds a new layer with an id, a free name and the defaults of its type. */
    public Layer add(EClass type) {
        Layer layer = (Layer) EcoreUtil.create(type);
        layer.setId(LayerIds.of(EcoreUtil.getRootContainer(graph)).next());
        layer.setName(LayerNames.of(graph).next(type));
        graph.getLayers().add(layer);
        return layer;
    }

    /** Connects to the next free input of the target. */
    public Connection connect(Layer source, Layer target) {
        return connect(source, target, nextInput(target));
    }

    /** Connects to an input of the target, counted from 0. */
    public Connection connect(Layer source, Layer target, int targetInput) {
        Connection connection = NetworkFactory.eINSTANCE.createConnection();
        connection.setTargetInput(targetInput);
        connection.setSource(source);
        connection.setTarget(target);
        graph.getConnections().add(connection);
        return connection;
    }

    /** Takes a connection out; its ends forget it, and the inputs behind it move up by one. */
    public void disconnect(Connection connection) {
        Layer target = connection.getTarget();
        connection.eUnset(NetworkPackage.Literals.CONNECTION__SOURCE);
        connection.eUnset(NetworkPackage.Literals.CONNECTION__TARGET);
        graph.getConnections().remove(connection);
        closeGap(target, connection.getTargetInput());
    }

    /** Lets a connection end at another layer, as its last input; the inputs behind its old place move up by one. */
    public void retarget(Connection connection, Layer target) {
        Layer before = connection.getTarget();
        int gap = connection.getTargetInput();
        connection.setTargetInput(nextInput(target));
        connection.setTarget(target);
        closeGap(before, gap);
    }

    /** Takes a layer out, and all its connections; blocks around it stop to vary it. */
    public void remove(Layer layer) {
        List.copyOf(layer.getIncoming()).forEach(this::disconnect);
        List.copyOf(layer.getOutgoing()).forEach(this::disconnect);
        forgetVariations(layer);
        graph.getLayers().remove(layer);
    }

    /** Blocks around a layer stop to vary what is no longer inside them. */
    private static void forgetVariations(Layer layer) {
        for (EObject around = layer.eContainer(); around != null; around = around.eContainer()) {
            if (around instanceof Block block) {
                block.getVariations().removeIf(variation -> EcoreUtil.isAncestor(layer, variation.getLayer()));
            }
        }
    }

    private static void closeGap(Layer target, int gap) {
        if (target == null || Inputs.connections(target).stream().anyMatch(other -> other.getTargetInput() == gap)) {
            return;
        }
        Inputs.connections(target).stream().filter(other -> other.getTargetInput() > gap)
                .forEach(other -> other.setTargetInput(other.getTargetInput() - 1));
    }

    private static int nextInput(Layer target) {
        return Inputs.connections(target).stream().mapToInt(Connection::getTargetInput).max().orElse(-1) + 1;
    }
}
