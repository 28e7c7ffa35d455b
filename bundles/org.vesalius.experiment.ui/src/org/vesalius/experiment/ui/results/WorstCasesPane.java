// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.results;

import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.ui.results.RunResults.WorstCase;
import org.vesalius.experiment.ui.file.ImageViewer;
import org.vesalius.ui.thread.WhileOpen;

/** Small images of the samples that a model did worst on, each with what it is and what it was taken for. */
final class WorstCasesPane {

    private static final int SIDE = 128;
    private static final int WIDTH = 150;

    private final Composite area;
    private final LocalResourceManager images;
    private final NumberFormat shares = NumberFormat.getPercentInstance();
    private final Map<String, Place> places = new HashMap<>();
    private final Executor uiThread;
    private final Runnable resized;

    WorstCasesPane(Composite parent, RunFolder folder, ExperimentContext context, List<WorstCase> cases,
            Runnable resized) {
        this.resized = resized;
        area = new Composite(parent, SWT.NONE);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.marginLeft = 0;
        layout.spacing = 12;
        area.setLayout(layout);
        images = new LocalResourceManager(JFaceResources.getResources(), area);
        uiThread = WhileOpen.of(area);
        cases.forEach(this::createCase);
        Thumbnails reading = new Thumbnails(folder, context, List.copyOf(places.keySet()), SIDE,
                result -> uiThread.execute(() -> show(result)));
        area.addListener(SWT.Dispose, event -> reading.cancel());
        reading.schedule();
    }

    Composite control() {
        return area;
    }

    private void createCase(WorstCase worst) {
        Composite box = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(box);
        Label image = new Label(box, SWT.CENTER | SWT.WRAP);
        GridDataFactory.swtDefaults().hint(SIDE, SIDE).applyTo(image);
        image.setText("\u2026");
        caption(box, worst.wrong() ? worst.truth() + "\n\u2192 " + worst.taken() : worst.truth() + "\ncorrect");
        caption(box, shares.format(worst.score()) + " for " + worst.truth());
        places.put(worst.sample(), new Place(image, caption(box, worst.sample())));
        String words = "Sample " + worst.sample() + " is " + worst.truth() + (worst.wrong() ? " and was taken for "
                + worst.taken() : ", as it was taken for") + "; the model gave " + worst.truth() + " "
                + shares.format(worst.score()) + ".";
        image.setToolTipText(words);
        image.setData(words);
    }

    private static Label caption(Composite box, String words) {
        Label label = new Label(box, SWT.WRAP);
        label.setText(words.replace("&", "&&"));
        GridDataFactory.swtDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private void show(Thumbnails.Result result) {
        Place place = places.get(result.sample());
        if (result instanceof Thumbnails.Made made) {
            place.image().setText("");
            place.image().setImage(
                    images.create(ImageDescriptor.createFromImageDataProvider(zoom -> zoom == 100 ? made.image() : null)));
            place.origin().setText((made.where() + "\n" + made.sample()).replace("&", "&&"));
            new CaseActions(made.where(), made.file()).addTo(place);
            area.layout(true, true);
            resized.run();
        } else if (result instanceof Thumbnails.Refused refused) {
            place.image().setText(refused.reason());
        } else {
            place.image().setVisible(false);
            ((GridData) place.image().getLayoutData()).exclude = true;
            area.layout(true, true);
            resized.run();
        }
    }

    /** Where a case is shown: its image, and what tells which it is. */
    private record Place(Label image, Label origin) {
    }

    /** What can be done with the image of a case. */
    private record CaseActions(String where, Optional<Path> file) {

        void addTo(Place place) {
            Menu menu = new Menu(place.image());
            file.ifPresent(found -> {
                item(menu, "Open Image", () -> open(found));
                place.image().addListener(SWT.MouseDoubleClick, event -> open(found));
            });
            item(menu, "Copy Path", () -> copy(place.image().getDisplay()));
            place.image().setMenu(menu);
            place.origin().setMenu(menu);
        }

        private static void item(Menu menu, String words, Runnable action) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(words);
            item.addListener(SWT.Selection, event -> action.run());
        }

        private void copy(Display display) {
            Clipboard clipboard = new Clipboard(display);
            clipboard.setContents(new Object[] {file.map(Path::toString).orElse(where)},
                    new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }

        private static void open(Path image) {
            try {
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().openEditor(
                        new FileStoreEditorInput(EFS.getLocalFileSystem().getStore(image.toUri())), ImageViewer.ID);
            } catch (PartInitException e) {
                StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
            }
        }
    }
}
