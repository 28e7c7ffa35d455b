// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.ColumnLayout;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.check.Problem;
import org.vesalius.engine.Engines;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.ui.editor.field.FormContext;
import org.vesalius.experiment.ui.editor.resolve.ResolveJob;
import org.vesalius.experiment.ui.editor.resolve.Resolved;
import org.vesalius.experiment.ui.editor.resolve.SourceFinder;
import org.vesalius.experiment.ui.editor.section.BindingsSection;
import org.vesalius.experiment.ui.editor.section.DeviceSection;
import org.vesalius.experiment.ui.editor.section.ProblemsSection;
import org.vesalius.experiment.ui.editor.section.SourcesSection;
import org.vesalius.experiment.ui.editor.section.SummarySection;
import org.vesalius.experiment.ui.editor.section.TrainingSections;
import org.vesalius.experiment.ui.run.Failures;
import org.vesalius.ui.thread.WhileOpen;

/** The sections of an experiment, and what keeps them up to date: the model, the files beside it, the engines. */
public final class ExperimentForm {

    private final IManagedForm managedForm;
    private final ExperimentDocument document;
    private final Engines engines;
    private final Executor uiThread;
    private final ResolveJob resolving;
    private final IResourceChangeListener filesChanged = this::filesChanged;
    private FormContext context;
    private SourcesSection sources;
    private BindingsSection bindings;
    private TrainingSections training;
    private SummarySection summary;
    private ProblemsSection problems;
    private Resolved resolved;
    private Runnable wanted = () -> {};

    ExperimentForm(IManagedForm managedForm, ExperimentDocument document, Installation installation, Engines engines) {
        this.managedForm = managedForm;
        this.document = document;
        this.engines = engines;
        uiThread = WhileOpen.of(managedForm.getForm());
        resolving = new ResolveJob(document.path(), installation, uiThread, this::show);
    }

    /** Creates the sections and starts looking at files and devices. */
    void open() {
        FormToolkit toolkit = managedForm.getToolkit();
        Experiment experiment = document.experiment();
        context = new FormContext(toolkit, document.history());
        Composite body = managedForm.getForm().getBody();
        body.setLayout(twoColumnsIfThereIsRoom());
        Composite left = column(toolkit, body);
        Composite right = column(toolkit, body);
        sources = new SourcesSection(context, left, experiment);
        bindings = new BindingsSection(context, left, experiment);
        summary = new SummarySection(context, left);
        training = new TrainingSections(context, left, right, experiment);
        problems = new ProblemsSection(context, managedForm.getForm().getForm(), left, experiment, document.file(),
                this::waive);
        document.history().addListener(this::modelChanged);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(filesChanged, IResourceChangeEvent.POST_CHANGE);
        modelChanged();
        lookForSources();
        lookForDevices();
    }

    private static ColumnLayout twoColumnsIfThereIsRoom() {
        ColumnLayout layout = new ColumnLayout();
        layout.maxNumColumns = 2;
        layout.horizontalSpacing = 18;
        layout.leftMargin = 10;
        layout.rightMargin = 10;
        return layout;
    }

    private static Composite column(FormToolkit toolkit, Composite body) {
        Composite column = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().spacing(0, 14).applyTo(column);
        return column;
    }

    private void modelChanged() {
        String name = document.experiment().getName();
        managedForm.getForm().setText(name == null || name.isBlank() ? document.file().getName() : name);
        resolving.request(document.experiment());
    }

    private void filesChanged(IResourceChangeEvent event) {
        IResourceDelta own = event.getDelta().findMember(document.file().getFullPath());
        if (own != null && (own.getFlags() & IResourceDelta.CONTENT) != 0) {
            document.readAgain(uiThread);
        }
        if (sourcesChanged(event.getDelta())) {
            uiThread.execute(this::lookAgain);
        }
    }

    private boolean sourcesChanged(IResourceDelta delta) {
        try {
            return SourceChanges.matter(delta, document.file());
        } catch (CoreException e) {
            ILog.of(ExperimentForm.class).error("The files of a project can't be looked at", LoggedFailure.of(e));
            return true;
        }
    }

    private void lookAgain() {
        resolving.request(document.experiment());
        lookForSources();
    }

    private void lookForSources() {
        ICoreRunnable look = monitor -> {
            SourceFinder finder = new SourceFinder(document.file());
            uiThread.execute(() -> sources.offer(finder.networks(), finder.datasets(), finder.weights()));
        };
        Job.createSystem("Look for networks and data sets", look).schedule();
    }

    private void lookForDevices() {
        ICoreRunnable probe = monitor -> {
            List<DeviceSection.Choice> found = engines.all().stream().flatMap(engine -> engine.probe().stream()
                    .map(device -> new DeviceSection.Choice(engine.id(), engine.name(), device))).toList();
            uiThread.execute(() -> training.offer(found));
        };
        Job.createSystem("Look for devices", probe).schedule();
    }

    private void show(Resolved newResolved) {
        resolved = newResolved;
        sources.show(resolved);
        bindings.show(resolved);
        summary.show(resolved);
        problems.show(resolved);
        Runnable fix = wanted;
        wanted = () -> {};
        fix.run();
    }

    /** Carries out a fix of a problem; once the checks have ended, if they have not yet. */
    void fix(String checkId, String subject, String label) {
        wanted = () -> problems.fix(checkId, subject, label);
        resolving.request(document.experiment());
    }

    private void waive(Path dataset, Problem finding, String reason) {
        ICoreRunnable write = monitor -> Failures.asStatus("The reason could not be kept",
                () -> resolving.waive(dataset, finding, reason));
        Job.create("Keep a reason", write).schedule();
    }

    /** Returns what is wrong with entries that could not be taken into the model, the oldest first. */
    public List<String> faults() {
        context.edits().keepOnly(object -> EcoreUtil.isAncestor(document.experiment(), object));
        return context.edits().faults();
    }

    /** Returns what is known of the files, or null while they are looked at for the first time. */
    public Resolved resolved() {
        return resolved;
    }

    void dispose() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(filesChanged);
        resolving.close();
    }
}
