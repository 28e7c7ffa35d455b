// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.ui.field.FieldGrid;

/** A field for each option of a kind of files: those of its command on the command line. */
final class OptionFields {

    private static final String COLUMN = "COLUMN";

    private final ScrolledComposite scrolled;
    private final ImportDraft draft;
    private final Consumer<String> about;
    private final Runnable changed;
    private final Map<String, Runnable> refreshing = new LinkedHashMap<>();
    private final List<Combo> ofColumns = new ArrayList<>();
    private Composite fields;
    private boolean filling;

    /**
     * @param about is told what the option does whose field has the keyboard
     * @param changed is called when something else is said
     */
    OptionFields(Composite parent, ImportDraft draft, Consumer<String> about, Runnable changed) {
        this.draft = draft;
        this.about = about;
        this.changed = changed;
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.BORDER);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.addListener(SWT.Resize, event -> fit());
        fields = new Composite(scrolled, SWT.NONE);
    }

    private void fit() {
        int width = scrolled.getClientArea().width;
        scrolled.setMinHeight(fields.computeSize(Math.max(width, 150), SWT.DEFAULT).y);
        scrolled.getVerticalBar().setIncrement(20);
    }

    /** Makes the fields of a kind in the place of those before. */
    void show(ImportKind kind) {
        fields.dispose();
        refreshing.clear();
        ofColumns.clear();
        fields = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 6).spacing(6, 3).applyTo(fields);
        kind.options().forEach(this::add);
        scrolled.setContent(fields);
        scrolled.setOrigin(0, 0);
        about.accept("");
        fit();
    }

    void setFocus() {
        Stream.of(fields.getChildren()).filter(child -> !(child instanceof Label)).findFirst().ifPresent(Control::setFocus);
    }

    /** Shows what was said for an option elsewhere. */
    void refresh(ImportOption option) {
        filling = true;
        refreshing.getOrDefault(option.name(), () -> {}).run();
        filling = false;
    }

    /** Offers columns where one is asked for. */
    void offer(List<Column> columns) {
        filling = true;
        for (Combo combo : ofColumns) {
            String text = combo.getText();
            combo.setItems(columns.stream().limit(500).map(Column::name).toArray(String[]::new));
            combo.setText(text);
        }
        filling = false;
    }

    private void add(ImportOption option) {
        if (option.type() == ImportOption.Type.FLAG) {
            addFlag(option);
            return;
        }
        Label label = new Label(fields, SWT.NONE);
        label.setText(ImportWords.label(option.name()) + ":");
        GridDataFactory.fillDefaults().span(2, 1).indent(0, 4).applyTo(label);
        if (option.type().several()) {
            addSeveral(option);
        } else if (option.choices().isEmpty() && draft.proposals(option).isEmpty() && !option.label().equals(COLUMN)) {
            addText(option);
        } else {
            addChoice(option);
        }
    }

    private void addFlag(ImportOption option) {
        Button box = new Button(fields, SWT.CHECK);
        box.setText(ImportWords.label(option.name()));
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).indent(0, 4).applyTo(box);
        filled(option, () -> box.setSelection(!draft.values(option).isEmpty()));
        box.addListener(SWT.Selection, event -> say(option, () -> box.getSelection() ? List.of("true") : List.of()));
        describe(box, option);
    }

    private void addText(ImportOption option) {
        Text text = new Text(fields, SWT.BORDER);
        text.setMessage(option.fallback().isEmpty() ? option.label().toLowerCase(Locale.ROOT) : option.fallback());
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(120, SWT.DEFAULT).applyTo(text);
        filled(option, () -> text.setText(String.join("", draft.values(option))));
        text.addListener(SWT.Modify, event -> say(option, () -> List.of(text.getText())));
        describe(text, option);
    }

    private void addChoice(ImportOption option) {
        Combo combo = new Combo(fields, SWT.DROP_DOWN);
        combo.setItems(Stream.concat(draft.proposals(option).stream(), option.choices().stream()).distinct()
                .toArray(String[]::new));
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(120, SWT.DEFAULT).applyTo(combo);
        FieldGrid.ignoreWheel(combo);
        filled(option, () -> combo.setText(draft.values(option).stream().findFirst().orElse(option.fallback())));
        combo.addListener(SWT.Modify, event -> say(option, () -> List.of(combo.getText())));
        if (option.label().equals(COLUMN)) {
            ofColumns.add(combo);
        }
        describe(combo, option);
    }

    private void addSeveral(ImportOption option) {
        boolean paths = option.type() == ImportOption.Type.PATHS;
        Text text = new Text(fields, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, false).span(paths ? 1 : 2, 1).hint(100, 2 * text.getLineHeight()).applyTo(text);
        filled(option, () -> text.setText(String.join("\n", draft.values(option))));
        text.addListener(SWT.Modify, event -> say(option, () -> text.getText().lines().toList()));
        text.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        describe(text, option);
        if (paths) {
            Button browse = new Button(fields, SWT.PUSH);
            browse.setText("\u2026");
            GridDataFactory.fillDefaults().align(SWT.FILL, SWT.TOP).applyTo(browse);
            browse.addListener(SWT.Selection, event -> browse(option, text));
            describe(browse, option);
        }
    }

    private static void browse(ImportOption option, Text text) {
        String path = option.label().equals("FOLDER") ? new DirectoryDialog(text.getShell()).open()
                : new FileDialog(text.getShell(), SWT.OPEN).open();
        if (path != null) {
            text.setText(text.getText().isBlank() ? path : text.getText().strip() + "\n" + path);
        }
    }

    private void filled(ImportOption option, Runnable fill) {
        refreshing.put(option.name(), fill);
        fill.run();
    }

    private void say(ImportOption option, Supplier<List<String>> values) {
        if (!filling) {
            draft.set(option, values.get());
            changed.run();
        }
    }

    /** How a value is written; a single word says no more than the name of the field. */
    private static String form(ImportOption option) {
        boolean made = !option.label().matches("[A-Z]*");
        String several = option.type().several() ? made ? ", one a line: " : "One a line: " : made ? ": " : "";
        return (made ? option.label() : "") + several;
    }

    /** What an option does is told below the fields, as a tip, and to those who can't see it. */
    private void describe(Control field, ImportOption option) {
        String usual = option.fallback().isEmpty() ? "" : " Usual: " + option.fallback() + ".";
        String words = ImportWords.inWindow(form(option) + option.description() + usual, draft.kind().orElseThrow().options());
        field.setToolTipText(words);
        field.addListener(SWT.FocusIn, event -> {
            about.accept(words);
            scrolled.showControl(field);
        });
        field.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = ImportWords.label(option.name());
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = words;
            }
        });
    }
}
