// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.find;

import java.util.List;
import java.util.Objects;

import org.eclipse.gef.GraphicalViewer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;
import org.vesalius.network.ui.design.OpenDesign;
import org.vesalius.network.ui.design.SelectedLayers;

/**
 * The line below the canvas in which layers are looked for. All that were found are marked; Enter and F3 go from one to
 * the next, Shift with them back, Escape closes the line.
 */
public final class FindBar {
    private static final int PAUSE_MILLIS = 200;
    private static final int TEXT_WIDTH = 240;
    private static final int COUNT_WIDTH = 110;

    private final OpenDesign design;
    private final GraphicalViewer viewer;
    private final HitMarks marks;
    private final Composite bar;
    private Text text;
    private Label count;
    private List<Layer> hits = List.of();
    private int current = -1;
    private int requests;

    /** @param parent gets the bar as its last child, in a grid; hidden until it is opened */
    public FindBar(Composite parent, OpenDesign design, GraphicalViewer viewer) {
        this.design = Objects.requireNonNull(design);
        this.viewer = Objects.requireNonNull(viewer);
        this.marks = new HitMarks(viewer);
        bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).margins(8, 4).spacing(6, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(bar);
        bar.setVisible(false);
        createText();
        count = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().hint(COUNT_WIDTH, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(count);
        button("Next", "The next one (F3)", () -> step(1));
        button("Previous", "Previous (Shift+F3)", () -> step(-1));
        button("Close", "Close (Escape)", this::close);
        design.addAnalysisListener(this::changed);
    }

    private void createText() {
        new Label(bar, SWT.NONE).setText("Find:");
        text = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        text.setMessage("name, type, or attribute=value");
        text.setToolTipText("Part of a name or type, or the value of an attribute, such as filters=64");
        GridDataFactory.fillDefaults().hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.Modify, event -> searchSoon());
        text.addListener(SWT.KeyDown, this::key);
    }

    private void button(String label, String tip, Runnable action) {
        Button button = new Button(bar, SWT.PUSH | SWT.FLAT);
        button.setText(label);
        button.setToolTipText(tip);
        button.addListener(SWT.Selection, event -> action.run());
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ESC) {
            event.doit = false;
            close();
        } else if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            event.doit = false;
            search();
            step((event.stateMask & SWT.SHIFT) == 0 ? 1 : -1);
        }
    }

    /** Opens the line, ready to type. */
    public void open() {
        if (design.network() == null) {
            return;
        }
        show(true);
        text.setFocus();
        text.selectAll();
        search();
    }

    /** Closes the line and takes the marks away. */
    public void close() {
        marks.show(List.of());
        hits = List.of();
        show(false);
        viewer.getControl().setFocus();
    }

    private void show(boolean visible) {
        ((GridData) bar.getLayoutData()).exclude = !visible;
        bar.setVisible(visible);
        bar.getParent().layout();
    }

    private void searchSoon() {
        int request = ++requests;
        bar.getDisplay().timerExec(PAUSE_MILLIS, () -> {
            if (request == requests && !bar.isDisposed() && bar.isVisible()) {
                search();
                reveal(current);
            }
        });
    }

    /** The network is another one now, and so may be what is found in it. */
    private void changed(AnalysisSnapshot snapshot) {
        if (!bar.isDisposed() && bar.isVisible()) {
            search();
        }
    }

    private void search() {
        requests++;
        Network network = design.network();
        hits = network == null ? List.of() : LayerQuery.parse(text.getText()).in(network);
        current = start();
        marks.show(hits);
        tell();
    }

    /** The search begins at the selected layer if that is a hit, else at the first hit. */
    private int start() {
        List<Layer> selected = SelectedLayers.of(viewer.getSelection());
        int index = selected.size() == 1 ? hits.indexOf(selected.get(0)) : -1;
        return hits.isEmpty() ? -1 : Math.max(0, index);
    }

    /** Goes to another hit, from the last to the first; opens the line if it is closed. */
    public void step(int direction) {
        if (!bar.isVisible()) {
            open();
        } else if (!hits.isEmpty()) {
            boolean shown = SelectedLayers.of(viewer.getSelection()).contains(hits.get(current));
            reveal(shown ? Math.floorMod(current + direction, hits.size()) : current);
        }
    }

    private void reveal(int index) {
        if (index >= 0 && index < hits.size()) {
            current = index;
            design.reveal(hits.get(index).getId());
            marks.show(hits);
            tell();
        }
    }

    private void tell() {
        boolean nothing = text.getText().isBlank();
        count.setText(nothing ? "" : hits.isEmpty() ? "No layer found" : (current + 1) + " of " + hits.size());
    }
}
