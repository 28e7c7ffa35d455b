// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;

/** Pictures of the screen, to be looked at by people after the tests. */
public final class Screenshots {
    private static final String FOLDER = "vesalius.screenshots";

    private Screenshots() {
    }

    /** Saves the screen as {@code <name>.png} in the folder that the build names; without one, does nothing. */
    public static void save(String name) {
        String folder = System.getProperty(FOLDER);
        if (folder != null) {
            Ui.run(() -> write(Path.of(folder), name));
        }
    }

    private static void write(Path folder, String name) throws Exception {
        Files.createDirectories(folder);
        Display display = Display.getCurrent();
        Rectangle screen = display.getBounds();
        Image image = new Image(display, screen.width, screen.height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, screen.x, screen.y);
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
