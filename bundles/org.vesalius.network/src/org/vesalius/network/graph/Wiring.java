// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.graph;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;

/** Adds and removes layers and connections of one network, and keeps it whole: ids, names and no loose ends. */
public final class Wiring {
    private final Network network;

    /** @param network the network that is changed */
    public Wiring(Network network) {
        this.network = network;
    }

    /** The network that holds a layer, directly or inside a wrapper. */
    public static Optional<Network> networkOf(Layer layer) {
        return EcoreUtil.getRootContainer(layer) instanceof Network found ? Optional.of(found) : Optional.empty();
    }

    /** Adds a new layer with an id, a free name and the defaults of its type. */
    public Layer add(EClass type) {
        Layer layer = (Layer) EcoreUtil.create(type);
        layer.setId(LayerIds.of(network).next());
        layer.setName(LayerNames.of(network).next(type));
        network.getLayers().add(layer);
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
        network.getConnections().add(connection);
        return connection;
    }

    /** Takes a connection out; its ends forget it, and the inputs behind it move up by one. */
    public void disconnect(Connection connection) {
        Layer target = connection.getTarget();
        connection.setSource(null);
        connection.setTarget(null);
        network.getConnections().remove(connection);
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

    /** Takes a layer out, and all its connections. */
    public void remove(Layer layer) {
        List.copyOf(layer.getIncoming()).forEach(this::disconnect);
        List.copyOf(layer.getOutgoing()).forEach(this::disconnect);
        network.getLayers().remove(layer);
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
