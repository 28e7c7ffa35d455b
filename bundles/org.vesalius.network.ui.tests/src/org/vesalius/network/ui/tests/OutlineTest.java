// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import java.util.Arrays;
import java.util.List;

import org.eclipse.gef.commands.Command;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage.Literals;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.ui.command.SetFeatureCommand;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.Widgets;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** The outline follows names, places, and what comes and goes; undo too. */
@WindowTest
class OutlineTest {
    private Designer designer;

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    @Test
    void followsNamesPlacesAndWhatComesAndGoes() throws Exception {
        designer = Designer.open(Workbench.emptyProject("outline"), "few.network", new NetworkBuilder("few")
                .add("first", NetworkFactory.eINSTANCE.createDropout()).add("second", NetworkFactory.eINSTANCE.createDropout())
                .build());
        Ui.run(() -> Workbench.page().showView(IPageLayout.ID_OUTLINE));
        awaitTree("first", "second");
        execute(new SetFeatureCommand("Rename", designer.layer("first"), Literals.LAYER__NAME, "other"));
        awaitTree("other", "second");
        execute(new SetFeatureCommand("Move", designer.layer("other"), Literals.LAYER__Y, 1000));
        awaitTree("second", "other");
        Ui.run(() -> designer.editor().commands().undo());
        awaitTree("other", "second");
        Ui.run(() -> designer.editor().commands().undo());
        awaitTree("first", "second");
        Ui.run(() -> new Wiring(designer.editor().network()).remove(designer.layer("first")));
        awaitTree("second");
    }

    private void execute(Command command) {
        Ui.run(() -> designer.editor().commands().execute(command));
    }

    private static void awaitTree(String... names) {
        Ui.await("the outline with " + List.of(names), () -> tree().equals(List.of(names)));
    }

    private static List<String> tree() {
        IViewPart outline = Workbench.page().findView(IPageLayout.ID_OUTLINE);
        Composite window = outline.getViewSite().getShell();
        return Widgets.all(window, Tree.class).stream().filter(tree -> tree.isVisible()
                && Arrays.stream(tree.getItems()).anyMatch(item -> item.getText().contains("\u2013")))
                .flatMap(tree -> Arrays.stream(tree.getItems())).map(TreeItem::getText)
                .map(text -> text.substring(0, text.indexOf(' '))).toList();
    }
}
