// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.vesalius.dataset.Column;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.ui.editor.resolve.ResolvedNetwork.End;

/** Asks which columns feed an input, or are told by an output, and how each of them becomes numbers. */
final class BoundColumnsDialog extends Dialog {
    private static final int HEIGHT = 320;
    private static final int ENCODING = 3;
    private static final int[] WIDTHS = {200, 100, 100, 130};
    private static final int WIDTH = IntStream.of(WIDTHS).sum();

    private final End end;
    private final List<Row> rows = new ArrayList<>();
    private CheckboxTableViewer table;

    /**
     * A dialog about one input or output.
     *
     * @param bindings its bindings; they are left as they are
     */
    BoundColumnsDialog(Shell parent, End end, List<Column> columns, List<Binding> bindings) {
        super(parent);
        this.end = end;
        for (Column column : columns) {
            Optional<Binding> bound =
                    bindings.stream().filter(binding -> column.name().equals(binding.getColumn())).findFirst();
            rows.add(new Row(column, bound.map(EcoreUtil::copy).orElseGet(() -> binding(column)), bound.isPresent()));
        }
    }

    /** The bindings as they were chosen, in the order of the columns. */
    List<Binding> bindings() {
        return rows.stream().filter(row -> row.bound).map(row -> row.binding).toList();
    }

    private Binding binding(Column column) {
        Binding binding = ExperimentFactory.eINSTANCE.createBinding();
        binding.setLayer(end.layer());
        binding.setColumn(column.name());
        return binding;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Columns of " + end.layer());
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Label what = new Label(area, SWT.WRAP);
        what.setText((end.input() ? "The numbers of the marked columns feed '" + end.layer() + "', one after the other."
                : "The marked columns are what '" + end.layer() + "' learns to tell, a unit for each of their numbers.")
                + " A click on an encoding, or F2, offers others.");
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT)
                .applyTo(what);
        table = CheckboxTableViewer.newCheckList(area, SWT.BORDER | SWT.FULL_SELECTION);
        table.getTable().setHeaderVisible(true);
        column(0, "Column", row -> row.column.name());
        column(1, "Type", row -> row.column.type().text());
        column(2, "Role", row -> row.column.role().text());
        column(ENCODING, "Encoding", row -> row.binding.getEncoding().getLiteral()).setEditingSupport(new EncodingChoice(table));
        table.setContentProvider(ArrayContentProvider.getInstance());
        table.setInput(rows);
        table.setCheckedElements(rows.stream().filter(row -> row.bound).toArray());
        table.getTable().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.F2 && !table.getStructuredSelection().isEmpty()) {
                table.editElement(table.getStructuredSelection().getFirstElement(), ENCODING);
            }
        });
        table.addCheckStateListener(event -> ((Row) event.getElement()).bound = event.getChecked());
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, HEIGHT).applyTo(table.getTable());
        return area;
    }

    private TableViewerColumn column(int index, String title, Function<Row, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
        column.getColumn().setText(title);
        column.getColumn().setWidth(WIDTHS[index]);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(row -> text.apply((Row) row)));
        return column;
    }

    /** A column of the data set, whether it is bound, and how. */
    private static final class Row {
        private final Column column;
        private final Binding binding;
        private boolean bound;

        Row(Column column, Binding binding, boolean bound) {
            this.column = column;
            this.binding = binding;
            this.bound = bound;
        }
    }

    /** Chooses the encoding in the table. */
    private static final class EncodingChoice extends EditingSupport {
        private final CheckboxTableViewer table;

        EncodingChoice(CheckboxTableViewer table) {
            super(table);
            this.table = table;
        }

        @Override
        protected CellEditor getCellEditor(Object element) {
            return new ComboBoxCellEditor(table.getTable(),
                    Encoding.VALUES.stream().map(Encoding::getLiteral).toArray(String[]::new), SWT.READ_ONLY);
        }

        @Override
        protected boolean canEdit(Object element) {
            return true;
        }

        @Override
        protected Object getValue(Object element) {
            return Encoding.VALUES.indexOf(((Row) element).binding.getEncoding());
        }

        @Override
        protected void setValue(Object element, Object value) {
            ((Row) element).binding.setEncoding(Encoding.VALUES.get((Integer) value));
            table.update(element, null);
        }
    }
}
