// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analyser;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;
import org.vesalius.network.Layer;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;
import org.vesalius.network.ui.catalog.LayerImages;
import org.vesalius.network.ui.catalog.LayerTypes;
import org.vesalius.network.ui.design.ActiveDesign;
import org.vesalius.network.ui.design.OpenDesign;
import org.vesalius.network.ui.design.ProblemActions;
import org.vesalius.network.ui.design.SelectedLayers;
import org.vesalius.ui.problem.ProblemsPane;
import org.vesalius.ui.thread.WhileOpen;

/** The Analyser: the network of the active designer as a table, its totals, and its problems with their fixes. */
public final class AnalyserView extends ViewPart {
    /** Id of the view. */
    public static final String ID = "org.vesalius.network.ui.analyser";

    private static final String EMPTY = "Open a network: its layers with their shapes, parameters and cost show here, "
            + "and what is wrong with it.";

    private static final int HINT_WIDTH = 300;
    private static final int LEAST_LAYERS = 3;

    private LayerImages images;
    private final Consumer<AnalysisSnapshot> analysisListener = snapshot -> update();
    private final ISelectionListener selectionListener = this::selectionChanged;
    private ActiveDesign active;
    private OpenDesign design;
    private OptionalInt batch = OptionalInt.empty();
    private ReportJob job;
    private AnalyserReport report;

    private Composite stack;
    private Composite empty;
    private Composite content;
    private TotalsLine totals;
    private SashForm sash;
    private LayerTable layers;
    private ProblemsPane problems;

    @Override
    public void createPartControl(Composite parent) {
        images = new LayerImages(LayerTypes.of(getSite()).catalog());
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        createEmpty();
        createContent();
        createActions();
        top(empty);
        getSite().getPage().addSelectionListener(selectionListener);
        active = new ActiveDesign(getSite().getPage(), this::follow);
        active.start();
    }

    private void createEmpty() {
        empty = new Composite(stack, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 12).applyTo(empty);
        Label hint = new Label(empty, SWT.WRAP);
        hint.setText(EMPTY);
        GridDataFactory.fillDefaults().grab(true, false).hint(HINT_WIDTH, SWT.DEFAULT).applyTo(hint);
    }

    private void createContent() {
        content = new Composite(stack, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        totals = new TotalsLine(content, this::choose, experiment -> design.choose(experiment));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(totals.control());
        sash = new SashForm(content, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        layers = new LayerTable(sash, images, row -> design.reveal(row.id()));
        problems = new ProblemsPane(sash, SWT.BORDER);
        sash.setWeights(65, 35);
        content.addListener(SWT.Resize, event -> fit());
    }

    /** However low the view is, some layers are seen. */
    private void fit() {
        Rectangle room = content.getClientArea();
        totals.fit(room.width, room.height - layers.heightOf(LEAST_LAYERS));
    }

    private void createActions() {
        Action copyText = action("Copy as Text", () -> ReportText.plain(report, layers.rows()));
        Action copyCsv = action("Copy as CSV", () -> ReportText.csv(layers.rows()));
        IMenuManager menu = getViewSite().getActionBars().getMenuManager();
        menu.add(copyText);
        menu.add(copyCsv);
        menu.add(new Separator());
        menu.add(new Action("Show Dismissed Advice Again") {
            @Override
            public void run() {
                if (design != null) {
                    design.restoreAdvice();
                }
            }
        });
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), copyText);
        MenuManager context = new MenuManager();
        context.add(copyText);
        context.add(copyCsv);
        layers.control().setMenu(context.createContextMenu(layers.control()));
    }

    private Action action(String label, Supplier<String> text) {
        return new Action(label) {
            @Override
            public void run() {
                if (report != null) {
                    copy(text.get());
                }
            }
        };
    }

    private void copy(String text) {
        Clipboard clipboard = new Clipboard(stack.getDisplay());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private void top(Control page) {
        ((StackLayout) stack.getLayout()).topControl = page;
        stack.layout();
    }

    private void follow(Optional<OpenDesign> next) {
        if (design != null) {
            design.removeAnalysisListener(analysisListener);
        }
        design = next.orElse(null);
        batch = OptionalInt.empty();
        layers.forget();
        if (design == null) {
            report = null;
            top(empty);
            return;
        }
        design.addAnalysisListener(analysisListener);
        update();
    }

    private void choose(OptionalInt wanted) {
        batch = wanted;
        update();
    }

    private void update() {
        if (job != null) {
            job.cancel();
        }
        job = new ReportJob(design.analysis(), report == null ? AnalyserReport.empty() : report, batch, WhileOpen.of(stack), this::show);
        job.schedule();
    }

    private void show(AnalyserReport shown) {
        report = shown;
        totals.show(shown, batch.isPresent());
        fit();
        layers.show(shown.rows());
        problems.show(shown.problems(), new ProblemActions(design));
        sash.setMaximizedControl(shown.problems().isEmpty() ? layers.control() : null);
        top(content);
    }

    /** What is selected on the canvas is selected here; what is selected here is so already. */
    private void selectionChanged(IWorkbenchPart part, ISelection selection) {
        if (part != this && report != null) {
            layers.select(SelectedLayers.of(selection).stream().map(Layer::getId).toList());
        }
    }

    @Override
    public void setFocus() {
        (report == null ? stack : layers.control()).setFocus();
    }

    @Override
    public void dispose() {
        if (active != null) {
            active.close();
        }
        getSite().getPage().removeSelectionListener(selectionListener);
        if (design != null) {
            design.removeAnalysisListener(analysisListener);
        }
        if (images != null) {
            images.close();
        }
        super.dispose();
    }
}
