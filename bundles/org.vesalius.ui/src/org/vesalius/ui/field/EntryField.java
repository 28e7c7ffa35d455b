// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.field;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.vesalius.network.meta.ValueText;

/**
 * A value that is typed: a number, a size such as 3×3, a shape, or text. Enter or leaving the field completes it, arrow
 * up and down count, and Escape brings back the value of the model. An entry that can't be taken stays, and what is
 * wrong with it stands below it, until it is mended.
 */
public final class EntryField extends AttributeField {
    private static final int PARAGRAPH_HEIGHT = 96;
    private static final int MESSAGE_WIDTH = 140;

    private Function<String, Optional<String>> rule;
    private final boolean paragraph;
    private Text text;
    private Label unit;
    private Label message;
    private boolean typing;
    private boolean filling;

    private EntryField(SharedAttribute attribute, ModelEdits edits, Function<String, Optional<String>> rule,
            boolean paragraph) {
        super(attribute, edits);
        this.rule = Objects.requireNonNull(rule);
        this.paragraph = paragraph;
    }

    /**
     * Returns a field of one line.
     *
     * @param rule says what is wrong with what was typed, beyond the limits of the metamodel
     */
    public static EntryField line(SharedAttribute attribute, ModelEdits edits,
            Function<String, Optional<String>> rule) {
        return new EntryField(attribute, edits, rule, false);
    }

    /** Returns a field for text of several lines. */
    public static EntryField paragraph(SharedAttribute attribute, ModelEdits edits) {
        return new EntryField(attribute, edits, typed -> Optional.empty(), true);
    }

    @Override
    public void create(Composite grid) {
        label(grid);
        boolean hasUnit = !attribute().info().unit().isEmpty() || !attribute().info().zero().isEmpty();
        text = new Text(grid, SWT.BORDER | (paragraph ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.SINGLE));
        text.setToolTipText(WordWrap.tip(documentation()));
        FieldGrid.fill(text, hasUnit ? 1 : FieldGrid.COLUMNS - 1);
        GridData place = (GridData) text.getLayoutData();
        place.heightHint = paragraph ? PARAGRAPH_HEIGHT : SWT.DEFAULT;
        if (hasUnit) {
            unit = FieldGrid.unit(grid, attribute().info().unit());
        }
        createMessage(grid);
        listen();
    }

    private void createMessage(Composite grid) {
        message = new Label(grid, SWT.WRAP);
        message.setData(FieldGrid.COLUMNS);
        GridDataFactory.fillDefaults().grab(true, false).hint(MESSAGE_WIDTH, SWT.DEFAULT).span(FieldGrid.COLUMNS, 1)
                .exclude(true).applyTo(message);
        message.setVisible(false);
    }

    private void listen() {
        text.addListener(SWT.Modify, event -> typed());
        text.addListener(SWT.DefaultSelection, event -> finish());
        text.addListener(SWT.FocusOut, event -> finish());
        text.addListener(SWT.KeyDown, this::key);
        text.addListener(SWT.Dispose, event -> edits().ended(this));
    }

    /** Where 0 is no quantity, what it stands for is said in place of the unit. */
    private void sayWhatZeroIs() {
        if (unit == null || attribute().info().zero().isEmpty()) {
            return;
        }
        String said = text.getText().strip().equals("0") ? attribute().info().zero() : attribute().info().unit();
        if (!said.equals(unit.getText())) {
            unit.setText(said);
            unit.requestLayout();
        }
    }

    private void typed() {
        sayWhatZeroIs();
        if (filling) {
            return;
        }
        typing = true;
        edits().typing(this);
        Optional<String> fault = fault();
        fault.ifPresentOrElse(words -> edits().refuse(attribute(), text.getText(), words),
                () -> edits().forget(attribute()));
        show(fault);
        if (edits().isWhileTyping() && fault.isEmpty()) {
            take();
        }
    }

    private Optional<String> fault() {
        String typed = text.getText();
        return isUntouched() ? Optional.empty()
                : attribute().fault(typed).map(fault -> attribute().info().label() + ": " + fault)
                        .or(() -> rule.apply(typed.strip()));
    }

    /** Objects with different values show an empty field; nothing is to be changed then. */
    private boolean isUntouched() {
        return attribute().isMixed() && text.getText().isEmpty();
    }

    private void take() {
        if (!isUntouched()) {
            commit(attribute().parse(text.getText().strip()));
        }
    }

    private void show(Optional<String> fault) {
        message.setText(fault.map(words -> "\u26A0 " + words.replace("&", "&&")).orElse(""));
        GridData place = (GridData) message.getLayoutData();
        if (place.exclude == fault.isPresent()) {
            place.exclude = fault.isEmpty();
            message.setVisible(fault.isPresent());
            message.requestLayout();
        }
    }

    @Override
    public void finish() {
        if (typing) {
            typing = false;
            if (fault().isEmpty()) {
                take();
            }
            edits().ended(this);
            refresh();
        }
    }

    @Override
    public void takeOver(Field other) {
        super.takeOver(other);
        rule = ((EntryField) other).rule;
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ESC) {
            typing = false;
            edits().forget(attribute());
            edits().ended(this);
            refresh();
            text.selectAll();
        } else if (!paragraph && (event.keyCode == SWT.ARROW_UP || event.keyCode == SWT.ARROW_DOWN)) {
            count(event.keyCode == SWT.ARROW_UP ? 1 : -1);
            event.doit = false;
        }
    }

    private void count(int step) {
        if (attribute().attribute().getEAttributeType() != EcorePackage.Literals.EINT || fault().isPresent()
                || text.getText().isBlank()) {
            return;
        }
        String next = Long.toString(Long.parseLong(text.getText().strip()) + step);
        if (attribute().fault(next).isEmpty()) {
            text.setText(next);
            text.selectAll();
        }
    }

    @Override
    public void refresh() {
        if (typing) {
            return;
        }
        boolean mixed = attribute().isMixed();
        Optional<String> refused = edits().refused(attribute());
        String shown = refused.orElseGet(() -> mixed ? "" : ValueText.of(attribute().value()));
        filling = true;
        text.setMessage(mixed ? attribute().mixedText() : "");
        if (!shown.equals(text.getText())) {
            text.setText(shown);
        }
        filling = false;
        show(refused.flatMap(entry -> fault()));
    }
}
