// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PartInitException;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.pixel.PixelImage;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ImageFileReader;
import org.vesalius.dataset.reader.PictureReader;
import org.vesalius.ui.thread.WhileOpen;

/** Shows an image as a network gets to see it: read by the reader of data sets, turned upright, as large as fits. */
public final class ImageViewer extends ReadOnlyEditor {

    /** Identifier of the editor. */
    public static final String ID = "org.vesalius.experiment.ui.image";

    private static final int LONGEST_SIDE = 4096;

    private Label words;
    private Canvas canvas;
    private Image image;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof IURIEditorInput file) || file.getURI() == null
                || !"file".equals(file.getURI().getScheme())) {
            throw new PartInitException("The image has to lie on this computer.");
        }
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(6, 6).applyTo(area);
        words = new Label(area, SWT.WRAP);
        words.setText("Reading\u2026");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
        canvas = new Canvas(area, SWT.DOUBLE_BUFFERED);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
        canvas.addPaintListener(event -> paint(event.gc));
        canvas.addListener(SWT.Resize, event -> canvas.redraw());
        canvas.addListener(SWT.Dispose, event -> Optional.ofNullable(image).ifPresent(Image::dispose));
        read(Path.of(((IURIEditorInput) getEditorInput()).getURI()));
    }

    private void read(Path file) {
        Executor uiThread = WhileOpen.of(canvas);
        ICoreRunnable read = monitor -> {
            try {
                PixelImage pixels = new PictureReader(new ImageFileReader()).read(file.getParent(),
                        file.getFileName().toString(), Map.of());
                ImageData fitted = SmallImage.of(pixels, LONGEST_SIDE);
                uiThread.execute(() -> show(fitted, words(pixels)));
            } catch (IOException | ReportedException e) {
                String reason = e instanceof UnreadableImageException ? " " : " can't be read: ";
                uiThread.execute(() -> words.setText("This image" + reason + e.getMessage().replace("&", "&&")));
            }
        };
        Job.create("Read an image", read).schedule();
    }

    private static String words(PixelImage pixels) {
        return pixels.width() + " \u00d7 " + pixels.height() + " pixels, " + (pixels.channels() == 1 ? "grey" : "colour");
    }

    private void show(ImageData fitted, String facts) {
        image = new Image(canvas.getDisplay(), fitted);
        words.setText(facts);
        canvas.redraw();
    }

    private void paint(GC gc) {
        if (image == null) {
            return;
        }
        Rectangle size = image.getBounds();
        Rectangle room = canvas.getClientArea();
        double scale = Math.min((double) room.width / size.width, (double) room.height / size.height);
        int width = Math.max(1, (int) (size.width * scale));
        int height = Math.max(1, (int) (size.height * scale));
        gc.setInterpolation(scale > 2 ? SWT.NONE : SWT.HIGH);
        gc.drawImage(image, 0, 0, size.width, size.height, (room.width - width) / 2, (room.height - height) / 2, width,
                height);
    }

    @Override
    public void setFocus() {
        canvas.setFocus();
    }
}
