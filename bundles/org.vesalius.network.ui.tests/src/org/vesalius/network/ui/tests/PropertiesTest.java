// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.resources.IProject;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Dense;
import org.vesalius.network.Initializer;
import org.vesalius.network.LSTM;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** Layers, connections and the network are changed in the Properties view, one act after the other. */
@WindowTest
class PropertiesTest {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    private IProject project;
    private Designer designer;
    private PropertySheet sheet;

    @BeforeEach
    void openNetwork() {
        project = Workbench.emptyProject("properties");
        Ui.run(() -> Workbench.page().showView(IPageLayout.ID_PROP_SHEET));
        designer = Designer.open(project, "small.network", small());
        sheet = new PropertySheet(designer.robot());
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    private static Network small() {
        Network network = new NetworkBuilder("small")
                .add("image", MAKE.createInput(), input -> input.setShape(Shape.image(32, 32, 3)))
                .add("conv", MAKE.createConvolution2D()).add("flat", MAKE.createFlatten())
                .add("first", MAKE.createDense(), dense -> dense.setUnits(64))
                .add("second", MAKE.createDense(), dense -> {
                    dense.setUnits(1);
                    dense.setActivation(ActivationFunction.SIGMOID);
                }).add("finding", MAKE.createOutput()).build();
        int y = 16;
        for (Layer layer : network.getLayers()) {
            layer.setX(48);
            layer.setY(y);
            y += 96;
        }
        return network;
    }

    private void undo() {
        Ui.run(() -> designer.editor().setFocus());
        designer.robot().key("ctrl+z");
    }

    @Test
    void numberIsTypedAndItsConsequencesShow() {
        designer.select("first");
        sheet.type("Units", "10");
        Dense first = (Dense) designer.layer("first");
        Ui.await("10 units", () -> first.getUnits() == 10);
        Screenshots.save("properties-layer");
        sheet.tab("Result");
        // 30 · 30 · 32 inputs, one weight each and one bias for every unit
        sheet.awaitValue("Parameters", "288,010");
        sheet.awaitValue("Output shape", "10");
        undo();
        Ui.await("64 units again", () -> first.getUnits() == 64);
    }

    @Test
    void faultStandsInPlaceAndNothingIsTaken() {
        designer.select("first");
        sheet.enter("Units", "0");
        Ui.await("the fault", () -> sheet.says(text -> text.contains("Units: must be 1 to 1000000")));
        Screenshots.save("properties-fault");
        designer.robot().key("Escape");
        sheet.awaitValue("Units", "64");
        assertFalse(sheet.says(text -> text.contains("must be")));
        assertFalse(Ui.ask(designer.editor()::isDirty));
    }

    @Test
    void entryThatCantBeTakenStaysUntilItIsMended() {
        designer.select("first");
        sheet.enter("Units", "99999999999");
        designer.robot().key("Tab");
        sheet.awaitNoFocus("Units");
        assertTrue(sheet.says(text -> text.contains("Units: must be 1 to 1000000")), "Tab hides nothing");
        sheet.awaitValue("Units", "99999999999");
        designer.select("second");
        sheet.awaitValue("Units", "1");
        designer.select("first");
        sheet.awaitValue("Units", "99999999999");
        assertTrue(sheet.says(text -> text.contains("Units: must be 1 to 1000000")), "nor does another selection");
        Screenshots.save("properties-kept");
        assertEquals(List.of("Units: must be 1 to 1000000"), Ui.ask(() -> designer.editor().edits().faults()));
        sheet.type("Units", "100");
        Dense first = (Dense) designer.layer("first");
        Ui.await("100 units", () -> first.getUnits() == 100);
        assertFalse(sheet.says(text -> text.contains("must be")));
        assertEquals(List.of(), Ui.ask(() -> designer.editor().edits().faults()));
    }

    @Test
    void whatIsStillTypedIsSavedToo() {
        designer.select("first");
        sheet.enter("Units", "77");
        designer.robot().key("ctrl+s");
        Dense first = (Dense) designer.layer("first");
        Ui.await("77 units, saved", () -> first.getUnits() == 77 && !designer.editor().isDirty());
    }

    @Test
    void nameOfTheLayerBeforeIsRefusedForTheNext() {
        designer.select("first");
        sheet.awaitValue("Name", "first");
        designer.select("second");
        sheet.awaitValue("Name", "second");
        sheet.enter("Name", "first");
        Ui.await("the fault", () -> sheet.says(text -> text.contains("Another layer is called 'first'")));
    }

    @Test
    void sizeIsTypedAsOneNumberForBoth() {
        designer.select("conv");
        sheet.type("Kernel size", "5");
        Convolution2D conv = (Convolution2D) designer.layer("conv");
        Ui.await("5×5", () -> new Size2D(5, 5).equals(conv.getKernelSize()));
        sheet.awaitValue("Kernel size", "5×5");
    }

    @Test
    void severalLayersAreChangedByOneAct() {
        designer.selectAll("first", "second");
        Ui.await("the tab for layers", () -> sheet.tabs().contains("Layers"));
        assertTrue(sheet.hint("Units").startsWith("several: 64, 1"), sheet.hint("Units"));
        assertEquals("several: linear, sigmoid", sheet.chosen("Activation"));
        Screenshots.save("properties-several");
        sheet.choose("Activation", "tanh");
        Dense first = (Dense) designer.layer("first");
        Dense second = (Dense) designer.layer("second");
        Ui.await("both", () -> first.getActivation() == ActivationFunction.TANH
                && second.getActivation() == ActivationFunction.TANH);
        undo();
        Ui.await("both as before", () -> first.getActivation() == ActivationFunction.LINEAR
                && second.getActivation() == ActivationFunction.SIGMOID);
        assertFalse(Ui.ask(designer.editor()::isDirty), "it was one act");
    }

    @Test
    void layersOfDifferentTypesShareWhatTheyHaveInCommon() {
        designer.selectAll("conv", "first");
        Ui.await("the tab for layers", () -> sheet.tabs().contains("Layers"));
        sheet.choose("Activation", "ReLU");
        Ui.await("both", () -> ((Convolution2D) designer.layer("conv")).getActivation() == ActivationFunction.RELU
                && ((Dense) designer.layer("first")).getActivation() == ActivationFunction.RELU);
        sheet.tab("Weights");
        sheet.choose("Initial weights", "He normal");
        Ui.await("both", () -> ((Convolution2D) designer.layer("conv")).getInitializer() == Initializer.HE_NORMAL
                && ((Dense) designer.layer("first")).getInitializer() == Initializer.HE_NORMAL);
    }

    @Test
    void layerWithoutWeightsHasNoTabForThem() {
        designer.select("flat");
        Ui.await("the tabs", () -> sheet.tabs().equals(List.of("Layer", "Result", "Problems")));
    }

    @Test
    void nameThatIsTakenIsRefused() {
        designer.select("first");
        sheet.enter("Name", "second");
        Ui.await("the fault", () -> sheet.says(text -> text.contains("Another layer is called 'second'")));
        designer.robot().key("Return");
        sheet.awaitValue("Name", "second");
        assertTrue(sheet.says(text -> text.contains("Another layer is called 'second'")));
        designer.robot().key("Escape");
        sheet.awaitValue("Name", "first");
    }

    @Test
    void wrappedLayerComesBackWithItsValuesByUndo() {
        Bidirectional both = MAKE.createBidirectional();
        LSTM inside = MAKE.createLSTM();
        inside.setUnits(17);
        both.setLayer(inside);
        designer = Designer.open(project, "wrapped.network", new NetworkBuilder("wrapped")
                .add("steps", MAKE.createInput(), input -> input.setShape(Shape.sequence(9, 4)))
                .add("both", both).add("finding", MAKE.createOutput()).build());
        Bidirectional edited = (Bidirectional) designer.layer("both");
        Layer before = Ui.ask(edited::getLayer);
        designer.selectAll("both");
        sheet.awaitValue("Units", "17");
        sheet.choose("Wrapped layer", "Simple RNN");
        Ui.await("another layer inside", () -> edited.getLayer() != before);
        assertNotEquals(before.eClass(), edited.getLayer().eClass());
        undo();
        Ui.await("the layer as it was", () -> edited.getLayer() == before);
        assertSame(17, ((LSTM) before).getUnits());
        sheet.awaitValue("Units", "17");
    }

    @Test
    void networkIsDescribedWhereNothingIsSelected() {
        designer.robot().click(designer.canvas(500, 300));
        Ui.await("the tabs", () -> sheet.tabs().equals(List.of("Network", "Result", "Problems")));
        sheet.type("Name", "Renamed");
        Ui.await("the name", () -> "Renamed".equals(designer.editor().network().getName()));
    }
}
