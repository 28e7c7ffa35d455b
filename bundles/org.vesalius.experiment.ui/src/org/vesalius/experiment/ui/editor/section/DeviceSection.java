// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.vesalius.engine.Device;
import org.vesalius.experiment.ExperimentPackage.Literals;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.ui.editor.field.FormContext;
import org.vesalius.experiment.ui.editor.field.Metamodel;
import org.vesalius.experiment.ui.editor.field.Reflow;
import org.vesalius.ui.field.FieldGrid;

/** What a run computes on. Devices that can't be used are listed too, with the reason. */
public final class DeviceSection {

    private final FormContext context;
    private final TrainingSettings settings;
    private final Combo combo;
    private final Label reason;
    private List<Choice> choices = List.of();

    /**
     * A device of an engine.
     *
     * @param engineId identifier of the engine
     * @param engineName what people call it
     * @param device the device
     */
    public record Choice(String engineId, String engineName, Device device) {

        private String label() {
            return engineName + ": " + device.name() + (device.usable() ? "" : " (can't be used)");
        }
    }

    /** Creates the section; the devices come with {@link #offer(List)}. */
    public DeviceSection(FormContext context, Composite parent, TrainingSettings settings) {
        this.context = context;
        this.settings = settings;
        Composite grid = FormSection.create(context.toolkit(), parent, "Engine and device", "", 3);
        FieldGrid.label(grid, "Device:", "");
        combo = new Combo(grid, SWT.READ_ONLY | SWT.DROP_DOWN);
        FieldGrid.ignoreWheel(combo);
        combo.setToolTipText(Metamodel.documentation(Literals.TRAINING_SETTINGS__DEVICE));
        combo.addListener(SWT.Selection, event -> choose());
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(combo);
        reason = context.toolkit().createLabel(grid, "Looking for devices\u2026", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(300, SWT.DEFAULT).applyTo(reason);
        context.createField(grid, settings, Literals.TRAINING_SETTINGS__THREADS);
        context.onRefresh(combo, this::refresh);
        refresh();
    }

    /** Offers the devices there are. */
    public void offer(List<Choice> found) {
        choices = found;
        refresh();
    }

    private void choose() {
        int index = combo.getSelectionIndex();
        if (context.refreshing() || index < 0 || index >= choices.size()) {
            return;
        }
        Choice choice = choices.get(index);
        context.history().change("Device", () -> {
            settings.setEngine(choice.engineId());
            settings.setDevice(choice.device().id());
        });
    }

    private void refresh() {
        List<String> items = new ArrayList<>(choices.stream().map(Choice::label).toList());
        int current = current();
        if (current < 0) {
            items.add(settings.getEngine() + ": " + settings.getDevice() + (choices.isEmpty() ? "" : " (not found here)"));
            current = items.size() - 1;
        }
        if (!List.of(combo.getItems()).equals(items)) {
            combo.setItems(items.toArray(String[]::new));
        }
        combo.select(current);
        explain(current);
    }

    private int current() {
        for (int i = 0; i < choices.size(); i++) {
            if (Objects.equals(choices.get(i).engineId(), settings.getEngine())
                    && Objects.equals(choices.get(i).device().id(), settings.getDevice())) {
                return i;
            }
        }
        return -1;
    }

    private void explain(int index) {
        String words = index < choices.size() ? choices.get(index).device().reason()
                : choices.isEmpty() ? "Looking for devices\u2026" : "This device is not there; choose another one.";
        if (!reason.getText().equals(words)) {
            reason.setText(words);
            GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(300, SWT.DEFAULT).exclude(words.isEmpty())
                    .applyTo(reason);
            reason.setVisible(!words.isEmpty());
            Reflow.around(reason.getParent());
        }
    }
}
