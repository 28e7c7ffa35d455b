// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.layer.InputCount;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.meta.Limits;
import org.vesalius.network.shape.Shape;

/** The network, or the inside of a block, that an import fills. */
final class GraphTarget {
    private static final int LEFT = 200;
    private static final int ROW = 100;

    private final LayerGraph graph;
    private final String path;
    private final IdPool ids;
    private final LayerCatalog catalog;
    private final Limits limits = new Limits();
    private final Set<String> names = new HashSet<>();

    /**
     * @param graph what is filled
     * @param path ids of the blocks around it, each followed by a slash: what stands before ids in weights
     * @param ids gives ids, unique in the whole network
     * @param catalog works shapes out
     */
    GraphTarget(LayerGraph graph, String path, IdPool ids, LayerCatalog catalog) {
        this.graph = graph;
        this.path = path;
        this.ids = ids;
        this.catalog = catalog;
    }

    /** The inside of a block that stands in this graph. */
    GraphTarget inside(LayerGraph block, String blockId) {
        return new GraphTarget(block, path + blockId + "/", ids, catalog);
    }

    /** Adds a layer behind others, and gives it name and id. */
    void add(Layer layer, String name, List<Value> inputs) {
        layer.setName(free(name));
        layer.setId(ids.near(name));
        layer.setX(LEFT);
        layer.setY(ROW * graph.getLayers().size());
        graph.getLayers().add(layer);
        for (int i = 0; i < inputs.size(); i++) {
            connect(inputs.get(i).source(), layer, i);
        }
    }

    /**
     * How much of the graph there is.
     *
     * @param layers number of its layers
     * @param connections number of its connections
     */
    record Mark(int layers, int connections) {
    }

    Mark mark() {
        return new Mark(graph.getLayers().size(), graph.getConnections().size());
    }

    /** Takes out what came in since then. */
    void undo(Mark mark) {
        for (int i = graph.getConnections().size() - 1; i >= mark.connections(); i--) {
            Connection connection = graph.getConnections().remove(i);
            connection.eUnset(NetworkPackage.Literals.CONNECTION__SOURCE);
            connection.eUnset(NetworkPackage.Literals.CONNECTION__TARGET);
        }
        while (graph.getLayers().size() > mark.layers()) {
            names.remove(graph.getLayers().remove(graph.getLayers().size() - 1).getName());
        }
    }

    /**
     * Sees that a layer is given as many inputs as it takes.
     *
     * @throws UnsupportedSetting if it is not
     */
    void checkCount(Layer layer, int inputs) {
        catalog.behavior(layer).map(LayerBehavior::inputs).filter(count -> !fits(count, inputs)).ifPresent(count -> {
            throw new UnsupportedSetting("it is given " + inputs + " inputs, which no such layer takes here");
        });
    }

    private String free(String name) {
        String free = name;
        for (int i = 2; !names.add(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    /** Gives a layer inside a wrapper its name and id. */
    void name(Layer inside, String name) {
        inside.setName(name);
        inside.setId(ids.near(name));
    }

    /** The id under which a layer's weights are kept. */
    String weightId(Layer layer) {
        return path + layer.getId();
    }

    /** The shape of a layer's result, empty if it is not known or the layer can't take its inputs. */
    Optional<Shape> shape(Layer layer, List<Value> inputs) {
        Optional<LayerBehavior<Layer>> behavior = catalog.behavior(layer);
        Optional<List<Shape>> shapes = Value.shapes(inputs);
        if (behavior.isEmpty() || shapes.isEmpty() || !fits(behavior.get().inputs(), inputs.size())
                || limits.violatedIn(layer)) {
            return Optional.empty();
        }
        try {
            return Optional.of(behavior.get().outputShape(layer, shapes.get()));
        } catch (ShapeMismatch e) {
            return Optional.empty();
        }
    }

    LayerCatalog catalog() {
        return catalog;
    }

    private void connect(Layer source, Layer target, int input) {
        Connection connection = NetworkFactory.eINSTANCE.createConnection();
        connection.setSource(source);
        connection.setTarget(target);
        connection.setTargetInput(input);
        graph.getConnections().add(connection);
    }

    private static boolean fits(InputCount count, int inputs) {
        return inputs >= count.min() && inputs <= count.max();
    }

    /** Makes ids of names: the same file always gives the same ids. */
    static final class IdPool {
        private static final int LENGTH = 56;

        private final Set<String> used = new HashSet<>();

        /** An id close to a name, given out once. */
        String near(String name) {
            String stem = name.replaceAll("[^A-Za-z0-9_.-]", "_");
            stem = stem.length() > LENGTH ? stem.substring(0, LENGTH) : stem;
            if (!LayerIds.isValid(stem)) {
                stem = "_" + stem;
            }
            String id = stem;
            for (int i = 2; !used.add(id); i++) {
                id = stem + "_" + i;
            }
            return id;
        }
    }
}
