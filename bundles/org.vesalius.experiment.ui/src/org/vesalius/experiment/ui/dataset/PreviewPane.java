// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.experiment.ui.dataset.PreviewJob.Outcome;

/** What an import would bring: the columns, which can be changed, the first samples, and what is to be said about them. */
final class PreviewPane {

    /** Is told what the user says of a column. */
    @FunctionalInterface
    interface Saying {
        /** These values take the place of those said of the column before. */
        void of(ImportOption option, String column, List<String> values);
    }

    private static final int SHOWN_COLUMNS = 60;
    private static final int EXAMPLES = 3;
    private static final int LONGEST = 60;
    private static final List<String> HEADINGS = List.of("Column", "Type", "Role", "Unit", "Missing", "First values");

    private final Table columns;
    private final ColumnPane column;
    private final Table samples;
    private final Text notes;
    private final TabItem notesTab;
    private List<Column> shown = List.of();
    private List<Sample> first = List.of();
    private List<ImportOption> options = List.of();

    PreviewPane(Composite parent, Saying saying) {
        TabFolder tabs = new TabFolder(parent, SWT.TOP);
        Composite area = new Composite(tabs, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).margins(4, 4).applyTo(area);
        columns = table(area, SWT.VIRTUAL);
        HEADINGS.forEach(title -> heading(columns, title, title.equals("First values") ? 200 : title.equals("Column") ? 100 : 66));
        columns.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
        GridDataFactory.fillDefaults().grab(true, true).hint(300, 120).minSize(100, 60).applyTo(columns);
        column = new ColumnPane(area, saying);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(column.control());
        columns.addListener(SWT.Selection, event -> select());
        tab(tabs, "&Columns").setControl(area);
        samples = table(tabs, SWT.NONE);
        tab(tabs, "First &Samples").setControl(samples);
        notes = new Text(tabs, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        notesTab = tab(tabs, "N&otes");
        notesTab.setControl(notes);
        notes.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    }

    private static TabItem tab(TabFolder tabs, String title) {
        TabItem tab = new TabItem(tabs, SWT.NONE);
        tab.setText(title);
        return tab;
    }

    private static Table table(Composite parent, int style) {
        Table table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | style);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        return table;
    }

    private static void heading(Table table, String title, int width) {
        TableColumn heading = new TableColumn(table, SWT.LEFT);
        heading.setText(title);
        heading.setWidth(width);
    }

    /** Forgets what was shown; what is shown next is of this kind. */
    void clear(ImportKind kind) {
        column.of(kind);
        options = kind.options();
        show(List.of(), List.of());
        samples.removeAll();
        Stream.of(samples.getColumns()).forEach(TableColumn::dispose);
        notes.setText("");
        notesTab.setText("N&otes");
        notesTab.getParent().setSelection(0);
    }

    void show(Outcome.Seen seen) {
        DatasetPreview preview = seen.preview();
        show(preview.columns(), preview.first());
        showSamples(seen.unreadable());
        List<String> said = notes(seen);
        notes.setText(String.join("\n\n", said));
        notesTab.setText("N&otes" + (said.isEmpty() ? "" : " (" + said.size() + ")"));
    }

    private void show(List<Column> found, List<Sample> values) {
        String selected = columns.getSelectionIndex() < 0 ? "" : shown.get(columns.getSelectionIndex()).name();
        shown = found;
        first = values;
        columns.setItemCount(found.size());
        columns.clearAll();
        int again = IntStream.range(0, found.size()).filter(i -> found.get(i).name().equals(selected)).findFirst()
                .orElse(found.isEmpty() ? -1 : 0);
        columns.setSelection(again < 0 ? new int[0] : new int[] {again});
        select();
    }

    private void select() {
        int index = columns.getSelectionIndex();
        if (index < 0) {
            column.clear();
        } else {
            column.show(shown.get(index));
        }
    }

    private void fill(TableItem item, int index) {
        Column each = shown.get(index);
        item.setText(new String[] {each.name(), each.type().text(), each.role().text(), each.unit(),
            String.join(", ", each.missing().marks()), examples(each)});
    }

    private String examples(Column of) {
        return first.stream().limit(EXAMPLES).map(sample -> cut(sample.value(of)))
                .filter(value -> !value.isBlank()).collect(Collectors.joining(" | "));
    }

    private static String cut(String value) {
        String line = value.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "\u2026";
    }

    private void showSamples(List<Defect> unreadable) {
        Map<String, String> reasons = unreadable.stream().collect(Collectors.toMap(Defect::sampleId,
                defect -> "\u26a0 " + defect.reason() + ": ", (one, other) -> one));
        List<Column> few = shown.stream().limit(SHOWN_COLUMNS).toList();
        samples.setRedraw(false);
        samples.removeAll();
        List.of(samples.getColumns()).forEach(TableColumn::dispose);
        heading(samples, "Sample", 76);
        few.forEach(each -> heading(samples, each.name(), !each.type().read() ? 90 : unreadable.isEmpty() ? 190 : 300));
        for (Sample sample : first) {
            new TableItem(samples, SWT.NONE).setText(row(sample, few, reasons.getOrDefault(sample.id(), "")));
        }
        samples.setRedraw(true);
    }

    private static String[] row(Sample sample, List<Column> few, String reason) {
        List<String> row = new ArrayList<>(List.of(sample.id()));
        few.forEach(each -> row.add((each.type().read() && !reason.isEmpty() ? reason : "") + cut(sample.value(each))));
        return row.toArray(String[]::new);
    }

    private List<String> notes(Outcome.Seen seen) {
        DatasetPreview preview = seen.preview();
        List<String> notes = new ArrayList<>();
        preview.counts().map(ImportWords::subsets).ifPresent(notes::add);
        preview.remarks().stream().map(remark -> ImportWords.told(remark, options)).forEach(notes::add);
        if (!seen.unreadable().isEmpty()) {
            notes.add(ImportWords.unreadable(seen.unreadable()));
        }
        if (!preview.passedOver().isEmpty()) {
            notes.add(ImportWords.leftOut(preview.passedOver()));
        }
        return notes;
    }
}
