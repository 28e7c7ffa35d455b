// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.compare;

import java.awt.image.BufferedImage;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.vesalius.network.Network;
import org.vesalius.network.diagram.render.DiagramPalette;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.ui.command.EditCommand;
import org.vesalius.ui.chart.ImageTransfer;
import org.vesalius.ui.theme.ThemeMonitor;
import org.vesalius.ui.thread.WhileOpen;

/** The list of differences above, both drawings below; one difference after the other can be taken over, and back. */
final class ComparePane {
    private static final String[] COLUMNS = {"Difference", "What", "Left", "Right"};
    private static final int[] WIDTHS = {150, 260, 240, 240};

    private final Network left;
    private final Network right;
    private final LayerCatalog catalog;
    private final Runnable changed;
    private final DiagramPalette palette;
    private final CommandStack stack = new CommandStack();
    private final Composite pane;
    private Label count;
    private Button take;
    private Button undo;
    private Table table;
    private Label leftPicture;
    private Label rightPicture;
    private Comparison shown;

    /** @param changed hears that the left network is another one now */
    ComparePane(Composite parent, LayerCatalog catalog, Network left, Network right, String leftName, String rightName,
            Runnable changed) {
        this.catalog = Objects.requireNonNull(catalog);
        this.left = Objects.requireNonNull(left);
        this.right = Objects.requireNonNull(right);
        this.changed = Objects.requireNonNull(changed);
        try (ThemeMonitor theme = new ThemeMonitor(brightness -> {})) {
            palette = theme.brightness().choose(DiagramPalette.light(), DiagramPalette.dark());
        }
        pane = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(pane);
        createBar();
        SashForm sash = new SashForm(pane, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        createTable(sash);
        SashForm pictures = new SashForm(sash, SWT.HORIZONTAL);
        leftPicture = picture(pictures, "Left: " + leftName);
        rightPicture = picture(pictures, "Right: " + rightName);
        sash.setWeights(40, 60);
        compare();
    }

    private void createBar() {
        Composite bar = new Composite(pane, SWT.NONE);
        RowLayoutFactory.fillDefaults().center(true).margins(6, 4).spacing(8).applyTo(bar);
        take = button(bar, "Take from Right", this::takeSelected);
        undo = button(bar, "Undo", this::undo);
        count = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
    }

    private static Button button(Composite bar, String label, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void createTable(Composite parent) {
        table = new Table(parent, SWT.BORDER | SWT.MULTI | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        for (int i = 0; i < COLUMNS.length; i++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(COLUMNS[i]);
            column.setWidth(WIDTHS[i]);
        }
        table.addListener(SWT.Selection, event -> enable());
        table.addListener(SWT.DefaultSelection, event -> takeSelected());
    }

    private static Label picture(Composite parent, String title) {
        Composite side = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(side);
        Label name = new Label(side, SWT.NONE);
        name.setText(title.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 0).applyTo(name);
        ScrolledComposite scroller = new ScrolledComposite(side, SWT.H_SCROLL | SWT.V_SCROLL | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(scroller);
        Label picture = new Label(scroller, SWT.NONE);
        scroller.setContent(picture);
        picture.addListener(SWT.Dispose, event -> forget(picture));
        return picture;
    }

    private static void forget(Label picture) {
        Image image = picture.getImage();
        if (image != null) {
            image.dispose();
        }
    }

    /** Compares off the UI thread; nothing can be taken over until that is done. */
    private void compare() {
        shown = null;
        enable();
        Executor uiThread = WhileOpen.of(pane);
        Job.createSystem("Compare networks", (ICoreRunnable) monitor -> {
            Comparison comparison = Comparison.of(left, right, catalog, palette);
            uiThread.execute(() -> show(comparison));
        }).schedule();
    }

    private void show(Comparison comparison) {
        shown = comparison;
        table.removeAll();
        for (Difference difference : comparison.differences()) {
            new TableItem(table, SWT.NONE).setText(new String[] {difference.kind().label(), difference.what(),
                difference.left(), difference.right()});
        }
        int size = comparison.differences().size();
        count.setText(size == 0 ? "No differences" : size == 1 ? "1 difference" : size + " differences");
        count.requestLayout();
        show(leftPicture, comparison.left());
        show(rightPicture, comparison.right());
        table.select(0);
        enable();
    }

    private static void show(Label picture, Optional<BufferedImage> drawing) {
        forget(picture);
        picture.setImage(drawing.map(ImageTransfer::toImageData).map(data -> new Image(picture.getDisplay(), data))
                .orElse(null));
        picture.pack();
    }

    private void enable() {
        take.setEnabled(shown != null && table.getSelectionCount() == 1);
        undo.setEnabled(shown != null && stack.canUndo());
    }

    private void takeSelected() {
        int index = table.getSelectionIndex();
        if (shown != null && index >= 0) {
            Difference difference = shown.differences().get(index);
            stack.execute(EditCommand.of("Take " + difference.what(), left, difference.take()));
            changed.run();
            compare();
        }
    }

    private void undo() {
        stack.undo();
        changed.run();
        compare();
    }

    Control control() {
        return pane;
    }
}
