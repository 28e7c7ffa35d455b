// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.vesalius.dataset.Column;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.ui.editor.field.FormContext;
import org.vesalius.experiment.ui.editor.field.Reflow;
import org.vesalius.experiment.ui.editor.resolve.Resolved;
import org.vesalius.experiment.ui.editor.resolve.ResolvedNetwork.End;
import org.vesalius.ui.field.FieldGrid;

/** Binds each input and output of the network to a column of the data set: one row each. */
public final class BindingsSection {

    private final FormContext context;
    private final Experiment experiment;
    private final Composite grid;
    private List<End> ends = List.of();
    private List<Column> columns = List.of();
    private List<Combo> combos = List.of();

    /** Creates the section; its rows come with {@link #show(Resolved)}. */
    public BindingsSection(FormContext context, Composite parent, Experiment experiment) {
        this.context = context;
        this.experiment = experiment;
        grid = FormSection.create(context.toolkit(), parent, "Bindings",
                "Which column feeds which input, and which column each output learns to predict.", 3);
        context.onRefresh(this::refresh);
        hint();
    }

    /** Shows a row for each input and output of the network. */
    public void show(Resolved resolved) {
        if (ends.equals(resolved.network().ends()) && columns.equals(resolved.dataset().columns())) {
            return;
        }
        ends = resolved.network().ends();
        columns = resolved.dataset().columns();
        for (Control child : grid.getChildren()) {
            child.dispose();
        }
        combos = ends.stream().map(this::createRow).toList();
        if (ends.isEmpty()) {
            hint();
        }
        refresh();
        Reflow.around(grid);
    }

    private void hint() {
        GridDataFactory.fillDefaults().span(3, 1)
                .applyTo(context.toolkit().createLabel(grid, "The inputs and outputs of the network appear here."));
    }

    private Combo createRow(End end) {
        FieldGrid.label(grid, (end.input() ? "Input " : "Output ") + end.layer() + ":", "");
        Combo combo = new Combo(grid, SWT.DROP_DOWN | SWT.READ_ONLY);
        columns.forEach(column -> combo.add(column.name()));
        combo.setToolTipText("Column of the data set that " + (end.input() ? "feeds" : "is predicted by") + " " + end.layer());
        combo.addListener(SWT.Selection, event -> bind(end, combo.getText()));
        GridDataFactory.swtDefaults().hint(160, SWT.DEFAULT).applyTo(combo);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER)
                .applyTo(context.toolkit().createLabel(grid, end.shape()));
        return combo;
    }

    private void bind(End end, String column) {
        if (context.refreshing() || binding(end).map(Binding::getColumn).filter(column::equals).isPresent()) {
            return;
        }
        context.history().change("Binding of " + end.layer(), () -> binding(end).orElseGet(() -> add(end)).setColumn(column));
    }

    private Binding add(End end) {
        Binding binding = ExperimentFactory.eINSTANCE.createBinding();
        binding.setLayer(end.layer());
        experiment.getBindings().add(binding);
        return binding;
    }

    private Optional<Binding> binding(End end) {
        return experiment.getBindings().stream().filter(binding -> end.layer().equals(binding.getLayer())).findFirst();
    }

    private void refresh() {
        for (int i = 0; i < combos.size(); i++) {
            int column = combos.get(i).indexOf(binding(ends.get(i)).map(Binding::getColumn).orElse(""));
            if (column < 0) {
                combos.get(i).deselectAll();
            } else {
                combos.get(i).select(column);
            }
        }
    }
}
