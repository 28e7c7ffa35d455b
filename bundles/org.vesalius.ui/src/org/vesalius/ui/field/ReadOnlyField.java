// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.field;

import java.util.Objects;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** Something that can only be read, and copied. */
public final class ReadOnlyField implements Field {
    private final String label;
    private final String documentation;
    private Supplier<String> value;
    private Text text;

    /** @param value asked at each refresh */
    public ReadOnlyField(String label, String documentation, Supplier<String> value) {
        this.label = Objects.requireNonNull(label);
        this.documentation = Objects.requireNonNull(documentation);
        this.value = Objects.requireNonNull(value);
    }

    @Override
    public String id() {
        return "read-only:" + label;
    }

    @Override
    public void create(Composite grid) {
        FieldGrid.label(grid, label + ":", documentation);
        text = new Text(grid, SWT.READ_ONLY | SWT.SINGLE);
        text.setBackground(grid.getBackground());
        FieldGrid.fill(text, FieldGrid.COLUMNS - 1);
    }

    @Override
    public void refresh() {
        String shown = value.get();
        if (!shown.equals(text.getText())) {
            text.setText(shown);
            text.setToolTipText(WordWrap.tip(shown));
        }
    }

    @Override
    public void takeOver(Field other) {
        value = ((ReadOnlyField) other).value;
    }
}
