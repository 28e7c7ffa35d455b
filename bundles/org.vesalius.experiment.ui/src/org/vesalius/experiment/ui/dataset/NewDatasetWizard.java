// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.dataset;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.vesalius.core.English;
import org.vesalius.core.check.Problem;
import org.vesalius.core.io.ProjectFolder;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.ImageFolderImport;
import org.vesalius.dataset.importer.ImageFolderOptions;
import org.vesalius.dataset.importer.kind.ImportReport;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.ui.run.Failures;
import org.vesalius.experiment.ui.run.MonitorProgress;
import org.vesalius.experiment.ui.run.WorkspacePermissions;
import org.vesalius.ui.wizard.WizardChoices;

/** Makes a data set of a folder of images, and tells what came of it. */
public final class NewDatasetWizard extends Wizard implements INewWizard, IImportWizard {

    private static final int MOST = 8;

    private IWorkbench workbench;
    private NewDatasetPage page;
    private Optional<IProject> first = Optional.empty();

    /** Made by the workbench. */
    public NewDatasetWizard() {
        setWindowTitle("New Data Set");
        setNeedsProgressMonitor(true);
    }

    @Override
    public void init(IWorkbench newWorkbench, IStructuredSelection selection) {
        workbench = newWorkbench;
        first = Optional.ofNullable(WizardChoices.orOnlyProject(selection).getFirstElement())
                .flatMap(selected -> Optional.ofNullable(Adapters.adapt(selected, IResource.class))).map(IResource::getProject);
    }

    @Override
    public void addPages() {
        page = new NewDatasetPage(first);
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        ImageFolderOptions options = page.options();
        IProject project = page.target();
        ImportReport[] report = new ImportReport[1];
        try {
            getContainer().run(true, true, monitor -> report[0] = run(options, project, monitor));
        } catch (InvocationTargetException e) {
            StatusManager.getManager().handle(Failures.status("The data set could not be made", e.getTargetException()),
                    StatusManager.SHOW | StatusManager.LOG);
            return false;
        } catch (InterruptedException e) {
            return false;
        }
        IFile manifest = project.getFolder(options.name()).getFile(DatasetFiles.MANIFEST);
        BasicNewResourceWizard.selectAndReveal(manifest, workbench.getActiveWorkbenchWindow());
        MessageDialog.openInformation(getShell(), "New Data Set", words(report[0]));
        return true;
    }

    private ImportReport run(ImageFolderOptions options, IProject project, IProgressMonitor monitor)
            throws InvocationTargetException, InterruptedException {
        try {
            ImportReport report = new ImageFolderImport(workbench.getService(Installation.class).readers(), options)
                    .run(new MonitorProgress(monitor));
            // the user named the folder, so the project may read there
            new WorkspacePermissions(() -> {}).allow(ProjectFolder.of(options.out()).path(), options.folder().toRealPath());
            project.refreshLocal(IResource.DEPTH_INFINITE, monitor);
            return report;
        } catch (CancellationException e) {
            throw new InterruptedException();
        } catch (IOException | CoreException | RuntimeException e) {
            throw new InvocationTargetException(e);
        }
    }

    private static String words(ImportReport report) {
        List<String> words = new ArrayList<>();
        words.add(Stream.of(Subset.values()).map(subset -> subset.text() + " "
                + report.dataset().samples(subset).size()).collect(Collectors.joining(", ", "Images: ", ".")));
        if (!report.defects().isEmpty()) {
            words.add(English.quantity(report.defects().size(), "image") + " can't be read; samples.csv says what is wrong:\n"
                    + some(report.defects().stream().map(defect -> "    " + defect.value() + " " + defect.reason()).toList()));
        }
        if (!report.passedOver().isEmpty()) {
            words.add(English.quantity(report.passedOver().size(), "file") + " left out:\n"
                    + some(report.passedOver().stream().map(file -> "    " + file.path() + " " + file.reason()).toList()));
        }
        words.addAll(report.remarks());
        report.problems().stream().map(Problem::message).limit(MOST).forEach(words::add);
        words.add("Next: File > New > Experiment.");
        return String.join("\n\n", words);
    }

    private static String some(List<String> lines) {
        return lines.stream().limit(MOST).collect(Collectors.joining("\n"))
                + (lines.size() > MOST ? "\n    and " + (lines.size() - MOST) + " more" : "");
    }
}
