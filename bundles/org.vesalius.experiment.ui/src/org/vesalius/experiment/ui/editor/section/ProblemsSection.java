// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import java.util.ArrayList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.Form;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.vesalius.core.English;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.dataset.journal.Waivers;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ui.editor.field.FormContext;
import org.vesalius.experiment.ui.editor.field.Reflow;
import org.vesalius.experiment.ui.editor.resolve.ModelSync;
import org.vesalius.experiment.ui.editor.resolve.Resolved;
import org.vesalius.ui.problem.ProblemList;
import org.vesalius.ui.problem.ProblemList.Action;
import org.vesalius.ui.problem.ProblemList.Actions;

/**
 * What the checks found, each with its explanation and its remedies. It stands below all else, so that nothing moves when
 * problems come and go; the heading counts them and leads there.
 */
public final class ProblemsSection {

    private static final String TIP = "Fix this; it can be undone";
    private static final String WAIVER_TIP = "Say why; the reason is kept with the data set and with each run";

    private final FormContext context;
    private final Form form;
    private final Experiment experiment;
    private final NetworkFixes network;
    private final Waiver waiver;
    private final Composite grid;
    private final ProblemList list;
    private Optional<Resolved> offered = Optional.empty();

    /** Is told for what reason a finding about the data set in a folder holds no training back. */
    @FunctionalInterface
    public interface Waiver {
        /** Keeps the reason. */
        void waive(Path dataset, Problem finding, String reason);
    }

    /**
     * Creates the section.
     *
     * @param form gets the count into its heading
     * @param waiver is told for what reason a finding about the data holds no training back
     */
    public ProblemsSection(FormContext context, Form form, Composite parent, Experiment experiment, IFile file,
            Waiver waiver) {
        this.context = context;
        this.waiver = waiver;
        this.form = form;
        this.experiment = experiment;
        network = new NetworkFixes(file, experiment);
        grid = FormSection.create(context.toolkit(), parent, "Problems", "", 1);
        list = new ProblemList(grid);
        context.edits().onEntry(this::showCount);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, -1).applyTo(list.control());
        form.addMessageHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                FormToolkit.ensureVisible(list.control());
            }
        });
    }

    /** Replaces what is shown. */
    public void show(Resolved resolved) {
        offered = Optional.of(resolved);
        if (list.show(resolved.problems(), problem -> actions(problem, resolved), "No problems.")) {
            Reflow.around(grid);
        }
        showCount();
    }

    /** Carries out a fix of a problem, if both are still there. */
    public void fix(String checkId, String subject, String label) {
        offered.ifPresent(resolved -> resolved.problems().stream()
                .filter(problem -> problem.checkId().equals(checkId) && problem.subject().equals(subject))
                .flatMap(problem -> resolved.fixesOf(problem).stream()).filter(fix -> fix.label().equals(label)).findFirst()
                .ifPresent(fix -> apply(fix, resolved)));
    }

    private Actions actions(Problem problem, Resolved resolved) {
        Stream<Action> ofExperiment = resolved.fixesOf(problem).stream()
                .map(fix -> new Action(fix.label(), TIP, () -> apply(fix, resolved)));
        List<Action> others = resolved.data().filter(folder -> Waivers.mayWaive(problem))
                .map(folder -> new Action("Train in spite of it\u2026", WAIVER_TIP, () -> waive(folder, problem))).stream().toList();
        return new Actions(Optional.empty(), Stream.concat(ofExperiment, network.actions(problem)).toList(), others);
    }

    private void waive(Path dataset, Problem problem) {
        InputDialog dialog = new InputDialog(form.getShell(), "Train in Spite of It", problem.message()
                + "\n\nWhy is a training on these data sound nevertheless?", "", reason -> reason.isBlank() ? "" : null);
        if (dialog.open() == Window.OK) {
            waiver.waive(dataset, problem, dialog.getValue().strip());
        }
    }

    /**
     * A fix acts on the copy that was checked, so each copy is good for one: what is offered next comes with the next
     * check. A fix may change what surrounds the experiment, and leave nothing to undo.
     */
    private void apply(Resolved.AppliedFix fix, Resolved resolved) {
        if (offered.filter(last -> last == resolved).isEmpty() || !EcoreUtil.equals(resolved.checked(), experiment)) {
            return;
        }
        offered = Optional.empty();
        list.show(resolved.problems().stream().filter(problem -> resolved.fixesOf(problem).stream()
                .noneMatch(other -> other.label().equals(fix.label()))).toList(),
                problem -> new Actions(Optional.empty(), List.of(), List.of()), "");
        Experiment wanted = fix.result().get();
        if (!EcoreUtil.equals(wanted, experiment)) {
            context.history().change(fix.label(), () -> new ModelSync().apply(wanted, experiment));
        }
    }

    /** Counts what the checks found in the model, and the entries that are not in it since they can't be. */
    private void showCount() {
        List<Problem> problems = offered.map(Resolved::problems).orElse(List.of());
        int refused = context.edits().faults().size();
        if (problems.isEmpty() && refused == 0) {
            form.setMessage(null);
            return;
        }
        List<String> parts = new ArrayList<>();
        count(number(problems, Severity.ERROR) + refused, "error").ifPresent(parts::add);
        count(number(problems, Severity.WARNING), "warning").ifPresent(parts::add);
        form.setMessage(parts.isEmpty() ? "Advice below" : String.join(", ", parts),
                type(refused > 0 ? Severity.ERROR : problems.get(0).severity()));
    }

    private static long number(List<Problem> problems, Severity severity) {
        return problems.stream().filter(problem -> problem.severity() == severity).count();
    }

    private static Optional<String> count(long number, String noun) {
        return number == 0 ? Optional.empty() : Optional.of(English.quantity(number, noun));
    }

    private static int type(Severity severity) {
        return switch (severity) {
            case ERROR -> IMessageProvider.ERROR;
            case WARNING -> IMessageProvider.WARNING;
            case ADVICE -> IMessageProvider.INFORMATION;
        };
    }
}
