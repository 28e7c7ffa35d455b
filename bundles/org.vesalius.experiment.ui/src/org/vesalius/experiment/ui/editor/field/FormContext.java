// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.field;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.ui.forms.IMessageManager;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.vesalius.experiment.ui.editor.EditHistory;

/** What the fields of one form share. */
public final class FormContext {

    private final FormToolkit toolkit;
    private final IMessageManager messages;
    private final EditHistory history;
    private final List<Runnable> refreshers = new ArrayList<>();
    private boolean refreshing;

    /** Creates the context of a form whose fields change a model through {@code history}. */
    public FormContext(FormToolkit toolkit, IMessageManager messages, EditHistory history) {
        this.toolkit = toolkit;
        this.messages = messages;
        this.history = history;
        history.addListener(this::refresh);
    }

    /** Returns the maker of widgets that look like the rest of the form. */
    public FormToolkit toolkit() {
        return toolkit;
    }

    /** Returns the place for messages about fields. */
    public IMessageManager messages() {
        return messages;
    }

    /** Returns the command stack. */
    public EditHistory history() {
        return history;
    }

    /** Calls {@code refresher} whenever the model may have changed. */
    public void onRefresh(Runnable refresher) {
        refreshers.add(refresher);
    }

    /** Takes back {@link #onRefresh(Runnable)}. */
    public void removeRefresh(Runnable refresher) {
        refreshers.remove(refresher);
    }

    /** Returns whether widgets are being filled from the model, so that their events are no input of the user. */
    public boolean refreshing() {
        return refreshing;
    }

    /** Fills all widgets from the model. */
    public void refresh() {
        if (refreshing) {
            return;
        }
        refreshing = true;
        try {
            List.copyOf(refreshers).forEach(this::runIfStillThere);
        } finally {
            refreshing = false;
        }
    }

    /** A refresher may take the widgets of another one away. */
    private void runIfStillThere(Runnable refresher) {
        if (refreshers.contains(refresher)) {
            refresher.run();
        }
    }
}
