// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.training;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.engine.run.RunSummary;
import org.vesalius.experiment.ui.run.LiveRuns;
import org.vesalius.experiment.ui.run.RunDisplay;
import org.vesalius.ui.thread.WhileOpen;

/** Tells in the status line of every perspective that a run goes on; a click shows it. */
public final class LiveRunsSign extends WorkbenchWindowControlContribution {

    private static final int WIDTH = 240;

    private final TrainingText text = new TrainingText(Locale.getDefault(), ZoneId.systemDefault());
    private ToolBar bar;
    private LiveRuns live;

    @Override
    protected Control createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        bar = new ToolBar(area, SWT.FLAT | SWT.RIGHT);
        // a status line keeps the width that its parts had when they were made
        GridLayoutFactory.fillDefaults().applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(bar);
        live = getWorkbenchWindow().getService(LiveRuns.class);
        Executor uiThread = WhileOpen.of(bar);
        Runnable changed = () -> uiThread.execute(this::show);
        live.addListener(changed);
        bar.addListener(SWT.Dispose, event -> live.removeListener(changed));
        show();
        return area;
    }

    private void show() {
        List<RunSummary> runs = live.now();
        if (runs.isEmpty() && bar.getItemCount() > 0) {
            bar.getItem(0).dispose();
        }
        if (!runs.isEmpty()) {
            ToolItem item = bar.getItemCount() > 0 ? bar.getItem(0) : createItem();
            item.setText(text.sign(runs).replace("&", "&&"));
            item.setToolTipText(text.sign(runs) + "\nClick to watch this training");
        }
    }

    private ToolItem createItem() {
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        ResourceLocator.imageDescriptorFromBundle("org.vesalius.experiment.ui", "icons/training.png")
                .ifPresent(image -> item.setImage(new LocalResourceManager(JFaceResources.getResources(), bar).create(image)));
        item.addListener(SWT.Selection, event -> reveal());
        return item;
    }

    private void reveal() {
        try {
            RunDisplay display = (RunDisplay) getWorkbenchWindow().getActivePage().showView(RunDisplay.ID);
            live.now().stream().findFirst().map(RunSummary::folder).ifPresent(display::show);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
