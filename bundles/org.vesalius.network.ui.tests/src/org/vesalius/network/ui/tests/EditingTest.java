// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.resources.IProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Connection;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Dense;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** Layers are added by name, copied between editors, aligned and walked along, all by keys; inputs have an order. */
@WindowTest
class EditingTest {
    private IProject project;

    @BeforeEach
    void makeProject() {
        project = Workbench.emptyProject("editing");
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    private static Network empty() {
        return new NetworkBuilder("empty").build();
    }

    /** Two branches of one input that meet in a Concatenate. */
    private static Network branches() {
        NetworkFactory factory = NetworkFactory.eINSTANCE;
        Network network = new NetworkBuilder("branches")
                .add("numbers", factory.createInput(), input -> input.setShape(Shape.vector(30)))
                .add("left", factory.createDense()).addBehind("right", factory.createDense(), "numbers")
                .addBehind("join", factory.createConcatenate(), "left", "right")
                .add("finding", factory.createOutput()).build();
        place(network, "numbers", 150, 16);
        place(network, "left", 40, 120);
        place(network, "right", 264, 120);
        place(network, "join", 150, 232);
        place(network, "finding", 150, 336);
        return network;
    }

    private static void place(Network network, String name, int x, int y) {
        Layer layer = network.getLayers().stream().filter(one -> name.equals(one.getName())).findFirst().orElseThrow();
        layer.setX(x);
        layer.setY(y);
    }

    private static int layers(Designer designer) {
        return Ui.ask(() -> designer.editor().network().getLayers().size());
    }

    private static List<String> inputs(Designer designer, String name) {
        return Ui.ask(() -> Inputs.of(designer.layer(name)).stream().map(Layer::getName).toList());
    }

    @Test
    void layersAreAddedByTypingTheirNames() {
        Designer designer = Designer.open(project, "empty.network", empty());
        Ui.run(() -> designer.editor().setFocus());
        designer.addByName("input");
        designer.addByName("conv2d");
        Ui.await("two layers", () -> layers(designer) == 2);
        assertTrue(designer.layer("conv1") instanceof Convolution2D);
        assertNotNull(designer.connection("input1", "conv1"), "the second hangs on the first");
        designer.robot().key("Up");
        designer.addByName("dropout");
        Ui.await("three layers", () -> layers(designer) == 3);
        assertNotNull(designer.connection("dropout1", "conv1"), "the third came between");
        designer.robot().key("ctrl+z");
        Ui.await("two layers again", () -> layers(designer) == 2);
        assertNotNull(designer.connection("input1", "conv1"));
    }

    @Test
    void letterOpensTheFieldAndEscapeClosesIt() {
        Designer designer = Designer.open(project, "empty.network", empty());
        Ui.run(() -> designer.editor().setFocus());
        designer.robot().type("i");
        Ui.await("the field", () -> "i".equals(designer.asked()));
        designer.robot().key("Escape");
        Ui.await("the field to go", () -> designer.asked() == null);
        assertEquals(0, layers(designer));
    }

    @Test
    void partIsPastedIntoAnotherEditor() {
        Designer from = Designer.open(project, "branches.network", branches());
        from.select("left");
        from.robot().key("shift+Down");
        from.robot().key("ctrl+c");
        Designer to = Designer.open(project, "empty.network", empty());
        Ui.run(() -> to.editor().setFocus());
        to.robot().key("ctrl+v");
        Ui.await("two layers", () -> layers(to) == 2);
        assertNotNull(to.connection("left", "join"), "with the connection between them");
        assertNotEquals(Ui.ask(() -> from.layer("left").getId()), Ui.ask(() -> to.layer("left").getId()));
        int across = Ui.ask(() -> to.layer("join").getX() - to.layer("left").getX());
        assertEquals(110, across, "they lie to each other as before");
        to.robot().key("ctrl+v");
        Ui.await("four layers", () -> layers(to) == 4);
        assertNotNull(to.connection("left-2", "join-2"));
        to.robot().key("ctrl+z", "ctrl+z");
        Ui.await("nothing", () -> layers(to) == 0);
    }

    @Test
    void cutHealsTheChainAndDuplicateCopies() {
        Designer designer = Designer.open(project, "branches.network", branches());
        designer.select("join");
        designer.robot().key("ctrl+d");
        Ui.await("six layers", () -> layers(designer) == 6);
        assertNotNull(designer.layer("join-2"));
        designer.robot().key("ctrl+z");
        Ui.await("five layers", () -> layers(designer) == 5);
        designer.select("left");
        designer.robot().key("ctrl+x");
        Ui.await("four layers", () -> layers(designer) == 4);
        assertEquals(List.of("numbers", "right"), inputs(designer, "join"));
    }

    @Test
    void endIsDraggedToAnotherInput() {
        Designer designer = Designer.open(project, "branches.network", branches());
        assertEquals(List.of("left", "right"), inputs(designer, "join"));
        Screenshots.save("designer-inputs");
        Connection first = designer.connection("left", "join");
        designer.robot().click(designer.middle(first));
        designer.robot().drag(designer.input("join", 0), designer.input("join", 1));
        Ui.await("the other order", () -> inputs(designer, "join").equals(List.of("right", "left")));
        designer.robot().key("ctrl+z");
        Ui.await("the order before", () -> inputs(designer, "join").equals(List.of("left", "right")));
    }

    @Test
    void connectionIsDrawnToAChosenInput() {
        Designer designer = Designer.open(project, "branches.network", branches());
        designer.robot().drag(designer.port("numbers"), designer.input("join", 0));
        Ui.await("three inputs", () -> inputs(designer, "join").equals(List.of("numbers", "left", "right")));
    }

    @Test
    void selectedLayersAreAligned() {
        Designer designer = Designer.open(project, "branches.network", branches());
        designer.select("left");
        designer.robot().key("shift+Right");
        designer.robot().key("ctrl+shift+a", "l");
        Ui.await("one left edge", () -> designer.layer("right").getX() == designer.layer("left").getX());
        designer.robot().key("ctrl+z");
        Ui.await("two left edges", () -> designer.layer("right").getX() == 264);
    }

    @Test
    void newLayerJoinsAllThatAreSelected() {
        Designer designer = Designer.open(project, "branches.network", branches());
        designer.select("left");
        designer.robot().key("shift+Right");
        designer.addByName("add");
        Ui.await("six layers", () -> layers(designer) == 6);
        assertEquals(List.of("left", "right"), inputs(designer, "add1"));
        assertTrue(Ui.ask(() -> ((Dense) designer.layer("left")).getOutgoing().size()) == 2);
    }
}
