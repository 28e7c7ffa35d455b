// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.exchange;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.core.LoggedFailure;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.diagram.layout.DiagramLayout;
import org.vesalius.network.exchange.ImportedFiles;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.NetworkImporter;
import org.vesalius.network.exchange.formats.Exchange;
import org.vesalius.network.ui.action.ActionInfo;
import org.vesalius.network.ui.catalog.LayerTypes;
import org.vesalius.network.ui.design.OpenDesign;
import org.vesalius.network.weights.WeightsFile;
import org.vesalius.ui.thread.FileEditors;
import org.vesalius.ui.wizard.WizardChoices;

/** Imports a network of another tool, with its weights: asks for the file, tells what became of each layer, writes it. */
public final class ImportNetworkWizard extends Wizard implements IImportWizard {
    private LayerTypes types;
    private Exchange exchange;
    private IWorkbench workbench;
    private IContainer folder;
    private ImportSourcePage source;
    private ReportPage report;
    /** What the newest choice gave; an import that was given up on may still end later. */
    private volatile AtomicReference<ImportedNetwork> imported = new AtomicReference<>();

    /** Made by the workbench. */
    public ImportNetworkWizard() {
        setWindowTitle("Import Network");
        setNeedsProgressMonitor(true);
    }

    @Override
    public void init(IWorkbench newWorkbench, IStructuredSelection selection) {
        workbench = newWorkbench;
        types = LayerTypes.of(workbench);
        exchange = Exchange.of(types.catalog(), BlockSource.none());
        IResource resource = Adapters.adapt(WizardChoices.orOnlyProject(selection).getFirstElement(), IResource.class);
        folder = resource instanceof IContainer container ? container : resource == null ? null : resource.getParent();
    }

    @Override
    public void addPages() {
        source = new ImportSourcePage(exchange, folder);
        report = new ReportPage("What became of each layer",
                "An unknown layer becomes a placeholder that keeps its settings; replace it before training.",
                this::work);
        addPage(source);
        addPage(report);
    }

    private Callable<Outcome> work() {
        Path model = source.model().orElseThrow();
        NetworkImporter importer = exchange.importerFor(model).orElseThrow();
        AtomicReference<ImportedNetwork> mine = new AtomicReference<>();
        imported = mine;
        return () -> {
            ImportedNetwork result = importer.load(model);
            DiagramLayout layout = new DiagramLayout(result.network());
            layout.run(() -> false);
            layout.apply();
            mine.set(result);
            return Outcome.imported(result.report());
        };
    }

    /** The report has to be seen. */
    @Override
    public boolean canFinish() {
        IWizardPage current = getContainer().getCurrentPage();
        return current == report && report.isPageComplete();
    }

    @Override
    public boolean performFinish() {
        IFile target = source.target().orElseThrow();
        try {
            getContainer().run(true, false, new WorkspaceModifyOperation() {
                @Override
                protected void execute(IProgressMonitor monitor) throws CoreException {
                    write(target, monitor);
                }
            });
        } catch (InvocationTargetException e) {
            StatusManager.getManager().handle(Status.error("The network could not be written: "
                    + e.getTargetException().getMessage(), LoggedFailure.of(e.getTargetException())),
                    StatusManager.SHOW | StatusManager.LOG);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        open(target);
        return true;
    }

    private void write(IFile target, IProgressMonitor monitor) throws CoreException {
        ImportedNetwork result = imported.get();
        WeightsFile weights = WeightsFile.beside(target.getLocation().toPath());
        if (result.weights().isPresent() && Files.exists(weights.path())) {
            throw new CoreException(Status.error(weights.path().getFileName() + " is there already and may hold the"
                    + " weights of another network. Give the network another name."));
        }
        byte[] content = new ImportedFiles(types.catalog()).content(result);
        result.weights().ifPresent(weights::saveChecked);
        target.create(new ByteArrayInputStream(content), false, monitor);
        target.getParent().refreshLocal(IResource.DEPTH_ONE, monitor);
    }

    private void open(IFile target) {
        try {
            OpenDesign design = Adapters.adapt(
                    FileEditors.open(workbench.getActiveWorkbenchWindow().getActivePage(), target), OpenDesign.class);
            if (design != null) {
                design.whenOpen(() -> design.action(ActionInfo.ZOOM_TO_FIT.id()).run());
            }
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
