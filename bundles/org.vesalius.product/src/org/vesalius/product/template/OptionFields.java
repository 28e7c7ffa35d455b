// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.template;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.meta.AttributeText;
import org.vesalius.network.shape.Shape;

/** The fields for what can be set before a network is made; what a template has no use for is greyed. */
final class OptionFields {
    private static final int MOST_CLASSES = 100_000;
    private static final int SHAPE_WIDTH = 120;

    private final Composite area;
    private final Text shape;
    private final Spinner classes;
    private final AttributeText shapes = new AttributeText(NetworkPackage.Literals.INPUT__SHAPE);
    private final Runnable changed;
    private boolean showing;

    /** @param changed hears that something else was entered */
    OptionFields(Composite parent, Runnable changed) {
        this.changed = Objects.requireNonNull(changed);
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 0).applyTo(area);
        new Label(area, SWT.NONE).setText("&Input size:");
        shape = new Text(area, SWT.BORDER);
        shape.setToolTipText("Shape of one sample: height×width×channels of an image, steps×features of a sequence");
        GridDataFactory.fillDefaults().hint(SHAPE_WIDTH, SWT.DEFAULT).applyTo(shape);
        new Label(area, SWT.NONE).setText("&Classes:");
        classes = new Spinner(area, SWT.BORDER);
        classes.setValues(2, 2, MOST_CLASSES, 0, 1, 10);
        classes.setToolTipText("How many classes the network tells apart; 2 for yes or no");
        shape.addListener(SWT.Modify, event -> entered());
        classes.addListener(SWT.Modify, event -> entered());
    }

    private void entered() {
        if (!showing) {
            changed.run();
        }
    }

    /** Shows what can be set. */
    void show(TemplateOptions options) {
        showing = true;
        shape.setText(options.input().map(Shape::display).orElse(""));
        shape.setEnabled(options.input().isPresent());
        classes.setSelection(options.classes().orElse(2));
        classes.setEnabled(options.classes().isPresent());
        showing = false;
    }

    /** Says what is wrong with what was entered; empty where nothing is. */
    Optional<String> fault() {
        return shape.getEnabled() ? shapes.fault(shape.getText()).map(fault -> "Input size: " + fault) : Optional.empty();
    }

    /** Returns what was entered, where {@link #fault} finds nothing. */
    TemplateOptions options() {
        return new TemplateOptions(
                shape.getEnabled() ? Optional.of((Shape) shapes.parse(shape.getText())) : Optional.empty(),
                classes.getEnabled() ? OptionalInt.of(classes.getSelection()) : OptionalInt.empty());
    }

    Control control() {
        return area;
    }
}
