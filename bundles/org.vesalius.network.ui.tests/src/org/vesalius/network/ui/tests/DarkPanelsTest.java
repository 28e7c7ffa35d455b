// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IProject;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.analyser.AnalyserView;
import org.vesalius.ui.tests.harness.Appearance;
import org.vesalius.ui.tests.harness.Contrast;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** The panels can be read on dark surfaces too. */
@WindowTest
class DarkPanelsTest {
    private static final double READABLE = 4.5;

    private Designer designer;

    @BeforeEach
    void openInTheDark() {
        IProject project = Workbench.emptyProject("dark");
        Appearance.dark();
        Ui.run(() -> {
            Workbench.page().showView(IPageLayout.ID_PROP_SHEET);
            Workbench.page().showView(AnalyserView.ID);
        });
        designer = Designer.open(project, "dark.network", network());
    }

    @AfterEach
    void lightAgain() {
        Workbench.closeEditors();
    }

    private static Network network() {
        NetworkFactory make = NetworkFactory.eINSTANCE;
        return new NetworkBuilder("dark")
                .add("image", make.createInput(), input -> input.setShape(Shape.image(32, 32, 3)))
                .add("conv", make.createConvolution2D()).add("fc", make.createDense())
                .add("finding", make.createOutput()).build();
    }

    private static Label label(String text) {
        return Controls.find(Label.class, label -> label.getText().contains(text)).orElse(null);
    }

    private static double contrast(Control control) {
        return Contrast.of(Contrast.luminance(control.getForeground().getRGB()),
                Contrast.luminance(control.getBackground().getRGB()));
    }

    private static void assertReadable(String text) {
        Ui.await(text, () -> label(text) != null);
        double contrast = Ui.ask(() -> contrast(label(text)));
        assertTrue(contrast >= READABLE, text + " has a contrast of " + contrast);
    }

    @Test
    void fieldsTotalsAndProblemsCanBeRead() {
        designer.select("fc");
        assertReadable("Units:");
        assertReadable("parameters");
        Ui.await("the problem", () -> label("gets") != null || Controls.find(Table.class, table -> true).isPresent());
        Screenshots.save("panels-dark");
        new PropertySheet(designer.robot()).tab("Problems");
        Ui.await("the reasons", () -> Controls.visible(Label.class).filter(found -> found.getText().length() > 60)
                .findFirst().isPresent());
        Screenshots.save("panels-dark-problems");
        double contrast = Ui.ask(() -> contrast(Controls.visible(Label.class)
                .filter(found -> found.getText().length() > 60).findFirst().orElseThrow()));
        assertTrue(contrast >= READABLE, "the reasons have a contrast of " + contrast);
    }
}
