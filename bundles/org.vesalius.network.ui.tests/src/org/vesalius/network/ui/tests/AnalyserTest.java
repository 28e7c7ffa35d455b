// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.gef.EditPart;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.template.NetworkTemplates;
import org.vesalius.network.ui.analyser.AnalyserView;
import org.vesalius.network.ui.analysis.NetworkTotals;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** The Analyser tells what layers cost, follows the designer, and mends problems. */
@WindowTest
class AnalyserTest {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;
    private static final int PARAMETERS = 3;

    private IProject project;
    private IViewPart view;

    @BeforeEach
    void showView() {
        project = Workbench.emptyProject("analyser");
        view = Ui.ask(() -> Workbench.page().showView(AnalyserView.ID));
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    private static Network network(boolean flat) {
        NetworkBuilder builder = new NetworkBuilder("decision")
                .add("image", MAKE.createInput(), input -> input.setShape(Shape.image(8, 8, 3)))
                .add("conv", MAKE.createConvolution2D());
        if (flat) {
            builder.add("flat", MAKE.createFlatten());
        }
        return builder.add("fc", MAKE.createDense(), dense -> {
            dense.setUnits(1);
            dense.setActivation(ActivationFunction.SIGMOID);
        }).add("finding", MAKE.createOutput()).build();
    }

    /** Returns the table of layers; for the UI thread. */
    private static Table layers() {
        return Controls.find(Table.class, table -> table.getColumnCount() > PARAMETERS
                && table.getColumn(PARAMETERS).getText().equals("Parameters")).orElse(null);
    }

    private static List<String> column(int index) {
        return Ui.ask(() -> layers() == null ? List.of()
                : Arrays.stream(layers().getItems()).map(item -> item.getText(index)).toList());
    }

    /** Tells whether a text can be read: its label is laid out within what holds it. */
    private static boolean says(Predicate<String> text) {
        return Controls.find(Label.class, label -> text.test(label.getText())
                && label.getParent().getClientArea().contains(label.getLocation())).isPresent();
    }

    private void awaitLayers(String... names) {
        Ui.await("the layers", () -> column(0).equals(List.of(names)));
    }

    @Test
    void emptyViewSaysWhatToDo() {
        Ui.await("the hint", () -> says(text -> text.startsWith("Open a network")));
        Screenshots.save("analyser-empty");
    }

    @Test
    void layersTheirCostAndTheTotalsAreShown() {
        Designer.open(project, "decision.network", network(true));
        awaitLayers("image", "conv", "flat", "fc", "finding");
        // 3·3·3·32 + 32; 6·6·32 + 1
        assertEquals(List.of("", "896", "", "1,153", ""), column(PARAMETERS));
        Ui.await("the totals", () -> says(text -> text.contains("2,049 parameters")));
        Ui.await("no problems", () -> says(text -> text.equals("No problems")));
        Screenshots.save("analyser");
    }

    @Test
    void clickOnAColumnSortsByIt() {
        Designer.open(project, "decision.network", network(true));
        awaitLayers("image", "conv", "flat", "fc", "finding");
        Ui.run(() -> layers().getColumn(PARAMETERS).notifyListeners(SWT.Selection, new Event()));
        assertEquals(List.of("fc", "conv"), column(0).subList(0, 2), "the largest first");
        Ui.run(() -> layers().getColumn(PARAMETERS).notifyListeners(SWT.Selection, new Event()));
        assertEquals(List.of("conv", "fc"), column(0).subList(3, 5), "the largest last");
        Ui.run(() -> layers().getColumn(PARAMETERS).notifyListeners(SWT.Selection, new Event()));
        awaitLayers("image", "conv", "flat", "fc", "finding");
    }

    @Test
    void selectionGoesBothWays() {
        Designer designer = Designer.open(project, "decision.network", network(true));
        awaitLayers("image", "conv", "flat", "fc", "finding");
        Ui.run(() -> {
            layers().setSelection(1);
            layers().notifyListeners(SWT.Selection, new Event());
        });
        Ui.await("conv selected on the canvas", () -> ((EditPart) designer.editor().viewer().getSelectedEditParts().get(0))
                .getModel() == designer.layer("conv"));
        designer.selectAll("fc");
        Ui.await("fc selected in the table", () -> Arrays.stream(layers().getSelection()).map(TableItem::getText).toList()
                .equals(List.of("fc")));
    }

    @Test
    void fixIsAppliedAndUndone() {
        Designer designer = Designer.open(project, "mismatch.network", network(false));
        Ui.await("an error", () -> says(text -> text.contains("1 error")));
        Screenshots.save("analyser-problem");
        String fix = Ui.ask(() -> designer.editor().analysis().problems().get(0).fixes().get(0).label());
        Controls.follow(fix);
        Ui.await("no error", () -> designer.editor().network().getLayers().size() == 5
                && designer.editor().analysis().problems().stream().noneMatch(problem -> problem.isError()));
        Ui.await("that the table says so", () -> column(0).size() == 5);
        Ui.run(() -> designer.editor().setFocus());
        designer.robot().key("ctrl+z");
        Ui.await("the error again", () -> designer.editor().network().getLayers().size() == 4
                && says(text -> text.contains("1 error")));
    }

    private IFile writeExperiment() {
        return writeExperiment("decide", 8, "Sgd");
    }

    private IFile writeExperiment(String name, int batch, String optimizer) {
        return Workbench.write(project, name + ".experiment", """
                <?xml version="1.0" encoding="UTF-8"?>
                <experiment:Experiment xmlns:experiment="http://vesalius.org/experiment/1.0"
                    xmlns:xmi="http://www.omg.org/XMI" xmi:version="2.0"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="%s" network="decision.network">
                  <training batchSize="%d"><optimizer xsi:type="experiment:%s"/></training>
                </experiment:Experiment>
                """.formatted(name, batch, optimizer).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void oneOfSeveralExperimentsIsChosen() {
        writeExperiment("slow", 4, "Adam");
        writeExperiment();
        Designer designer = Designer.open(project, "decision.network", network(true));
        Ui.await("the first experiment", () -> says(text -> text.equals("and Sgd, as in")));
        assertEquals(List.of("decide.experiment", "slow.experiment"), Ui.ask(() -> Arrays.asList(experiments().getItems())));
        Screenshots.save("analyser-experiments");
        designer.robot().click(Workbench.middleOnScreen(Ui.ask(AnalyserTest::experiments), Ui.ask(() -> inside(experiments()))));
        designer.robot().key("Down", "Return");
        Ui.await("the other experiment", () -> says(text -> text.equals("and Adam, as in")) && batch().getSelection() == 4);
        assertEquals("slow.experiment", Ui.ask(() -> experiments().getText()));
        assertEquals("batch of 4, Adam", Ui.ask(() -> NetworkTotals.of(designer.editor().analysis()).orElseThrow().scale().display()),
                "told elsewhere too");
    }

    private static Combo experiments() {
        return Controls.find(Combo.class, combo -> combo.getItems().length > 0
                && combo.getItem(0).endsWith(".experiment")).orElseThrow();
    }

    private static Rectangle inside(Control control) {
        return new Rectangle(0, 0, control.getSize().x, control.getSize().y);
    }

    /** The least size that is supported: some layers are seen, with all digits of their parameters. */
    @Test
    void layersAreSeenInASmallWindow() {
        Shell shell = Ui.ask(() -> Workbench.page().getWorkbenchWindow().getShell());
        Rectangle before = Ui.ask(shell::getBounds);
        boolean maximized = Ui.ask(shell::getMaximized);
        Ui.run(() -> {
            shell.setMaximized(false);
            shell.setBounds(0, 0, 1024, 700);
            Workbench.page().resetPerspective();
        });
        try {
            writeExperiment();
            Designer.open(project, "decision.network", network(true));
            awaitLayers("image", "conv", "flat", "fc", "finding");
            Ui.await("three layers", () -> layers().getClientArea().height
                    >= layers().getHeaderHeight() + 3 * layers().getItemHeight());
            Ui.await("the parameters", () -> isInSight(PARAMETERS));
            Screenshots.save("analyser-small");
            Ui.run(() -> shell.setBounds(before));
            Ui.await("types in full in a wide table", () -> layers().getColumn(1).getWidth() > widthOf("Convolution 2D"));
        } finally {
            Ui.run(() -> {
                shell.setBounds(before);
                shell.setMaximized(maximized);
            });
        }
    }

    private static boolean isInSight(int column) {
        Table table = layers();
        int end = IntStream.rangeClosed(0, column).map(index -> table.getColumn(index).getWidth()).sum();
        return end <= table.getClientArea().width && widthOf(table.getColumn(column).getText()) < table.getColumn(column).getWidth();
    }

    private static int widthOf(String text) {
        GC gc = new GC(layers());
        int width = gc.textExtent(text).x;
        gc.dispose();
        return width;
    }

    @Test
    void experimentThatComesLaterIsNoticed() {
        Designer.open(project, "decision.network", network(true));
        Ui.await("the usual", () -> says(text -> text.contains("no experiment uses this network")));
        writeExperiment();
        Ui.await("the experiment", () -> says(text -> text.contains("Sgd, as in decide.experiment")));
    }

    @Test
    void networkOfTheActiveEditorIsShown() {
        IFile experiment = writeExperiment();
        Designer.open(project, "decision.network", network(true));
        awaitLayers("image", "conv", "flat", "fc", "finding");
        Designer.open(project, "other.network", network(false));
        awaitLayers("image", "conv", "fc", "finding");
        Ui.run(() -> IDE.openEditor(Workbench.page(), experiment, true));
        awaitLayers("image", "conv", "flat", "fc", "finding");
    }

    @Test
    void dismissedAdviceIsNotToldAgain() {
        Network cnn = new NetworkTemplates().create(NetworkTemplates.REFERENCE_CNN);
        Designer.open(project, "cnn.network", cnn);
        Ui.await("the advice", () -> advice().isPresent());
        Ui.await("advice that is no problem", () -> says(text -> text.endsWith("of advice") && !text.contains("error")));
        Ui.run(() -> Controls.find(Link.class, link -> link.getText().contains("Don't show this")).orElseThrow()
                .notifyListeners(SWT.Selection, new Event()));
        Ui.await("no such advice", () -> advice().isEmpty());
        Screenshots.save("analyser-dismissed");
        Workbench.closeEditors();
        Designer again = Designer.open(project.getFile("cnn.network"));
        Ui.await("the analysis", () -> again.editor().analysis().total().isPresent());
        assertEquals(0, Ui.ask(() -> again.editor().analysis().problems().stream()
                .filter(problem -> problem.checkId().equals("network.dense-share")).count()));
        run("Show Dismissed Advice Again");
        Ui.await("the advice", () -> advice().isPresent());
    }

    private static Optional<Link> advice() {
        return Controls.find(Link.class, link -> link.getText().contains("99.7 %"));
    }

    @Test
    void memoryIsToldForTheBatchOfTheExperiment() {
        writeExperiment();
        Designer.open(project, "decision.network", network(true));
        Ui.await("the experiment", () -> says(text -> text.contains("Sgd, as in decide.experiment")));
        assertEquals(8, Ui.ask(() -> batch().getSelection()));
        Ui.run(() -> batch().setSelection(64));
        Ui.await("the chosen batch", () -> says(text -> text.contains("chosen here")));
    }

    private static Spinner batch() {
        return Controls.find(Spinner.class, spinner -> true).orElseThrow();
    }

    @Test
    void tableIsCopiedForOtherPrograms() {
        Designer.open(project, "decision.network", network(true));
        awaitLayers("image", "conv", "flat", "fc", "finding");
        run("Copy as CSV");
        String csv = clipboard();
        assertTrue(csv.startsWith("Layer,Type,Output shape,Parameters,FLOPs,Memory\r\n"), csv);
        assertTrue(csv.contains("\r\nfc,Dense,1,1153,"), csv);
        run("Copy as Text");
        assertTrue(clipboard().contains("Parameters: 2,049"), clipboard());
    }

    private void run(String action) {
        Ui.run(() -> {
            for (IContributionItem item : view.getViewSite().getActionBars().getMenuManager().getItems()) {
                if (item instanceof ActionContributionItem offered && offered.getAction().getText().equals(action)) {
                    offered.getAction().run();
                }
            }
        });
    }

    private static String clipboard() {
        return Ui.ask(() -> {
            Clipboard clipboard = new Clipboard(Display.getCurrent());
            Object text = clipboard.getContents(TextTransfer.getInstance());
            clipboard.dispose();
            return (String) text;
        });
    }
}
