// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.text;

import java.util.Map;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;
import org.vesalius.ui.text.LineColouring.Hue;
import org.vesalius.ui.theme.ThemeMonitor;

/** The platform's text editor with colours for JSON, tables and logs. */
public final class DataTextEditor extends TextEditor {

    private static final Map<Hue, Color> LIGHT = Map.of(Hue.NAME, new Color(0x0b, 0x62, 0xa8), Hue.TEXT,
            new Color(0x2e, 0x7d, 0x32), Hue.NUMBER, new Color(0x8e, 0x24, 0xaa), Hue.WORD, new Color(0xb0, 0x54, 0x00),
            Hue.FAINT, new Color(0x75, 0x75, 0x75), Hue.WARNING, new Color(0xb0, 0x54, 0x00), Hue.ERROR,
            new Color(0xc6, 0x28, 0x28));
    private static final Map<Hue, Color> DARK = Map.of(Hue.NAME, new Color(0x6c, 0xb8, 0xff), Hue.TEXT,
            new Color(0x9c, 0xcc, 0x8f), Hue.NUMBER, new Color(0xd0, 0xa6, 0xe8), Hue.WORD, new Color(0xff, 0xae, 0x57),
            Hue.FAINT, new Color(0x9e, 0x9e, 0x9e), Hue.WARNING, new Color(0xff, 0xae, 0x57), Hue.ERROR,
            new Color(0xff, 0x7b, 0x72));

    private ThemeMonitor theme;

    @Override
    public void createPartControl(Composite parent) {
        theme = new ThemeMonitor(brightness -> colourAgain());
        setSourceViewerConfiguration(new Coloured());
        super.createPartControl(parent);
    }

    private void colourAgain() {
        if (getSourceViewer() != null) {
            getSourceViewer().invalidateTextPresentation();
        }
    }

    private TextAttribute attribute(Hue hue) {
        return new TextAttribute(theme.brightness().choose(LIGHT, DARK).get(hue));
    }

    @Override
    public void dispose() {
        if (theme != null) {
            theme.close();
        }
        super.dispose();
    }

    /** Colours by the kind of the file, which its name tells. */
    private final class Coloured extends TextSourceViewerConfiguration {

        Coloured() {
            super(getPreferenceStore());
        }

        @Override
        public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
            PresentationReconciler reconciler = new PresentationReconciler();
            DefaultDamagerRepairer lines = new DefaultDamagerRepairer(
                    new LineScanner(LineColouring.of(getEditorInput().getName()), DataTextEditor.this::attribute));
            reconciler.setDamager(lines, IDocument.DEFAULT_CONTENT_TYPE);
            reconciler.setRepairer(lines, IDocument.DEFAULT_CONTENT_TYPE);
            return reconciler;
        }
    }
}
