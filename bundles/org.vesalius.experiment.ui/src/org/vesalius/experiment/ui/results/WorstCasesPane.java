// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.results;

import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.ui.results.RunResults.WorstCase;
import org.vesalius.ui.thread.WhileOpen;

/** Small images of the samples that a model did worst on, each with what it is and what it was taken for. */
final class WorstCasesPane {

    private static final int SIDE = 128;

    private final Composite area;
    private final LocalResourceManager images;
    private final NumberFormat shares = NumberFormat.getPercentInstance();
    private final Map<String, Label> places = new HashMap<>();
    private final Executor uiThread;

    WorstCasesPane(Composite parent, RunFolder folder, ExperimentContext context, List<WorstCase> cases) {
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
        places.put(worst.sample(), image);
        caption(box, worst.wrong() ? worst.truth() + " \u2192 " + worst.taken() : worst.truth());
        caption(box, shares.format(worst.score()) + " for " + worst.truth());
        caption(box, worst.sample());
        String words = "Sample " + worst.sample() + " is " + worst.truth() + (worst.wrong() ? " and was taken for "
                + worst.taken() : ", as it was taken for") + "; the model gave " + worst.truth() + " "
                + shares.format(worst.score()) + ".";
        image.setToolTipText(words);
        image.setData(words);
    }

    private static void caption(Composite box, String words) {
        Label label = new Label(box, SWT.NONE);
        label.setText(words.replace("&", "&&"));
        GridDataFactory.swtDefaults().hint(SIDE, SWT.DEFAULT).applyTo(label);
    }

    private void show(Thumbnails.Result result) {
        Label place = places.get(result.sample());
        if (result instanceof Thumbnails.Made made) {
            place.setText("");
            place.setImage(images.create(ImageDescriptor.createFromImageDataProvider(zoom -> zoom == 100 ? made.image() : null)));
        } else if (result instanceof Thumbnails.Refused refused) {
            place.setText(refused.reason());
        }
    }
}
