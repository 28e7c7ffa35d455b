// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.StringJoiner;

import org.eclipse.core.resources.IProject;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage.Literals;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.meta.LayerSummary;
import org.vesalius.network.template.NetworkTemplates;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** The reference CNN is drawn from nothing, by keys alone and by the mouse: it equals the template. */
@WindowTest
class CnnByHandTest {
    private static final int ROW = 88;
    private Designer designer;
    private PropertySheet sheet;

    @BeforeEach
    void openEmptyNetwork() {
        IProject project = Workbench.emptyProject("by-hand");
        Ui.run(() -> Workbench.page().showView(IPageLayout.ID_PROP_SHEET));
        designer = Designer.open(project, "mine.network", new NetworkBuilder("mine").build());
        sheet = new PropertySheet(designer.robot());
        Ui.run(() -> designer.editor().setFocus());
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    /** What matters of a network: types, hyper-parameters and connections, layer by layer along the chain. */
    private static String essence(Network network) {
        StringJoiner lines = new StringJoiner("\n");
        for (Layer layer : network.getLayers()) {
            lines.add(layer.eClass().getName() + " " + LayerSummary.of(layer) + " from "
                    + Inputs.of(layer).stream().map(before -> before.eClass().getName()).toList());
        }
        return lines.toString();
    }

    private static String template() {
        return essence(new NetworkTemplates().create(NetworkTemplates.REFERENCE_CNN));
    }

    private void add(String type) {
        designer.addByName(type);
    }

    /** From the canvas to the properties of the selected layer, and back. */
    private void set(Runnable properties) {
        designer.robot().key("Return");
        Ui.await("the Properties view", () -> Workbench.page().getActivePart() != designer.editor());
        properties.run();
        designer.robot().key("F12");
        Ui.await("the editor", () -> Workbench.page().getActivePart() == designer.editor());
    }

    @Test
    void byKeysAlone() {
        add("input");
        set(() -> sheet.typeByKeys("Shape", "128x128x3"));
        add("convolution 2d");
        set(() -> sheet.chooseByKeys("Activation", "ReLU"));
        add("pooling 2d");
        add("convolution 2d");
        set(() -> {
            sheet.typeByKeys("Filters", "64");
            sheet.chooseByKeys("Activation", "ReLU");
        });
        add("pooling 2d");
        add("flatten");
        add("dense");
        set(() -> sheet.chooseByKeys("Activation", "ReLU"));
        add("dropout");
        add("dense");
        set(() -> {
            sheet.typeByKeys("Units", "1");
            sheet.chooseByKeys("Activation", "sigmoid");
        });
        add("output");
        Ui.await("the reference CNN", () -> essence(designer.editor().network()).equals(template()));
        Screenshots.save("cnn-by-keys");
        assertEquals(List.of(), Ui.ask(() -> designer.editor().analysis().problems().stream()
                .filter(problem -> problem.severity() != Severity.ADVICE).toList()));
    }

    @Test
    void byMouse() {
        List<EClass> types = List.of(Literals.INPUT, Literals.CONVOLUTION2_D, Literals.POOLING2_D,
                Literals.CONVOLUTION2_D, Literals.POOLING2_D, Literals.FLATTEN, Literals.DENSE, Literals.DROPOUT,
                Literals.DENSE, Literals.OUTPUT);
        Layer before = null;
        for (EClass type : types) {
            before = drawBehind(before, type);
        }
        type("input1", "Shape", "128x128x3");
        choose("conv1", "Activation", "ReLU");
        type("conv2", "Filters", "64");
        choose("conv2", "Activation", "ReLU");
        choose("dense1", "Activation", "ReLU");
        type("dense2", "Units", "1");
        choose("dense2", "Activation", "sigmoid");
        Ui.await("the reference CNN", () -> essence(designer.editor().network()).equals(template()));
        Screenshots.save("cnn-by-mouse");
    }

    /** Drags a type out of the palette to a place of its own, and a connection to it from the layer before. */
    private Layer drawBehind(Layer before, EClass type) {
        int count = Ui.ask(() -> designer.editor().network().getLayers().size());
        int column = count / 5;
        designer.robot().drag(designer.inPalette(type), designer.drawing(130 + 240 * column, 60 + ROW * (count % 5)));
        Ui.await("a new layer", () -> designer.editor().network().getLayers().size() == count + 1);
        designer.awaitLayout();
        Layer added = Ui.ask(() -> designer.editor().network().getLayers().get(count));
        if (before != null) {
            designer.robot().drag(designer.port(before.getName()), designer.middle(added));
            Ui.await("the connection", () -> Inputs.of(added).equals(List.of(before)));
        }
        return added;
    }

    private void type(String layer, String property, String value) {
        designer.select(layer);
        sheet.type(property, value);
    }

    private void choose(String layer, String property, String value) {
        designer.select(layer);
        sheet.choose(property, value);
    }
}
