// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import java.util.List;
import java.util.Random;
import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Connection;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Dense;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Output;
import org.vesalius.network.fix.InsertLayer;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.Wiring;

/** What people do to a network: insert, remove, set, rename, move. */
final class RandomEdits {
    private final Network network;
    private final Random random;

    RandomEdits(Network network, Random random) {
        this.network = network;
        this.random = random;
    }

    void make(int edits) {
        for (int i = 0; i < edits; i++) {
            edit(random.nextInt(5));
        }
    }

    private void edit(int kind) {
        Layer layer = any(network.getLayers());
        switch (kind) {
            case 0 -> insert(any(network.getConnections()));
            case 1 -> remove(layer);
            case 2 -> layer.setName(layer.getName() + random.nextInt(10));
            case 3 -> layer.setX(random.nextInt(1000));
            default -> set(layer);
        }
    }

    private void insert(Connection connection) {
        new InsertLayer("", connection, NetworkPackage.Literals.ACTIVATION,
                added -> ((Activation) added).setFunction(ActivationFunction.get(1 + random.nextInt(3)))).apply();
    }

    private void remove(Layer layer) {
        List<Layer> before = Inputs.of(layer);
        if (layer instanceof Input || layer instanceof Output || before.size() != 1) {
            return;
        }
        List.copyOf(layer.getOutgoing()).forEach(connection -> connection.setSource(before.get(0)));
        new Wiring(network).remove(layer);
    }

    private void set(Layer layer) {
        if (layer instanceof Dense dense) {
            dense.setUnits(1 + random.nextInt(1000));
        } else if (layer instanceof Convolution2D conv) {
            conv.setFilters(1 + random.nextInt(1000));
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
