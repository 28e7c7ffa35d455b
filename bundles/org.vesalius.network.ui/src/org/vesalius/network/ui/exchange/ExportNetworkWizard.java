// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.exchange;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceProxy;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IExportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.core.LoggedFailure;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.network.Network;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.ui.catalog.LayerTypes;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightsFile;

/**
 * Exports a network for another tool, or as a picture. The files are made in a folder of their own first, so that the
 * report can be read before anything is replaced.
 */
public final class ExportNetworkWizard extends Wizard implements IExportWizard {

    private LayerTypes types;
    private IFile start;
    private ExportTargetPage target;
    private ReportPage report;
    /** Where the files of the newest choice are; an export that was given up on may still end later. */
    private volatile AtomicReference<Path> made = new AtomicReference<>();
    private final Queue<Path> folders = new ConcurrentLinkedQueue<>();

    /** Made by the workbench. */
    public ExportNetworkWizard() {
        setWindowTitle("Export Network");
        setNeedsProgressMonitor(true);
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        types = LayerTypes.of(workbench);
        start = selection == null || selection.isEmpty() ? null
                : Adapters.adapt(selection.getFirstElement(), IFile.class);
        if (start == null && workbench.getActiveWorkbenchWindow() != null
                && workbench.getActiveWorkbenchWindow().getActivePage().getActiveEditor() != null) {
            start = workbench.getActiveWorkbenchWindow().getActivePage().getActiveEditor().getEditorInput()
                    .getAdapter(IFile.class);
        }
    }

    @Override
    public void addPages() {
        target = new ExportTargetPage(networks(), start, types);
        report = new ReportPage("What becomes of each layer", "Finish writes the file.", this::work);
        addPage(target);
        addPage(report);
    }

    private static List<IFile> networks() {
        List<IFile> found = new ArrayList<>();
        try {
            ResourcesPlugin.getWorkspace().getRoot().accept(proxy -> collect(proxy, found), IResource.NONE);
        } catch (CoreException e) {
            ILog.of(ExportNetworkWizard.class).warn("The networks of the workspace could not be looked for",
                    LoggedFailure.of(e));
        }
        return found;
    }

    private static boolean collect(IResourceProxy proxy, List<IFile> found) {
        boolean network = proxy.getName().endsWith("." + NetworkFiles.EXTENSION);
        if (proxy.getType() == IResource.FILE && network && proxy.requestResource().getLocation() != null) {
            found.add((IFile) proxy.requestResource());
        }
        return proxy.getType() != IResource.FOLDER || !proxy.getName().equals(RunFolder.RUNS);
    }

    private Callable<Outcome> work() {
        Path source = target.network().orElseThrow().getLocation().toPath();
        ExportFormat format = target.format();
        Path name = target.target().orElseThrow().getFileName();
        AtomicReference<Path> mine = new AtomicReference<>();
        made = mine;
        return () -> {
            Network network = types.files().load(source);
            Path folder = Files.createTempDirectory("vesalius-export");
            folders.add(folder);
            mine.set(folder);
            return Outcome.exported(format.write(network, source, weights(format, source), folder.resolve(name)));
        };
    }

    private static Optional<NetworkWeights> weights(ExportFormat format, Path source) {
        WeightsFile file = WeightsFile.beside(source);
        return format.wantsWeights() && Files.exists(file.path()) ? Optional.of(file.load()) : Optional.empty();
    }

    /** The report has to be seen. */
    @Override
    public boolean canFinish() {
        IWizardPage current = getContainer().getCurrentPage();
        return current == report && report.isPageComplete();
    }

    @Override
    public boolean performFinish() {
        Path folder = target.target().orElseThrow().getParent();
        try {
            getContainer().run(true, false, monitor -> write(folder));
        } catch (InvocationTargetException e) {
            StatusManager.getManager().handle(Status.error("The file could not be written to " + folder
                    + ". Check that it may be written to and has room.", LoggedFailure.of(e.getTargetException())),
                    StatusManager.SHOW | StatusManager.LOG);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }

    private void write(Path folder) throws InvocationTargetException {
        try (Stream<Path> files = Files.list(made.get())) {
            for (Path file : files.toList()) {
                Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new InvocationTargetException(e);
        }
        refresh(folder);
    }

    /** A file in a project shows up at once. */
    private static void refresh(Path folder) {
        for (var container : ResourcesPlugin.getWorkspace().getRoot().findContainersForLocationURI(folder.toUri())) {
            try {
                container.refreshLocal(IResource.DEPTH_ONE, null);
            } catch (CoreException e) {
                ILog.of(ExportNetworkWizard.class).warn("A folder could not be refreshed", LoggedFailure.of(e));
            }
        }
    }

    private void clear() throws IOException {
        for (Path folder : folders) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public void dispose() {
        ICoreRunnable clear = monitor -> {
            try {
                clear();
            } catch (IOException e) {
                ILog.of(ExportNetworkWizard.class).warn("What an export left in the folder for temporary files stays there",
                        LoggedFailure.of(e));
            }
        };
        Job.createSystem("Clean up after an export", clear).schedule();
        super.dispose();
    }
}
