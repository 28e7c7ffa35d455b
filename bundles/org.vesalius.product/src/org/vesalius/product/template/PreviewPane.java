// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.template;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.vesalius.network.diagram.render.DiagramPalette;

/** The picture of a draft; a tall one scrolls. */
final class PreviewPane {
    private final ScrolledComposite scroller;
    private final Canvas canvas;
    private Image picture;

    PreviewPane(Composite parent, DiagramPalette palette) {
        scroller = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        canvas = new Canvas(scroller, SWT.DOUBLE_BUFFERED);
        Color background = new Color(palette.canvas() >> 16 & 0xFF, palette.canvas() >> 8 & 0xFF, palette.canvas() & 0xFF);
        canvas.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
        canvas.setBackground(background);
        scroller.setContent(canvas);
        canvas.addListener(SWT.Paint, event -> {
            if (picture != null) {
                event.gc.drawImage(picture, left(), 0);
            }
        });
        scroller.addListener(SWT.Resize, event -> fit());
        scroller.addListener(SWT.Dispose, event -> forget());
    }

    /** Shows a picture, from its upper end; without one, an empty pane. */
    void show(Optional<ImageData> data) {
        forget();
        picture = data.map(known -> new Image(scroller.getDisplay(), known)).orElse(null);
        scroller.setOrigin(0, 0);
        fit();
        canvas.redraw();
    }

    /** Returns how wide a picture may be without scrolling. */
    int width() {
        return Math.max(1, scroller.getClientArea().width - scroller.getVerticalBar().getSize().x);
    }

    private int left() {
        return Math.max(0, (canvas.getClientArea().width - picture.getBounds().width) / 2);
    }

    private void fit() {
        Rectangle room = scroller.getClientArea();
        Rectangle needed = picture == null ? new Rectangle(0, 0, 0, 0) : picture.getBounds();
        canvas.setSize(Math.max(room.width, needed.width), Math.max(room.height, needed.height));
    }

    private void forget() {
        if (picture != null) {
            picture.dispose();
            picture = null;
        }
    }

    Control control() {
        return scroller;
    }
}
