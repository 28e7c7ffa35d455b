// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.eclipse.core.resources.IProject;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.navigator.CommonNavigator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.BlockBuilder;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.io.BlockFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** A residual block is expanded in place, edited there, opened on a page of its own and collapsed again. */
@WindowTest
class BlocksTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;
    private static final String EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";

    private IProject project;
    private Designer designer;

    @BeforeEach
    void openNetwork() {
        project = Workbench.emptyProject("blocks");
        designer = Designer.open(project, "residual.network", residual());
        Ui.run(() -> designer.editor().setFocus());
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    /** image → conv → three residual blocks in a row → pool → out. */
    private static Network residual() {
        Network network = new NetworkBuilder("residual")
                .add("image", FACTORY.createInput(), input -> input.setShape(Shape.image(32, 32, 16)))
                .add("stage", residualBlock(), block -> block.setRepeat(3))
                .add("pool", FACTORY.createGlobalPooling()).add("fc", FACTORY.createDense())
                .add("out", FACTORY.createOutput()).build();
        return network;
    }

    private static Block residualBlock() {
        Block block = FACTORY.createBlock();
        Wiring wiring = new Wiring(block);
        Layer in = inside(block, FACTORY.createBlockInput(), "in", 116, 44);
        Layer conv1 = inside(block, FACTORY.createConvolution2D(), "conv1", 16, 144);
        Layer conv2 = inside(block, FACTORY.createConvolution2D(), "conv2", 16, 244);
        Layer add = inside(block, FACTORY.createAdd(), "add", 116, 344);
        Layer out = inside(block, FACTORY.createBlockOutput(), "result", 116, 444);
        wiring.connect(in, conv1);
        wiring.connect(conv1, conv2);
        wiring.connect(conv2, add);
        wiring.connect(in, add);
        wiring.connect(add, out);
        return block;
    }

    private static Layer inside(Block block, Layer layer, String name, int x, int y) {
        layer.setId("stage." + name);
        layer.setName(name);
        layer.setX(x);
        layer.setY(y);
        block.getLayers().add(layer);
        return layer;
    }

    private Block stage() {
        return (Block) designer.layer("stage");
    }

    @Test
    void blockIsExpandedInPlaceAndCollapsed() {
        Screenshots.save("block-collapsed");
        int below = Ui.ask(() -> designer.layer("pool").getY());
        designer.select("stage");
        designer.robot().key("ctrl+e");
        Ui.await("the layers inside", () -> designer.isShown(stage().getLayers().get(1)));
        designer.awaitLayout();
        Screenshots.save("block-expanded");
        Rectangle block = designer.place(stage());
        Rectangle inner = designer.place(stage().getLayers().get(1));
        assertEquals(block.x + 16, inner.x, "the layers inside lie on the block");
        assertEquals(block.bottom(), below - 100 + 56 + Ui.ask(() -> designer.layer("pool").getY()) - below);
        designer.robot().key("ctrl+e");
        Ui.await("one figure", () -> !designer.isShown(stage().getLayers().get(1)));
        assertEquals(below, Ui.ask(() -> designer.layer("pool").getY()), "its neighbours come back");
        designer.robot().key("ctrl+z");
        Ui.await("the layers inside again", () -> designer.isShown(stage().getLayers().get(1)));
    }

    @Test
    void insideIsEditedOnAPageOfItsOwn() {
        designer.select("stage");
        designer.robot().key("ctrl+shift+e");
        Ui.await("the page", () -> designer.editor().shown() == stage());
        designer.awaitLayout();
        Layer conv = Ui.ask(() -> stage().getLayers().get(1));
        designer.select(conv);
        designer.addByName("dropout");
        Screenshots.save("block-page");
        assertEquals("dropout1", Ui.ask(() -> conv.getOutgoing().get(0).getTarget().getName()));
        Ui.run(() -> designer.editor().show(designer.editor().network()));
        Ui.await("the network", () -> designer.isShown(stage()));
        designer.robot().key("ctrl+z");
        Ui.await("five layers inside", () -> stage().getLayers().size() == 5);
    }

    @Test
    void blockIsConnectedThroughItsInputAndOutput() {
        designer.select("stage");
        designer.robot().key("ctrl+e");
        Ui.await("the layers inside", () -> designer.isShown(stage().getLayers().get(1)));
        designer.robot().click(designer.middle(designer.connection("image", "stage")));
        designer.robot().key("Delete");
        Ui.await("no connection", () -> designer.connection("image", "stage") == null);
        Layer in = Ui.ask(() -> stage().getLayers().get(0));
        designer.robot().drag(designer.port("image"), designer.middle(in));
        Ui.await("the connection to the block", () -> designer.connection("image", "stage") != null);
        Layer conv = Ui.ask(() -> stage().getLayers().get(1));
        designer.robot().drag(designer.port("image"), designer.middle(conv));
        designer.select("image");
        assertNull(designer.connection("image", "conv1"), "no connection leads past the input of the block");
    }

    @Test
    void movingABlockMovesItsInside() {
        designer.select("stage");
        designer.robot().key("ctrl+e");
        Ui.await("the layers inside", () -> designer.isShown(stage().getLayers().get(1)));
        Layer conv = Ui.ask(() -> stage().getLayers().get(1));
        Rectangle before = designer.place(conv);
        designer.robot().key("ctrl+Right", "ctrl+Right");
        Ui.await("the move", () -> designer.editor().commands().canUndo());
        designer.awaitLayout();
        assertNotNull(conv);
        assertEquals(before.x + 16, designer.place(conv).x);
        assertEquals(16, Ui.ask(conv::getX), "its place in the block is the same");
    }

    @Test
    void layersAreGroupedAndUngrouped() {
        designer.select("pool");
        designer.robot().key("shift+Down");
        designer.robot().key("ctrl+g");
        Ui.await("a block", () -> layers() == 4);
        Block block = (Block) Ui.ask(() -> designer.editor().network().getLayers().stream()
                .filter(layer -> layer instanceof Block one && one != stage()).findFirst().orElseThrow());
        assertNotNull(designer.connection("stage", block.getName()));
        assertNotNull(designer.connection(block.getName(), "out"));
        designer.robot().key("ctrl+shift+g");
        Ui.await("the layers again", () -> layers() == 5);
        assertNotNull(designer.connection("pool", "fc"));
        designer.robot().key("ctrl+z", "ctrl+z");
        Ui.await("the chain as it was", () -> designer.connection("stage", "pool") != null
                && !designer.editor().isDirty());
    }

    private int layers() {
        return designer.editor().network().getLayers().size();
    }

    @Test
    void fileIsDroppedAsReferenceAndAsCopy() {
        Block block = new BlockBuilder("shared").add("conv", FACTORY.createConvolution2D()).build();
        Workbench.write(project, "shared.block", new BlockFiles(StandardLayers.catalog()).toBytes(block));
        designer.robot().drag(inExplorer("shared.block"), designer.canvas(560, 60));
        Ui.await("the reference", () -> layers() == 6);
        BlockReference reference = (BlockReference) Ui.ask(() -> designer.editor().network().getLayers().get(5));
        assertEquals("shared.block", reference.getPath());
        designer.robot().dragHolding("ctrl", inExplorer("shared.block"), designer.canvas(560, 180));
        Ui.await("the copy", () -> layers() == 7);
        Screenshots.save("block-dropped");
        assertEquals(3, Ui.ask(() -> ((Block) designer.editor().network().getLayers().get(6)).getLayers().size()));
    }

    /** The place of a file in the Project Explorer, on the screen. */
    private Point inExplorer(String name) {
        CommonNavigator explorer = Ui.ask(() -> (CommonNavigator) Workbench.page().showView(EXPLORER));
        Ui.await("the file in the Project Explorer", () -> {
            explorer.selectReveal(new StructuredSelection(project.getFile(name)));
            return explorer.getCommonViewer().getTree().getSelectionCount() == 1;
        });
        return Ui.steady("its place", () -> {
            TreeItem[] selected = explorer.getCommonViewer().getTree().getSelection();
            return selected.length == 1 ? middle(selected[0]) : null;
        });
    }

    /** The place of an item on the screen; null before it has one. */
    private static Point middle(TreeItem item) {
        org.eclipse.swt.graphics.Rectangle bounds = item.getBounds();
        return bounds.isEmpty() ? null : item.getParent().toDisplay(bounds.x + 8, bounds.y + bounds.height / 2);
    }
}
