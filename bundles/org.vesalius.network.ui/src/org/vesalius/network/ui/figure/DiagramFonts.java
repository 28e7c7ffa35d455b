// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;

/** The fonts of one canvas, made from the font of dialogs. Close it with the editor, on the UI thread. */
public final class DiagramFonts implements AutoCloseable {
    private final LocalResourceManager fonts = new LocalResourceManager(JFaceResources.getResources());
    private final Font name;
    private final Font small;
    private final Font tiny;
    private final Font big;

    /** Makes the fonts. */
    public DiagramFonts() {
        FontDescriptor base = JFaceResources.getDialogFontDescriptor();
        name = fonts.create(base.withStyle(SWT.BOLD));
        small = fonts.create(base.increaseHeight(-1));
        tiny = fonts.create(base.increaseHeight(-2));
        big = fonts.create(base.withStyle(SWT.BOLD).increaseHeight(base.getFontData()[0].getHeight() * 2 / 3));
    }

    /** Returns the font of a layer's name. */
    public Font name() {
        return name;
    }

    /** Returns the font of everything else. */
    public Font small() {
        return small;
    }

    /** Returns the font of the numbers of inputs. */
    public Font tiny() {
        return tiny;
    }

    /** Returns the font of a layer's name where it is shown at half size. */
    public Font big() {
        return big;
    }

    @Override
    public void close() {
        fonts.dispose();
    }
}
