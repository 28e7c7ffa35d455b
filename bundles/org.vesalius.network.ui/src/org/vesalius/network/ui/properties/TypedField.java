// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.gef.commands.Command;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.vesalius.network.meta.ValueText;

/**
 * A value that is typed: a number, a size such as 3×3, a shape, or text. Enter or leaving the field takes it, Escape
 * brings the former value back, and arrow up and down count. What is wrong with it stands below it while it is typed.
 */
final class TypedField extends AttributeField {
    /** Says that the metamodel's own limits are all there is. */
    static final Function<String, Optional<String>> NO_RULE = typed -> Optional.empty();

    private static final int PARAGRAPH_HEIGHT = 96;

    private final Function<String, Optional<String>> rule;
    private final boolean paragraph;
    private Text text;
    private Label message;
    private boolean typing;

    /** @param rule says what is wrong with what was typed, beyond the limits of the metamodel */
    TypedField(SharedAttribute attribute, Consumer<Command> commands, Function<String, Optional<String>> rule) {
        this(attribute, commands, rule, false);
    }

    private TypedField(SharedAttribute attribute, Consumer<Command> commands, Function<String, Optional<String>> rule,
            boolean paragraph) {
        super(attribute, commands);
        this.rule = rule;
        this.paragraph = paragraph;
    }

    /** Returns a field for text of several lines. */
    static TypedField paragraph(SharedAttribute attribute, Consumer<Command> commands) {
        return new TypedField(attribute, commands, NO_RULE, true);
    }

    @Override
    public void create(Composite grid) {
        label(grid);
        String unit = attribute().info().unit();
        text = new Text(grid, SWT.BORDER | (paragraph ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.SINGLE));
        text.setToolTipText(FieldGrid.tip(documentation()));
        FieldGrid.fill(text, unit.isEmpty() ? FieldGrid.COLUMNS - 1 : 1);
        if (paragraph) {
            ((GridData) text.getLayoutData()).heightHint = PARAGRAPH_HEIGHT;
        }
        if (!unit.isEmpty()) {
            new Label(grid, SWT.NONE).setText(unit);
        }
        createMessage(grid);
        text.addListener(SWT.Modify, event -> validate());
        text.addListener(SWT.DefaultSelection, event -> finish());
        text.addListener(SWT.FocusOut, event -> finish());
        text.addListener(SWT.KeyDown, this::key);
    }

    private void createMessage(Composite grid) {
        new Label(grid, SWT.NONE).setLayoutData(GridDataFactory.swtDefaults().exclude(true).create());
        message = new Label(grid, SWT.WRAP);
        GridDataFactory.fillDefaults().span(FieldGrid.COLUMNS, 1).exclude(true).applyTo(message);
        message.setVisible(false);
    }

    private void validate() {
        typing = text.isFocusControl();
        show(typing ? fault() : Optional.empty());
    }

    private Optional<String> fault() {
        String typed = text.getText();
        if (attribute().isMixed() && typed.isEmpty()) {
            return Optional.empty();
        }
        return attribute().fault(typed).map(fault -> attribute().info().label() + ": " + fault)
                .or(() -> rule.apply(typed.strip()));
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
        if (!typing) {
            return;
        }
        typing = false;
        boolean untouched = attribute().isMixed() && text.getText().isEmpty();
        if (!untouched && fault().isEmpty()) {
            commit(attribute().parse(text.getText().strip()));
        }
        refresh();
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ESC) {
            typing = false;
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
        String next = Integer.toString(Integer.parseInt(text.getText().strip()) + step);
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
        String shown = mixed ? "" : ValueText.of(attribute().value());
        text.setMessage(mixed ? attribute().mixedText() : "");
        if (!shown.equals(text.getText())) {
            text.setText(shown);
        }
        typing = false;
        show(Optional.empty());
    }
}
