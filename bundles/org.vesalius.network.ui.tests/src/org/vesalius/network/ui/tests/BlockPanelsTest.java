// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.block.edit.GroupLayers;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.BlockFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** Blocks in the panels: what varies from one repetition to the next, and the blocks of the project in the palette. */
@WindowTest
class BlockPanelsTest {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    private IProject project;

    @BeforeEach
    void showProperties() {
        project = Workbench.emptyProject("blocks");
        Ui.run(() -> Workbench.page().showView(IPageLayout.ID_PROP_SHEET));
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    /** A network with a block of one convolution, three times. */
    private static Network network() {
        Network network = new NetworkBuilder("net")
                .add("image", MAKE.createInput(), input -> input.setShape(Shape.image(32, 32, 3)))
                .add("conv", MAKE.createConvolution2D()).add("flat", MAKE.createFlatten())
                .add("fc", MAKE.createDense()).add("finding", MAKE.createOutput()).build();
        new GroupLayers(network.getLayers().subList(1, 2)).apply();
        block(network).setName("stage");
        block(network).setRepeat(3);
        return network;
    }

    private static Block block(Network network) {
        return network.getLayers().stream().filter(Block.class::isInstance).map(Block.class::cast).findFirst()
                .orElseThrow();
    }

    private static Table variations() {
        return Controls.find(Table.class, table -> table.getColumnCount() == 4
                && table.getColumn(3).getText().equals("In each repetition")).orElseThrow();
    }

    private static Text formula() {
        return Controls.find(Text.class, text -> text.getMessage().equals("such as 64*2^i")).orElseThrow();
    }

    private static Combo attribute() {
        return Controls.find(Combo.class, combo -> Arrays.asList(combo.getItems()).contains("Filters")).orElseThrow();
    }

    @Test
    void valueIsCalculatedForEachRepetition() {
        Designer designer = Designer.open(project, "varied.network", network());
        PropertySheet sheet = new PropertySheet(designer.robot());
        designer.selectAll("stage");
        sheet.tab("Repetitions");
        Ui.run(() -> {
            attribute().select(attribute().indexOf("Filters"));
            attribute().notifyListeners(SWT.Selection, new Event());
            formula().setText("16*2^i");
        });
        Controls.press("Set");
        Ui.await("the values", () -> variations().getItemCount() == 1
                && variations().getItem(0).getText(3).equals("16, 32, 64"));
        Screenshots.save("properties-variations");
        assertEquals("16*2^i", Ui.ask(() -> block(designer.editor().network()).getVariations().get(0).getExpression()));
        Ui.run(() -> formula().setText("16*("));
        Ui.await("what is wrong", () -> sheet.says(text -> text.contains("can't be calculated")));
        Ui.run(() -> designer.editor().commands().undo());
        assertTrue(Ui.ask(() -> block(designer.editor().network()).getVariations().isEmpty()));
    }

    private static TreeItem shelved(String name) {
        return Controls.visible(Tree.class).flatMap(tree -> Arrays.stream(tree.getItems()))
                .filter(item -> item.getText().equals("Blocks of this project")).flatMap(item -> Stream.of(item.getItems()))
                .filter(item -> item.getText().equals(name)).findFirst().orElse(null);
    }

    @Test
    void blocksOfTheProjectAreInThePalette() {
        Designer designer = Designer.open(project, "user.network", new NetworkBuilder("user")
                .add("image", MAKE.createInput(), input -> input.setShape(Shape.image(32, 32, 3))).build());
        Network source = network();
        Workbench.write(project, "stage.block", new BlockFiles(StandardLayers.catalog()).toBytes(block(source)));
        Ui.await("the block", () -> shelved("stage") != null);
        Screenshots.save("palette-blocks");
        designer.selectAll("image");
        Ui.run(() -> {
            Object file = shelved("stage").getData();
            designer.editor().palette().tree().setSelection(new StructuredSelection(file));
            shelved("stage").getParent().notifyListeners(SWT.DefaultSelection, new Event());
        });
        Ui.await("the reference", () -> designer.editor().network().getLayers().stream()
                .anyMatch(BlockReference.class::isInstance));
        BlockReference added = (BlockReference) designer.editor().network().getLayers().get(1);
        assertEquals("stage.block", added.getPath());
        assertEquals(1, added.getIncoming().size(), "it is connected with the selected layer");
        assertTrue(block(source).getLayers().stream().anyMatch(Convolution2D.class::isInstance));
    }
}
