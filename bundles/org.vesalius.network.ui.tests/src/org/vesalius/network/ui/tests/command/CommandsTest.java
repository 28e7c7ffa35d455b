// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.commands.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.command.AddLayerCommand;
import org.vesalius.network.ui.command.ConnectCommand;
import org.vesalius.network.ui.command.DeleteCommand;
import org.vesalius.network.ui.command.InsertOnConnectionCommand;
import org.vesalius.network.ui.command.MoveLayersCommand;
import org.vesalius.network.ui.command.NetworkCommand;
import org.vesalius.network.ui.command.ReconnectCommand;
import org.vesalius.network.ui.command.SetFeatureCommand;

/** Each act does what it says, and undo and redo are exact to the byte of the saved file. */
class CommandsTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    private final Network network = branches();

    /** in → a → join → b → out and in → c → join, where join has a as input 0 and c as input 1. */
    private static Network branches() {
        return new NetworkBuilder("branches").add("in", FACTORY.createInput(), in -> in.setShape(Shape.vector(8)))
                .add("a", FACTORY.createDense()).addBehind("c", FACTORY.createDense(), "in")
                .addBehind("join", FACTORY.createConcatenate(), "a", "c").add("b", FACTORY.createDense())
                .add("out", FACTORY.createOutput()).build();
    }

    private static Layer layer(Network network, String name) {
        return network.getLayers().stream().filter(layer -> name.equals(layer.getName())).findFirst().orElseThrow();
    }

    private Layer layer(String name) {
        return layer(network, name);
    }

    private static Connection connection(Network network, String source, String target) {
        return layer(network, source).getOutgoing().stream()
                .filter(connection -> connection.getTarget() == layer(network, target)).findFirst().orElseThrow();
    }

    private static String text(Network network) {
        return new String(new NetworkFiles(StandardLayers.catalog()).toBytes(network));
    }

    static Stream<Function<Network, Command>> acts() {
        return Stream.of(n -> new AddLayerCommand(n, FACTORY.createDropout(), 10, 20),
                n -> new AddLayerCommand(n, List.of(layer(n, "b")), FACTORY.createDropout(), 10, 20),
                n -> new InsertOnConnectionCommand(n, connection(n, "c", "join"), FACTORY.createDropout(), 10, 20, 100),
                n -> connecting(n, "in", "join"),
                n -> ReconnectCommand.source(n, connection(n, "a", "join"), layer(n, "in")),
                n -> ReconnectCommand.target(n, connection(n, "a", "join"), layer(n, "b")),
                n -> new DeleteCommand(n, List.of(layer(n, "a")), List.of()),
                n -> new DeleteCommand(n, n.getLayers(), n.getConnections()),
                n -> new DeleteCommand(n, List.of(layer(n, "join")), List.of(connection(n, "in", "a"))),
                n -> new MoveLayersCommand("Move", Map.of(layer(n, "a"), new Point(5, 6))),
                n -> new SetFeatureCommand("Rename", layer(n, "a"), NetworkPackage.Literals.LAYER__NAME, "x"));
    }

    private static Command connecting(Network network, String source, String target) {
        ConnectCommand command = new ConnectCommand(network, layer(network, source));
        command.setTarget(layer(network, target));
        return command;
    }

    @ParameterizedTest
    @MethodSource("acts")
    void undoAndRedoAreExact(Function<Network, Command> act) {
        String before = text(network);
        Command command = act.apply(network);
        assertTrue(command.canExecute());
        command.execute();
        String after = text(network);
        assertNotEquals(before, after);
        command.undo();
        assertEquals(before, text(network));
        command.redo();
        assertEquals(after, text(network));
        command.undo();
        assertEquals(before, text(network));
    }

    @Test
    void deletionKeepsTheOrderOfInputs() {
        new DeleteCommand(network, List.of(layer("a")), List.of()).execute();
        assertEquals(0, connection(network, "in", "join").getTargetInput(), "in stands where a stood");
        assertEquals(1, connection(network, "c", "join").getTargetInput());
    }

    @Test
    void deletedConnectionLeavesNoGap() {
        new DeleteCommand(network, List.of(), List.of(connection(network, "a", "join"))).execute();
        assertEquals(0, connection(network, "c", "join").getTargetInput());
    }

    @Test
    void insertionKeepsTheInput() {
        Layer added = FACTORY.createDropout();
        new InsertOnConnectionCommand(network, connection(network, "c", "join"), added, 0, 0, 100).execute();
        assertEquals(1, added.getOutgoing().get(0).getTargetInput());
        assertEquals(0, added.getIncoming().get(0).getTargetInput());
        assertEquals(layer("c"), added.getIncoming().get(0).getSource());
    }

    @Test
    void whatCanNeverBeValidIsRefused() {
        assertFalse(connecting(network, "b", "a").canExecute(), "a cycle");
        assertFalse(connecting(network, "a", "a").canExecute(), "itself");
        assertFalse(connecting(network, "a", "join").canExecute(), "twice the same");
        assertFalse(connecting(network, "out", "a").canExecute(), "behind an Output");
        assertFalse(connecting(network, "a", "in").canExecute(), "before an Input");
    }

    @Test
    void actThatFailsLeavesNothingBehind() {
        String before = text(network);
        Command failing = new NetworkCommand("Fail", network) {
            @Override
            protected void change(LayerGraph graph) {
                layer("a").setName("half done");
                throw new IllegalStateException("half-way");
            }
        };
        assertThrows(IllegalStateException.class, failing::execute);
        assertEquals(before, text(network));
    }
}
