// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor;

import java.util.List;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.ui.forms.IManagedForm;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;

/** Shows what the checks found in the header of a form; a click on it lists all. */
final class ProblemHeader {

    private final IManagedForm managedForm;
    private List<Problem> shown = List.of();

    ProblemHeader(IManagedForm managedForm) {
        this.managedForm = managedForm;
    }

    /** Replaces what is shown. */
    void show(List<Problem> problems) {
        managedForm.getMessageManager().setAutoUpdate(false);
        for (int i = 0; i < shown.size(); i++) {
            managedForm.getMessageManager().removeMessage(key(i));
        }
        for (int i = 0; i < problems.size(); i++) {
            Problem problem = problems.get(i);
            managedForm.getMessageManager().addMessage(key(i), problem.message() + " " + problem.explanation(), null,
                    type(problem.severity()));
        }
        managedForm.getMessageManager().setAutoUpdate(true);
        shown = problems;
    }

    private static String key(int index) {
        return "problem-" + index;
    }

    private static int type(Severity severity) {
        return switch (severity) {
            case ERROR -> IMessageProvider.ERROR;
            case WARNING -> IMessageProvider.WARNING;
            case ADVICE -> IMessageProvider.INFORMATION;
        };
    }
}
