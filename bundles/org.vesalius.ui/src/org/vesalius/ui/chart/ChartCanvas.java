// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.chart;

import java.awt.Color;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.vesalius.ui.thread.WhileOpen;

/**
 * Shows one chart. Snapshots come in at any rate; the chart is painted in a background job at most ten times a second,
 * and the UI thread only copies the finished picture. Moving the mouse over the plot reads values off the curves.
 */
public final class ChartCanvas extends Canvas {

    private static final long MILLIS_BETWEEN_PAINTS = 100;

    /** What the job needs to know of the control, which it must not touch. */
    private record Frame(ChartContent content, ChartLook look, Point size, double scale) {
    }

    private final AtomicReference<Frame> wanted = new AtomicReference<>();
    private final Job painting = new PaintJob();
    private final Executor uiThread;
    private ChartContent content;
    private PaintedChart painted;
    private Image image;
    private int pointer = -1;

    /** Creates an empty chart below {@code parent}. */
    public ChartCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        uiThread = WhileOpen.of(this);
        painting.setSystem(true);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.Resize, event -> requestPaint());
        addListener(SWT.MouseMove, event -> point(event.x));
        addListener(SWT.MouseExit, event -> point(-1));
        addListener(SWT.Dispose, event -> release());
        getAccessible().addAccessibleListener(new ChartDescription(() -> content));
    }

    /** Shows a snapshot; call on the UI thread, as often as you like. */
    public void show(ChartContent newContent) {
        checkWidget();
        content = newContent;
        requestPaint();
    }

    /** Returns the snapshot given last, or null before the first. */
    public ChartContent shown() {
        return content;
    }

    /** Returns the picture on the screen, or null before the first is done. */
    public PaintedChart painted() {
        return painted;
    }

    @Override
    public void setBackground(org.eclipse.swt.graphics.Color color) {
        super.setBackground(color);
        requestPaint();
    }

    @Override
    public void setForeground(org.eclipse.swt.graphics.Color color) {
        super.setForeground(color);
        requestPaint();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 320 : widthHint, heightHint == SWT.DEFAULT ? 200 : heightHint);
    }

    private void requestPaint() {
        Point size = getSize();
        if (content == null || size.x < 1 || size.y < 1) {
            return;
        }
        wanted.set(new Frame(content, look(), size, getMonitor().getZoom() / 100.0));
        painting.schedule(painted == null ? 0 : MILLIS_BETWEEN_PAINTS);
    }

    private ChartLook look() {
        return new ChartLook(awt(getBackground().getRGB()), awt(getForeground().getRGB()), fontPixels());
    }

    /** AWT measures type in points of 1/72 inch on a 72 dpi page: pixels, that is. */
    private float fontPixels() {
        return getFont().getFontData()[0].getHeight() * getDisplay().getDPI().y / 72f;
    }

    private static Color awt(RGB rgb) {
        return new Color(rgb.red, rgb.green, rgb.blue);
    }

    private void point(int position) {
        pointer = position;
        redraw();
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.fillRectangle(area);
        if (image == null) {
            return;
        }
        drawImage(gc, area);
        if (pointer >= 0) {
            new ChartReadout(painted).paint(gc, pointer);
        }
    }

    /** Until the picture for a new size is there, the old one is fitted in: its legend would else be cut off. */
    private void drawImage(GC gc, Rectangle area) {
        Rectangle bounds = image.getBounds();
        if (bounds.width == area.width && bounds.height == area.height) {
            gc.drawImage(image, 0, 0);
        } else {
            gc.drawImage(image, 0, 0, bounds.width, bounds.height, 0, 0, area.width, area.height);
        }
    }

    private void install(PaintedChart chart, ImageData data, int zoom) {
        release();
        painted = chart;
        image = new Image(getDisplay(), (ImageDataProvider) wish -> wish == zoom ? data
                : data.scaledTo(data.width * wish / zoom, data.height * wish / zoom));
        redraw();
    }

    private void release() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }

    /** Paints the frame asked for last. */
    private final class PaintJob extends Job {

        PaintJob() {
            super("Paint chart");
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            Frame frame = wanted.getAndSet(null);
            if (frame == null) {
                return Status.OK_STATUS;
            }
            PaintedChart chart = new ChartPainter(frame.look())
                    .paint(frame.content(), frame.size().x, frame.size().y, frame.scale());
            ImageData data = ImageTransfer.toImageData(chart.image());
            uiThread.execute(() -> install(chart, data, (int) Math.round(frame.scale() * 100)));
            return Status.OK_STATUS;
        }
    }
}
