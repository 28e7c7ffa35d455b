// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.Form;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.experiment.ui.editor.field.FormContext;
import org.vesalius.experiment.ui.editor.field.Reflow;
import org.vesalius.experiment.ui.editor.resolve.ModelSync;
import org.vesalius.experiment.ui.editor.resolve.Resolved;

/** What the checks found, each with its explanation and its remedies; not there while all is well. */
public final class ProblemsSection {

    private final FormContext context;
    private final Form form;
    private final EObject experiment;
    private final Composite grid;
    private List<Problem> shown = List.of();

    /** Creates the section; {@code form} gets the count into its heading. */
    public ProblemsSection(FormContext context, Form form, Composite parent, EObject experiment) {
        this.context = context;
        this.form = form;
        this.experiment = experiment;
        grid = FormSection.create(context.toolkit(), parent, "Problems", "", 2);
        setVisible(false);
    }

    /** Replaces what is shown. */
    public void show(Resolved resolved) {
        if (shown.isEmpty() && resolved.problems().isEmpty()) {
            return;
        }
        shown = resolved.problems();
        for (Control child : grid.getChildren()) {
            child.dispose();
        }
        shown.forEach(problem -> createRow(problem, resolved));
        showCount();
        setVisible(!shown.isEmpty());
        Reflow.around(grid);
    }

    private void createRow(Problem problem, Resolved resolved) {
        Label icon = context.toolkit().createLabel(grid, "");
        icon.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(image(problem.severity())));
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(icon);
        String words = (problem.message() + "\n" + problem.explanation()).strip();
        Label text = context.toolkit().createLabel(grid, words.replace("&", "&&"), SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(text);
        resolved.fixesOf(problem).forEach(fix -> createFix(fix, resolved.checked()));
    }

    private void createFix(Resolved.AppliedFix fix, EObject checked) {
        context.toolkit().createLabel(grid, "");
        Hyperlink link = context.toolkit().createHyperlink(grid, fix.label(), SWT.NONE);
        link.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                boolean upToDate = EcoreUtil.equals(checked, experiment);
                if (upToDate) {
                    apply(fix);
                }
            }
        });
    }

    /** A fix may change what surrounds the experiment, and leave nothing to undo. */
    private void apply(Resolved.AppliedFix fix) {
        EObject wanted = fix.result().get();
        if (!EcoreUtil.equals(wanted, experiment)) {
            context.history().change(fix.label(), () -> new ModelSync().apply(wanted, experiment));
        }
    }

    private static String image(Severity severity) {
        return switch (severity) {
            case ERROR -> ISharedImages.IMG_OBJS_ERROR_TSK;
            case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
            case ADVICE -> ISharedImages.IMG_OBJS_INFO_TSK;
        };
    }

    private void showCount() {
        if (shown.isEmpty()) {
            form.setMessage(null);
            return;
        }
        List<String> parts = new ArrayList<>();
        count(Severity.ERROR, "error").ifPresent(parts::add);
        count(Severity.WARNING, "warning").ifPresent(parts::add);
        form.setMessage(parts.isEmpty() ? "Advice below" : String.join(", ", parts), type(shown.get(0).severity()));
    }

    private Optional<String> count(Severity severity, String noun) {
        long number = shown.stream().filter(problem -> problem.severity() == severity).count();
        return number == 0 ? Optional.empty() : Optional.of(number + " " + noun + (number == 1 ? "" : "s"));
    }

    private static int type(Severity severity) {
        return switch (severity) {
            case ERROR -> IMessageProvider.ERROR;
            case WARNING -> IMessageProvider.WARNING;
            case ADVICE -> IMessageProvider.INFORMATION;
        };
    }

    private void setVisible(boolean visible) {
        Composite section = grid.getParent();
        GridDataFactory.fillDefaults().grab(true, false).exclude(!visible).applyTo(section);
        section.setVisible(visible);
    }
}
