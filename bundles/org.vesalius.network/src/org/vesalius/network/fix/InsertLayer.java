// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.Wiring;

/**
 * Puts a new layer into a connection, and moves what stands below down to make room for it.
 *
 * @param label what the change means to the user
 * @param connection the connection that is divided; it keeps its source
 * @param type the type of the new layer
 * @param setUp sets attributes of the new layer that differ from the defaults
 */
public record InsertLayer(String label, Connection connection, EClass type, Consumer<Layer> setUp)
        implements TransferableFix {

    /** Inserts a layer with the defaults of its type. */
    public InsertLayer(String label, Connection connection, EClass type) {
        this(label, connection, type, layer -> {});
    }

    @Override
    public Optional<Fix> in(Drawing drawing) {
        return drawing.of(connection).map(drawn -> new InsertLayer(label, drawn, type, setUp));
    }

    @Override
    public void apply() {
        Layer target = connection.getTarget();
        if (!(connection.eContainer() instanceof LayerGraph graph) || target == null) {
            return;
        }
        int input = connection.getTargetInput();
        Layer inserted = new Wiring(graph).add(type);
        setUp.accept(inserted);
        new Room(graph).takePlaceOf(target, inserted);
        connection.setTargetInput(0);
        connection.setTarget(inserted);
        new Wiring(graph).connect(inserted, target, input);
    }
}
