// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.SourceGlance;

/** The kinds of files, each with a picture and a sentence, one of which is chosen. */
final class KindList {

    private static final String BUNDLE = "org.vesalius.experiment.ui";
    private static final int INDENT = 22;

    private final ScrolledComposite scrolled;
    private final LocalResourceManager images;
    private final Map<ImportKind, Button> buttons = new LinkedHashMap<>();
    private final Map<ImportKind, Label> sentences = new LinkedHashMap<>();

    /**
     * @param chosen is told what the user chooses
     */
    KindList(Composite parent, List<ImportKind> kinds, Consumer<ImportKind> chosen) {
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.BORDER);
        images = new LocalResourceManager(JFaceResources.getResources(), scrolled);
        Composite area = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 6).spacing(10, 0).applyTo(area);
        kinds.forEach(kind -> add(area, kind, chosen));
        scrolled.setContent(area);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.addListener(SWT.Resize, event -> fit(area));
        fit(area);
    }

    private void fit(Composite area) {
        int width = scrolled.getClientArea().width;
        scrolled.setMinHeight(area.computeSize(Math.max(width, 300), SWT.DEFAULT).y);
        scrolled.getVerticalBar().setIncrement(20);
    }

    private void add(Composite area, ImportKind kind, Consumer<ImportKind> chosen) {
        Label picture = new Label(area, SWT.NONE);
        picture.setImage(images.create(picture(kind.id())));
        GridDataFactory.swtDefaults().span(1, 2).align(SWT.CENTER, SWT.CENTER).applyTo(picture);
        Button button = new Button(area, SWT.RADIO);
        button.setText(kind.title());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        buttons.put(kind, button);
        Label sentence = new Label(area, SWT.WRAP);
        String description = ImportWords.inWindow(kind.description(), kind.options());
        sentence.setText(firstSentence(description).replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).indent(INDENT, 0).hint(300, SWT.DEFAULT).applyTo(sentence);
        sentence.setToolTipText(description);
        sentences.put(kind, sentence);
        button.setToolTipText(description);
        new Label(area, SWT.NONE).setLayoutData(GridDataFactory.swtDefaults().span(2, 1).hint(0, 6).create());
        button.addListener(SWT.Selection, event -> {
            if (button.getSelection()) {
                chosen.accept(kind);
            }
        });
        button.addListener(SWT.FocusIn, event -> scrolled.showControl(sentence));
        List.of(picture, sentence).forEach(label -> label.addListener(SWT.MouseDown, event -> {
            select(Optional.of(kind));
            chosen.accept(kind);
            button.setFocus();
        }));
    }

    private static String firstSentence(String description) {
        int end = description.indexOf(". ");
        return end < 0 ? description : description.substring(0, end + 1);
    }

    private static ImageDescriptor picture(String kind) {
        return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/import-" + kind + ".png")
                .or(() -> ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/import-files.png")).orElseThrow();
    }

    Control control() {
        return scrolled;
    }

    /** Chooses a kind as if the user had, or none. */
    void select(Optional<ImportKind> kind) {
        buttons.forEach((each, button) -> button.setSelection(kind.filter(chosen -> chosen == each).isPresent()));
        kind.ifPresent(chosen -> {
            scrolled.showControl(buttons.get(chosen));
            scrolled.showControl(sentences.get(chosen));
        });
    }

    /** Says which kinds suit the files. */
    void suiting(Optional<SourceGlance> glance) {
        buttons.forEach((kind, button) -> button.setText(kind.title() + glance.map(kind::fit).map(KindList::words).orElse("")));
    }

    private static String words(ImportKind.Fit fit) {
        return switch (fit) {
            case LIKELY -> "  \u2013  looks like this";
            case POSSIBLE -> "  \u2013  may be";
            case NONE -> "";
        };
    }
}
