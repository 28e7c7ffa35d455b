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
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.vesalius.network.meta.LayerInfo;

/** A small window that asks for a layer type: what is typed filters the list, Enter takes the chosen type. */
public final class AddLayerPopup extends PopupDialog {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 320;

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
        super(parent, PopupDialog.INFOPOPUPRESIZE_SHELLSTYLE, true, false, false, false, false, null,
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
        text.addListener(SWT.KeyDown, this::steer);
        text.addListener(SWT.DefaultSelection, event -> choose());
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

    /** The arrows move in the list while the text has the keyboard. */
    private void steer(Event event) {
        int step = switch (event.keyCode) {
            case SWT.ARROW_DOWN -> 1;
            case SWT.ARROW_UP -> -1;
            case SWT.PAGE_DOWN -> 8;
            case SWT.PAGE_UP -> -8;
            default -> 0;
        };
        if (step != 0 && !found.isEmpty()) {
            int row = Math.max(0, Math.min(found.size() - 1, table.getSelectionIndex() + step));
            table.setSelection(row);
            event.doit = false;
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
    protected Control getFocusControl() {
        return text;
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
