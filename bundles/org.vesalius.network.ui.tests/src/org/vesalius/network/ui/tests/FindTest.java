// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.eclipse.core.resources.IProject;
import org.eclipse.gef.EditPart;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.find.LayerQuery;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** Layers are found by name, type and the values of their attributes, from the keyboard. */
@WindowTest
class FindTest {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    private IProject project;
    private Designer designer;

    @BeforeEach
    void openNetwork() {
        project = Workbench.emptyProject("find");
        designer = Designer.open(project, "net.network", network());
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    private static Network network() {
        Network network = new NetworkBuilder("net")
                .add("image", MAKE.createInput(), input -> input.setShape(Shape.image(64, 64, 3)))
                .add("conv1", MAKE.createConvolution2D(), conv -> conv.setActivation(ActivationFunction.RELU))
                .add("pool1", MAKE.createPooling2D())
                .add("conv2", MAKE.createConvolution2D(), conv -> conv.setFilters(64))
                .add("flat", MAKE.createFlatten()).add("fc", MAKE.createDense())
                .add("finding", MAKE.createOutput()).build();
        int y = 16;
        for (Layer layer : network.getLayers()) {
            layer.setX(48);
            layer.setY(y);
            y += 96;
        }
        return network;
    }

    private static List<String> find(String query) {
        return LayerQuery.parse(query).in(network()).stream().map(Layer::getName).toList();
    }

    @Test
    void queriesFindWhatTheySay() {
        assertEquals(List.of("conv1", "conv2"), find("conv"), "a part of the name");
        assertEquals(List.of("conv1", "conv2"), find("Convolution 2D"), "the type");
        assertEquals(List.of("conv2"), find("filters=64"));
        assertEquals(List.of("conv1", "conv2"), find("Kernel size = 3x3"), "by its label");
        assertEquals(List.of("conv1"), find("activation=ReLU"));
        assertEquals(List.of(), find("filters=65"));
        assertEquals(List.of(), find("   "));
    }

    private static boolean says(String text) {
        return Controls.find(Label.class, label -> label.getText().equals(text)).isPresent();
    }

    private void awaitSelected(String name) {
        Ui.await(name + " to be selected", () -> designer.editor().viewer().getSelectedEditParts()
                .get(0) instanceof EditPart part && part.getModel() == designer.layer(name));
    }

    @Test
    void hitsAreWalkedByKeys() {
        designer.select("flat");
        designer.robot().key("ctrl+f");
        Ui.await("the field", () -> designer.editor().viewer().getControl().getDisplay()
                .getFocusControl() instanceof Text field && field.getMessage().startsWith("name, type"));
        designer.robot().type("conv");
        awaitSelected("conv1");
        Ui.await("the count", () -> says("1 of 2"));
        Screenshots.save("designer-find");
        designer.robot().key("Return");
        awaitSelected("conv2");
        designer.robot().key("F3");
        awaitSelected("conv1");
        designer.robot().key("shift+F3");
        awaitSelected("conv2");
        designer.robot().key("ctrl+a");
        designer.robot().type("nothing");
        Ui.await("that there is none", () -> says("No layer found"));
        designer.robot().key("Escape");
        Ui.await("the canvas", () -> designer.editor().viewer().getControl().isFocusControl());
    }
}
