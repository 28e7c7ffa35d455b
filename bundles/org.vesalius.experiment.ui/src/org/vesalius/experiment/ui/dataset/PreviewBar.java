// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.dataset;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.vesalius.core.English;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.experiment.ui.dataset.PreviewJob.Outcome;

/** How far a preview is, or what it found in a line; lets the user stop it and look again. */
final class PreviewBar {

    private static final int REDRAW_MILLIS = 200;
    private static final int STEPS = 1000;

    private final Composite area;
    private final Label words;
    private final ProgressBar progress;
    private final Button button;
    private Optional<PreviewJob> watched = Optional.empty();

    PreviewBar(Composite parent, Runnable stop, Runnable again) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(area);
        words = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(200, SWT.DEFAULT).applyTo(words);
        progress = new ProgressBar(area, SWT.HORIZONTAL);
        progress.setMaximum(STEPS);
        progress.setVisible(false);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(120, SWT.DEFAULT).applyTo(progress);
        button = new Button(area, SWT.PUSH);
        button.setText("Look A&gain");
        button.addListener(SWT.Selection, event -> (watched.isPresent() ? stop : again).run());
    }

    Control control() {
        return area;
    }

    /** Shows how far a preview is until it ends. */
    void watch(PreviewJob job) {
        watched = Optional.of(job);
        progress.setVisible(true);
        button.setText("S&top");
        redraw(job);
    }

    private void redraw(PreviewJob job) {
        if (area.isDisposed() || watched.filter(last -> last == job).isEmpty()) {
            return;
        }
        PreviewJob.State state = job.state();
        say(state.words());
        progress.setSelection(state.total() > 0 ? (int) (STEPS * state.done() / state.total()) : 0);
        area.getDisplay().timerExec(REDRAW_MILLIS, () -> redraw(job));
    }

    private void say(String text) {
        String shown = text.replace("&", "&&");
        if (!words.getText().equals(shown)) {
            words.setText(shown);
            words.requestLayout();
        }
    }

    void ended(Outcome outcome) {
        watched = Optional.empty();
        progress.setVisible(false);
        button.setText("Look A&gain");
        if (outcome instanceof Outcome.Seen seen) {
            say(summary(seen.preview(), seen.unreadable().size()));
        } else {
            say(outcome instanceof Outcome.Refused refused ? refused.remedy() : "The preview was stopped.");
        }
    }

    private static String summary(DatasetPreview preview, int unreadable) {
        StringBuilder words = new StringBuilder(preview.samples().isPresent()
                ? English.quantity(preview.samples().getAsLong(), "sample")
                : "How many samples there are is known when all is read");
        words.append("; ").append(English.quantity(preview.columns().size(), "column"));
        if (!preview.passedOver().isEmpty()) {
            words.append("; ").append(English.quantity(preview.passedOver().size(), "other file")).append(" left out");
        }
        if (unreadable > 0) {
            words.append("; ").append(unreadable).append(" of the first ").append(preview.first().size())
                    .append(" can't be read");
        }
        return words.append('.').toString();
    }
}
