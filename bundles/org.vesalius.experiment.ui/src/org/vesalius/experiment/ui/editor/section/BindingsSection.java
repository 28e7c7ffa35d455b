// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.vesalius.core.English;
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
                "Which column feeds which input, and which column each output learns to predict.", 4);
        context.onRefresh(grid, this::refresh);
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
        GridDataFactory.fillDefaults().span(4, 1)
                .applyTo(context.toolkit().createLabel(grid, "The inputs and outputs of the network appear here."));
    }

    private Combo createRow(End end) {
        FieldGrid.label(grid, (end.input() ? "Input " : "Output ") + end.layer() + ":", "");
        Combo combo = new Combo(grid, SWT.DROP_DOWN | SWT.READ_ONLY);
        FieldGrid.ignoreWheel(combo);
        combo.setToolTipText("Column of the data set that " + (end.input() ? "feeds" : "is predicted by") + " " + end.layer());
        combo.addListener(SWT.Selection, event -> bind(end, combo.getText()));
        GridDataFactory.swtDefaults().hint(160, SWT.DEFAULT).applyTo(combo);
        Button several = context.toolkit().createButton(grid, "Columns…", SWT.PUSH);
        several.setToolTipText("Several columns for " + end.layer() + ", and how they become numbers");
        several.addListener(SWT.Selection, event -> chooseColumns(end));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER)
                .applyTo(context.toolkit().createLabel(grid, end.display()));
        return combo;
    }

    /** One column in the place of all that the layer has. */
    private void bind(End end, String column) {
        List<Binding> present = bindings(end);
        boolean known = columns.stream().anyMatch(each -> each.name().equals(column));
        if (context.refreshing() || !known || present.size() == 1 && column.equals(present.get(0).getColumn())) {
            return;
        }
        Binding binding = ExperimentFactory.eINSTANCE.createBinding();
        binding.setLayer(end.layer());
        binding.setColumn(column);
        replace(end, List.of(binding));
    }

    private void chooseColumns(End end) {
        BoundColumnsDialog dialog = new BoundColumnsDialog(grid.getShell(), end, columns, bindings(end));
        if (dialog.open() == Window.OK) {
            replace(end, dialog.bindings());
        }
    }

    private void replace(End end, List<Binding> chosen) {
        List<Binding> present = bindings(end);
        if (EcoreUtil.equals(present, chosen)) {
            return;
        }
        context.history().change("Binding of " + end.layer(), () -> {
            int place = present.isEmpty() ? experiment.getBindings().size()
                    : experiment.getBindings().indexOf(present.get(0));
            experiment.getBindings().removeAll(present);
            experiment.getBindings().addAll(place, chosen);
        });
    }

    private List<Binding> bindings(End end) {
        return experiment.getBindings().stream().filter(binding -> end.layer().equals(binding.getLayer())).toList();
    }

    private void refresh() {
        for (int i = 0; i < combos.size(); i++) {
            List<Binding> bindings = bindings(ends.get(i));
            Combo combo = combos.get(i);
            String text = text(bindings);
            List<String> items = new ArrayList<>(columns.stream().map(Column::name).toList());
            if (!text.isEmpty() && !items.contains(text)) {
                items.add(0, text);
            }
            combo.setItems(items.toArray(String[]::new));
            if (text.isEmpty()) {
                combo.deselectAll();
            } else {
                combo.select(items.indexOf(text));
            }
        }
    }

    /** The one column, how many there are, or the input to be given back. */
    private String text(List<Binding> bindings) {
        if (bindings.size() > 1) {
            return English.quantity(bindings.size(), "column");
        }
        if (bindings.isEmpty()) {
            return "";
        }
        Binding binding = bindings.get(0);
        boolean input = binding.getInput() != null && !binding.getInput().isEmpty();
        boolean there = columns.stream().anyMatch(column -> column.name().equals(binding.getColumn()));
        return input ? "Input " + binding.getInput() : there ? binding.getColumn() : "";
    }
}
