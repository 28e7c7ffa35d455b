// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.preference;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.vesalius.engine.Device;
import org.vesalius.engine.Engines;
import org.vesalius.engine.ExecutionEngine;
import org.vesalius.ui.thread.WhileOpen;

/** What this machine can train on, why something can't be used, and which of it new experiments name. */
public final class EnginesPage extends PreferencePage implements IWorkbenchPreferencePage {
    private static final int[] WIDTHS = {34, 18, 42};
    private static final int ROWS = 6;

    private IWorkbench workbench;
    private Table table;
    private Label state;

    /** The page. */
    public EnginesPage() {
        setPreferenceStore(TrainingDefaults.store());
        setDescription("New experiments use the device with the mark.");
    }

    @Override
    public void init(IWorkbench owner) {
        workbench = owner;
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(page);
        table = new Table(page, SWT.CHECK | SWT.FULL_SELECTION | SWT.BORDER);
        table.setHeaderVisible(true);
        String[] titles = {"Device", "Engine", "State"};
        for (int i = 0; i < titles.length; i++) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(titles[i]);
            column.setWidth(convertWidthInCharsToPixels(WIDTHS[i]));
        }
        table.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK) {
                mark((TableItem) event.item);
            }
        });
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, ROWS * table.getItemHeight()).applyTo(table);
        state = new Label(page, SWT.WRAP);
        state.setText("Looking for devices …");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(state);
        look();
        return page;
    }

    @Override
    public boolean performOk() {
        for (TableItem item : table.getItems()) {
            if (item.getChecked()) {
                Choice choice = (Choice) item.getData();
                getPreferenceStore().setValue(TrainingDefaults.ENGINE, choice.engine().id());
                getPreferenceStore().setValue(TrainingDefaults.DEVICE, choice.device().id());
            }
        }
        return true;
    }

    @Override
    protected void performDefaults() {
        mark(getPreferenceStore().getDefaultString(TrainingDefaults.ENGINE),
                getPreferenceStore().getDefaultString(TrainingDefaults.DEVICE));
        super.performDefaults();
    }

    private void look() {
        WhileOpen open = WhileOpen.of(table);
        Engines engines = workbench.getService(Engines.class);
        ICoreRunnable task = monitor -> {
            List<Choice> found = new ArrayList<>();
            for (ExecutionEngine engine : engines.all()) {
                engine.probe().forEach(device -> found.add(new Choice(engine, device)));
            }
            open.execute(() -> show(found));
        };
        Job.create("Looking for devices", task).schedule();
    }

    private void show(List<Choice> found) {
        for (Choice choice : found) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setData(choice);
            item.setText(new String[] {choice.device().name() + " (" + choice.device().id() + ")",
                choice.engine().name(), choice.device().usable() ? "Ready" : choice.device().reason()});
        }
        state.setText(found.isEmpty() ? "No engine is installed." : "");
        mark(getPreferenceStore().getString(TrainingDefaults.ENGINE),
                getPreferenceStore().getString(TrainingDefaults.DEVICE));
    }

    private void mark(String engine, String device) {
        for (TableItem item : table.getItems()) {
            Choice choice = (Choice) item.getData();
            item.setChecked(choice.engine().id().equals(engine) && choice.device().id().equals(device));
        }
    }

    /** One is marked: that which was clicked, also when it was marked before. */
    private void mark(TableItem clicked) {
        for (TableItem item : table.getItems()) {
            item.setChecked(item == clicked);
        }
        Device device = ((Choice) clicked.getData()).device();
        setMessage(device.usable() ? null : "This device can't be used now: " + device.reason(), WARNING);
    }

    private record Choice(ExecutionEngine engine, Device device) {
    }
}
