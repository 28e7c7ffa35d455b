// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.vesalius.core.English;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.importer.kind.ColumnOptions;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.ui.field.FieldGrid;

/** What is taken for the type, role, unit and missing values of a column, to be said otherwise. */
final class ColumnPane {

    private static final List<String> TYPES = Stream.of(ColumnType.NUMBER, ColumnType.CATEGORY, ColumnType.TEXT)
            .map(ColumnType::text).toList();
    private static final List<String> ROLES = Stream.of(ColumnRole.values()).filter(role -> role != ColumnRole.DEFECT)
            .map(ColumnRole::text).toList();

    private final Composite area;
    private final PreviewPane.Saying saying;
    private final Combo type;
    private final Combo role;
    private final Text unit;
    private final Text missing;
    private final Label categories;
    private Optional<ImportKind> kind = Optional.empty();
    private Optional<Column> column = Optional.empty();
    private boolean filling;

    ColumnPane(Composite parent, PreviewPane.Saying saying) {
        this.saying = saying;
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(8).spacing(6, 4).applyTo(area);
        type = combo("T&ype:", TYPES);
        role = combo("&Role:", ROLES);
        unit = text("&Unit:", "What its numbers count, such as mmHg");
        missing = text("&Missing:", "What means that a value is missing, with commas between, such as ?, -9");
        categories = new Label(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).span(8, 1).hint(100, SWT.DEFAULT).exclude(true).applyTo(categories);
        type.addListener(SWT.Selection, event -> say(() -> saying.of(ColumnOptions.TYPE, name(), List.of(type.getText()))));
        role.addListener(SWT.Selection, event -> say(() -> saying.of(ColumnOptions.ROLE, name(), List.of(role.getText()))));
        unit.addListener(SWT.Modify, event -> say(() -> saying.of(ColumnOptions.UNIT, name(),
                unit.getText().isBlank() ? List.of() : List.of(unit.getText().strip()))));
        missing.addListener(SWT.Modify, event -> say(() -> saying.of(ColumnOptions.MISSING, name(), marks())));
        clear();
    }

    private Combo combo(String words, List<String> items) {
        new Label(area, SWT.NONE).setText(words);
        Combo combo = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setItems(items.toArray(String[]::new));
        FieldGrid.ignoreWheel(combo);
        GridDataFactory.fillDefaults().grab(true, false).hint(84, SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    private Text text(String words, String tip) {
        new Label(area, SWT.NONE).setText(words);
        Text text = new Text(area, SWT.BORDER);
        text.setToolTipText(tip);
        GridDataFactory.fillDefaults().grab(true, false).hint(52, SWT.DEFAULT).applyTo(text);
        return text;
    }

    /** These marks and no others: the empty one says so. */
    private List<String> marks() {
        List<String> marks = new ArrayList<>(List.of(""));
        Stream.of(missing.getText().split(",")).map(String::strip).filter(mark -> !mark.isEmpty()).forEach(marks::add);
        return marks;
    }

    private String name() {
        return column.orElseThrow().name();
    }

    private void say(Runnable saying) {
        if (!filling && column.isPresent()) {
            saying.run();
        }
    }

    Control control() {
        return area;
    }

    /** What is shown next is of this kind. */
    void of(ImportKind chosen) {
        kind = Optional.of(chosen);
    }

    void clear() {
        column = Optional.empty();
        filled(() -> {
            type.deselectAll();
            role.deselectAll();
            unit.setText("");
            missing.setText("");
        });
        list(List.of());
        Stream.of(type, role, unit, missing).forEach(field -> field.setEnabled(false));
    }

    /** Shows a column; what is being typed about it stays. */
    void show(Column shown) {
        boolean same = column.filter(before -> before.name().equals(shown.name())).isPresent();
        column = Optional.of(shown);
        boolean made = shown.role() == ColumnRole.DEFECT;
        boolean read = shown.type().read();
        filled(() -> {
            role.setItems(roles(shown).toArray(String[]::new));
            show(type, shown.type().text());
            show(role, shown.role().text());
            show(unit, shown.unit(), same);
            show(missing, String.join(", ", shown.missing().marks()), same);
        });
        type.setEnabled(!read && !made);
        role.setEnabled(!made);
        unit.setEnabled(!made);
        missing.setEnabled(!read && !made && kind.filter(each -> each.options().contains(ColumnOptions.MISSING)).isPresent());
        List<String> all = shown.categories();
        list(all);
    }

    /** Only a table deals its rows out by the patients of any column. */
    private List<String> roles(Column shown) {
        boolean patient = shown.role() == ColumnRole.PATIENT || kind.filter(each -> !each.id().equals("table")).isEmpty();
        return ROLES.stream().filter(text -> patient || !text.equals(ColumnRole.PATIENT.text())).toList();
    }

    /** Takes room for categories only where there are some. */
    private void list(List<String> all) {
        categories.setText((all.isEmpty() ? "" : English.quantity(all.size(), "category") + ": " + String.join(", ", all))
                .replace("&", "&&"));
        categories.setToolTipText(String.join("\n", all.stream().limit(50).toList()));
        GridData place = (GridData) categories.getLayoutData();
        if (place.exclude != all.isEmpty()) {
            place.exclude = all.isEmpty();
            categories.setVisible(!all.isEmpty());
            area.requestLayout();
        }
    }

    private static void show(Combo combo, String text) {
        if (combo.indexOf(text) < 0) {
            combo.add(text);
        }
        combo.setText(text);
    }

    private static void show(Text field, String text, boolean same) {
        if (!(same && field.isFocusControl()) && !field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private void filled(Runnable fill) {
        filling = true;
        fill.run();
        filling = false;
    }
}
