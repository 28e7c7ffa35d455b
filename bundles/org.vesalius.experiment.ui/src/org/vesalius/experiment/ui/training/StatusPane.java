// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.training;

import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;
import org.vesalius.engine.run.RunSnapshot;
import org.vesalius.experiment.event.RunEvent.Notice;

/** Says in words and with a bar how far a run is, what it computes on, and how it ended. */
final class StatusPane {

    /** What a link says that leads to the log. */
    static final String LOG = "log";

    private static final int STEPS = 1000;

    private final TrainingText text;
    private final Composite area;
    private final Label state;
    private final ProgressBar bar;
    private final Label progress;
    private final Label machine;
    private final Link outcome;

    StatusPane(Composite parent, TrainingText text, Consumer<String> follow) {
        this.text = text;
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(10, 3).applyTo(area);
        state = new Label(area, SWT.NONE);
        GridDataFactory.swtDefaults().hint(100, SWT.DEFAULT).applyTo(state);
        bar = new ProgressBar(area, SWT.HORIZONTAL | SWT.SMOOTH);
        bar.setMaximum(STEPS);
        GridDataFactory.swtDefaults().hint(220, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(bar);
        progress = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(progress);
        machine = new Label(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(machine);
        outcome = new Link(area, SWT.WRAP);
        outcome.addListener(SWT.Selection, event -> follow.accept(event.text));
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).exclude(true).applyTo(outcome);
    }

    Composite control() {
        return area;
    }

    void show(TrainingFrame frame) {
        RunSnapshot snapshot = frame.snapshot();
        setText(state, capitalised(text.state(snapshot.state())));
        bar.setSelection((int) (snapshot.fractionDone() * STEPS));
        setText(progress, text.progress(snapshot));
        setText(machine, text.machine(snapshot, frame.record()));
        showOutcome(outcomeOf(frame));
    }

    /** Says nothing, before the first frame of a run. */
    void clear() {
        setText(state, "");
        bar.setSelection(0);
        setText(progress, "");
        setText(machine, "");
        showOutcome("");
    }

    private String outcomeOf(TrainingFrame frame) {
        RunSnapshot snapshot = frame.snapshot();
        String message = snapshot.stateMessage();
        String words = switch (snapshot.state()) {
            case FAILED, LOST -> escaped(message) + "   <a href=\"" + LOG + "\">Open the log</a>";
            case QUEUED, STARTING, RUNNING, PAUSED ->
                    escaped(text.restart(snapshot) + (message.isEmpty() ? activity(snapshot) : message));
            case FINISHED, STOPPED, STOPPED_EARLY -> escaped(text.restart(snapshot) + message);
        };
        return frame.results()
                .map(results -> escaped(text.results(results)) + "   <a>Show results</a>" + (words.isEmpty() ? "" : "\n" + words))
                .orElse(words);
    }

    private String activity(RunSnapshot snapshot) {
        String words = text.activity(snapshot.state());
        return words.isEmpty() ? snapshot.notices().stream().reduce((first, second) -> second).map(Notice::message)
                .orElse("") : words;
    }

    private void showOutcome(String words) {
        if (outcome.getText().equals(words)) {
            return;
        }
        outcome.setText(words);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).exclude(words.isEmpty()).applyTo(outcome);
        outcome.setVisible(!words.isEmpty());
        area.getParent().layout(true, true);
    }

    /** An ampersand would underline the letter behind it. */
    private static String escaped(String words) {
        return words.replace("&", "&&").replace("<", "\u2039").replace(">", "\u203a");
    }

    private static void setText(Label label, String words) {
        String shown = words.replace("&", "&&");
        if (!label.getText().equals(shown)) {
            label.setText(shown);
        }
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
