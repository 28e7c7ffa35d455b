// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.dataset;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.ProjectFolder;
import org.vesalius.dataset.importer.ImportKinds;
import org.vesalius.dataset.importer.kind.ImportReport;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportRun;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dicom.importer.DicomKind;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.ui.run.Failures;
import org.vesalius.experiment.ui.run.MonitorProgress;
import org.vesalius.experiment.ui.run.WorkspacePermissions;
import org.vesalius.ui.wizard.WizardChoices;

/** Makes a data set of files of any kind that there is an import for, and tells what came of it. */
public final class ImportDatasetWizard extends Wizard implements INewWizard, IImportWizard {

    private IWorkbench workbench;
    private ColumnReaders readers;
    private ImportDraft draft;
    private DataPage data;
    private Optional<IProject> first = Optional.empty();
    private List<Path> selected = List.of();

    /** Made by the workbench. */
    public ImportDatasetWizard() {
        setWindowTitle("New Data Set");
        setNeedsProgressMonitor(true);
    }

    @Override
    public void init(IWorkbench newWorkbench, IStructuredSelection selection) {
        workbench = newWorkbench;
        first = Optional.ofNullable(WizardChoices.orOnlyProject(selection).getFirstElement())
                .flatMap(ImportDatasetWizard::resource).map(IResource::getProject);
        List<?> chosen = selection == null ? List.of() : selection.toList();
        selected = chosen.stream().flatMap(each -> resource(each).stream())
                .filter(resource -> resource.getType() != IResource.PROJECT && resource.getLocation() != null)
                .map(resource -> resource.getLocation().toPath()).toList();
    }

    private static Optional<IResource> resource(Object chosen) {
        return Optional.ofNullable(Adapters.adapt(chosen, IResource.class));
    }

    @Override
    public void addPages() {
        readers = workbench.getService(Installation.class).readers();
        draft = new ImportDraft(new ImportKinds(readers).with(new DicomKind(readers)).all());
        data = new DataPage(draft, readers, first);
        addPage(new KindPage(draft, selected));
        addPage(data);
    }

    @Override
    public boolean canFinish() {
        return getContainer().getCurrentPage() == data && data.isPageComplete();
    }

    @Override
    public boolean performFinish() {
        data.stop();
        ImportRequest request = data.request();
        IProject project = data.target();
        ImportReport[] report = new ImportReport[1];
        try {
            getContainer().run(true, true, monitor -> report[0] = run(request, project, monitor));
        } catch (InvocationTargetException e) {
            StatusManager.getManager().handle(Failures.status("The data set could not be made", inWindow(e.getTargetException())),
                    StatusManager.SHOW | StatusManager.LOG);
            return false;
        } catch (InterruptedException e) {
            return false;
        }
        IFile manifest = project.getFolder(request.out().getFileName().toString()).getFile(DatasetFiles.MANIFEST);
        BasicNewResourceWizard.selectAndReveal(manifest, workbench.getActiveWorkbenchWindow());
        new ImportReportDialog(getShell(), report[0], draft.kind().orElseThrow().options()).open();
        return true;
    }

    private Throwable inWindow(Throwable failure) {
        return failure instanceof ReportedException reported
                ? ImportWords.inWindow(reported, draft.kind().orElseThrow().options()) : failure;
    }

    private ImportReport run(ImportRequest request, IProject project, IProgressMonitor monitor)
            throws InvocationTargetException, InterruptedException {
        try {
            ImportReport report = new ImportRun(draft.kind().orElseThrow().of(request), request.out(), readers)
                    .run(new MonitorProgress(monitor));
            // the user named the files, so the project may read there
            new WorkspacePermissions(() -> {}).allow(ProjectFolder.of(request.out()).path(),
                    report.dataset().root().toRealPath());
            project.refreshLocal(IResource.DEPTH_INFINITE, monitor);
            return report;
        } catch (CancellationException e) {
            throw new InterruptedException();
        } catch (IOException | CoreException | RuntimeException e) {
            throw new InvocationTargetException(e);
        }
    }
}
