// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.add;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.vesalius.network.meta.LayerInfo;

/**
 * A small window that asks for a layer type: what is typed filters the list, Enter takes the chosen type. The canvas keeps
 * the keyboard and hands on its keys, since keys that come while the keyboard goes from one window to another are lost.
 */
public final class AddLayerPopup extends PopupDialog {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 320;
    private static final int PAGE = 8;

    private final LayerSearch search;
    private final Function<EClass, Image> icons;
    private final Consumer<EClass> chosen;
    private final Point place;
    private String begin = "";
    private Text text;
    private Table table;
    private List<EClass> found = List.of();

    /**
     * @param types the layer types to choose from
     * @param icons the icon of a type
     * @param place where on the screen the window opens
     * @param chosen hears the type when the window is gone
     */
    public AddLayerPopup(Shell parent, List<EClass> types, Function<EClass, Image> icons, Point place,
            Consumer<EClass> chosen) {
        super(parent, PopupDialog.HOVER_SHELLSTYLE, false, false, false, false, false, null,
                "Enter adds the layer and connects it");
        this.search = new LayerSearch(types);
        this.icons = Objects.requireNonNull(icons);
        this.place = Objects.requireNonNull(place);
        this.chosen = Objects.requireNonNull(chosen);
    }

    /** Opens the window with a text in its field. */
    public void open(String typed) {
        begin = typed;
        open();
        text.setSelection(typed.length());
    }

    /** Takes a key that the canvas got; tells whether the window goes on. */
    public boolean key(int code, char character) {
        switch (code) {
            case SWT.CR, SWT.KEYPAD_CR -> choose();
            case SWT.BS -> text.setText(text.getText().substring(0, Math.max(0, text.getText().length() - 1)));
            case SWT.ARROW_DOWN -> step(1);
            case SWT.ARROW_UP -> step(-1);
            case SWT.PAGE_DOWN -> step(PAGE);
            case SWT.PAGE_UP -> step(-PAGE);
            default -> append(character);
        }
        return isOpen();
    }

    private void append(char character) {
        if (!Character.isISOControl(character)) {
            text.setText(text.getText() + character);
            text.setSelection(text.getText().length());
        }
    }

    /** Tells whether the window is there. */
    public boolean isOpen() {
        return getShell() != null && !getShell().isDisposed();
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().margins(4, 4).spacing(0, 4).applyTo(area);
        text = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH);
        text.setMessage("Add a layer: type its name");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        table = new Table(area, SWT.SINGLE | SWT.V_SCROLL | SWT.FULL_SELECTION);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        text.setText(begin);
        text.addListener(SWT.Modify, event -> filter());
        table.addListener(SWT.DefaultSelection, event -> choose());
        table.addListener(SWT.MouseUp, event -> choose());
        filter();
        return area;
    }

    private void filter() {
        found = search.find(text.getText());
        table.setRedraw(false);
        table.removeAll();
        for (EClass type : found) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setImage(icons.apply(type));
            LayerInfo info = LayerInfo.of(type);
            item.setText(info.label() + "  –  " + info.category());
        }
        if (!found.isEmpty()) {
            table.setSelection(0);
        }
        table.setRedraw(true);
    }

    private void step(int rows) {
        if (!found.isEmpty()) {
            table.setSelection(Math.max(0, Math.min(found.size() - 1, table.getSelectionIndex() + rows)));
        }
    }

    private void choose() {
        int row = table.getSelectionIndex();
        if (row >= 0 && row < found.size()) {
            EClass type = found.get(row);
            close();
            chosen.accept(type);
        }
    }

    @Override
    protected Point getInitialSize() {
        return new Point(WIDTH, HEIGHT);
    }

    @Override
    protected Point getInitialLocation(Point size) {
        return place;
    }
}
