// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

import org.eclipse.draw2d.geometry.Point;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.gef.commands.Command;
import org.vesalius.network.Block;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.ui.clipboard.Fragment;
import org.vesalius.network.ui.command.AddLayerCommand;
import org.vesalius.network.ui.command.ConnectCommand;
import org.vesalius.network.ui.command.ConnectionRules;
import org.vesalius.network.ui.command.DeleteCommand;
import org.vesalius.network.ui.command.EditCommand;
import org.vesalius.network.ui.command.ExpandCommand;
import org.vesalius.network.ui.command.InsertOnConnectionCommand;
import org.vesalius.network.ui.command.MoveLayersCommand;
import org.vesalius.network.ui.command.PasteCommand;
import org.vesalius.network.ui.command.ReconnectCommand;
import org.vesalius.network.ui.command.SetFeatureCommand;
import org.vesalius.network.ui.part.NewLayerOf;

/** Acts of a user who does this and that, chosen by a seed: the same seed means the same acts. */
final class RandomEdits {
    private static final int REACH = 800;

    private final Network network;
    private final Random random;
    private final List<EClass> types = StandardLayers.catalog().types();
    private final List<Supplier<Command>> acts = List.of(this::add, this::append, this::insert, this::delete,
            this::connect, this::reconnect, this::move, this::rename, this::set, this::paste, this::expand,
            this::addInside, this::group, this::ungroup);

    RandomEdits(Network network, long seed) {
        this.network = network;
        this.random = new Random(seed);
    }

    /** Returns an act that can be done now; empty if the one chosen can't. */
    Optional<Command> next() {
        Command command = acts.get(random.nextInt(acts.size())).get();
        return command != null && command.canExecute() ? Optional.of(command) : Optional.empty();
    }

    private <T> T any(Collection<T> all) {
        return all.isEmpty() ? null : new ArrayList<>(all).get(random.nextInt(all.size()));
    }

    private LayerGraph graph() {
        List<LayerGraph> graphs = new ArrayList<>(List.of(network));
        network.eAllContents().forEachRemaining(content -> {
            if (content instanceof Block block) {
                graphs.add(block);
            }
        });
        return any(graphs);
    }

    private Layer newLayer() {
        return new NewLayerOf(StandardLayers.catalog(), any(types)).getNewObject();
    }

    private Command add() {
        return new AddLayerCommand(network, newLayer(), random.nextInt(REACH), random.nextInt(REACH));
    }

    private Command addInside() {
        return new AddLayerCommand(graph(), newLayer(), random.nextInt(REACH), random.nextInt(REACH));
    }

    private Command append() {
        LayerGraph graph = graph();
        Layer before = any(graph.getLayers());
        Layer layer = newLayer();
        return before == null || !ConnectionRules.allows(before, layer) ? null
                : new AddLayerCommand(graph, List.of(before), layer, before.getX(), before.getY() + 100);
    }

    private Command insert() {
        LayerGraph graph = graph();
        Connection connection = any(graph.getConnections());
        return connection == null ? null
                : new InsertOnConnectionCommand(graph, connection, newLayer(), 10, 20, 100);
    }

    /** Deletes little where there is little, so that the network grows. */
    private Command delete() {
        LayerGraph graph = graph();
        Layer layer = any(graph.getLayers());
        Connection connection = any(graph.getConnections());
        return layer == null || network.getLayers().size() < 8 ? null
                : new DeleteCommand(graph, List.of(layer), connection == null ? List.of() : List.of(connection));
    }

    private Command connect() {
        LayerGraph graph = graph();
        Layer source = any(graph.getLayers());
        Layer target = any(graph.getLayers());
        if (source == null) {
            return null;
        }
        ConnectCommand command = new ConnectCommand(graph, source);
        command.setTarget(target, random.nextInt(3));
        return command;
    }

    private Command reconnect() {
        LayerGraph graph = graph();
        Connection connection = any(graph.getConnections());
        Layer layer = any(graph.getLayers());
        if (connection == null) {
            return null;
        }
        return random.nextBoolean() ? ReconnectCommand.source(graph, connection, layer)
                : ReconnectCommand.target(graph, connection, layer, random.nextInt(3));
    }

    private Command move() {
        Map<Layer, Point> positions = new LinkedHashMap<>();
        for (Layer layer : graph().getLayers()) {
            if (random.nextInt(4) == 0) {
                positions.put(layer, new Point(random.nextInt(REACH), random.nextInt(REACH)));
            }
        }
        return new MoveLayersCommand("Move", positions);
    }

    private Command rename() {
        Layer layer = any(graph().getLayers());
        return layer == null ? null : new SetFeatureCommand("Rename", layer, NetworkPackage.Literals.LAYER__NAME,
                "name" + random.nextInt(1000));
    }

    private Command set() {
        Layer layer = any(graph().getLayers());
        List<EAttribute> numbers = layer == null ? List.of() : layer.eClass().getEAllAttributes().stream()
                .filter(attribute -> attribute.getEAttributeType() == EcorePackage.Literals.EINT
                        && attribute.getEContainingClass() != NetworkPackage.Literals.LAYER)
                .toList();
        EAttribute attribute = any(numbers);
        return attribute == null ? null
                : new SetFeatureCommand("Set", layer, attribute, 1 + random.nextInt(9));
    }

    private Command paste() {
        LayerGraph from = graph();
        List<Layer> some = from.getLayers().stream().filter(layer -> random.nextInt(5) == 0).limit(6).toList();
        return some.isEmpty() || count() > 400 ? null
                : new PasteCommand("Paste", graph(), Fragment.of(some).network(), 24, 24);
    }

    private int count() {
        int[] layers = new int[1];
        network.eAllContents().forEachRemaining((EObject content) -> layers[0]++);
        return layers[0];
    }

    private Command group() {
        LayerGraph graph = graph();
        List<Layer> some = graph.getLayers().stream().filter(layer -> random.nextInt(4) == 0).limit(5).toList();
        return some.isEmpty() ? null : EditCommand.group(graph, some);
    }

    private Command ungroup() {
        Block block = block();
        return block == null ? null : EditCommand.ungroup(block);
    }

    private Block block() {
        return any(graph().getLayers().stream().filter(Block.class::isInstance).map(Block.class::cast).toList());
    }

    private Command expand() {
        Block block = block();
        return block == null ? null : new ExpandCommand(block, block.isCollapsed());
    }
}
