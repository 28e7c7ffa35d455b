// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.design;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.ui.thread.WhileOpen;

/** Tells a view which designer the user works in: the one that was active last, as long as it is open. */
public final class ActiveDesign implements IPartListener2, AutoCloseable {
    private final IWorkbenchPage page;
    private final Consumer<Optional<OpenDesign>> listener;
    private OpenDesign current;

    /**
     * Starts to follow the designers of a page.
     *
     * @param listener hears of another designer, or of none; for the first time with {@link #start}
     */
    public ActiveDesign(IWorkbenchPage page, Consumer<Optional<OpenDesign>> listener) {
        this.page = Objects.requireNonNull(page);
        this.listener = Objects.requireNonNull(listener);
    }

    /** Tells the designer that is active now, and from then on every change. */
    public void start() {
        page.addPartListener(this);
        current = design(page.getActiveEditor());
        listener.accept(Optional.ofNullable(current));
    }

    private static OpenDesign design(IWorkbenchPart part) {
        return part == null ? null : Adapters.adapt(part, OpenDesign.class);
    }

    private void show(OpenDesign design) {
        if (design != current) {
            current = design;
            listener.accept(Optional.ofNullable(design));
        }
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
        OpenDesign design = design(reference.getPart(false));
        if (design != null) {
            show(design);
        } else if (reference instanceof IEditorReference && reference.getPart(false) instanceof IEditorPart editor) {
            followExperiment(editor);
        }
    }

    /** Of an experiment, the network that it trains is shown, if it is open. */
    private void followExperiment(IEditorPart editor) {
        IFile file = editor.getEditorInput().getAdapter(IFile.class);
        if (file == null || !ExperimentFiles.EXTENSION.equals(file.getFileExtension()) || file.getLocation() == null) {
            return;
        }
        Path experiment = file.getLocation().toPath();
        Executor uiThread = WhileOpen.of(editor.getSite().getShell());
        Job.createSystem("Look for the network of an experiment", (ICoreRunnable) monitor -> network(experiment)
                .ifPresent(network -> uiThread.execute(() -> showIfActive(editor, network)))).schedule();
    }

    private static Optional<Path> network(Path experiment) {
        try {
            String network = new ExperimentFiles().load(experiment).getNetwork();
            return Optional.ofNullable(network).filter(path -> !path.isBlank())
                    .map(path -> experiment.resolveSibling(path).normalize());
        } catch (ReportedException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private void showIfActive(IEditorPart editor, Path network) {
        if (page.getActiveEditor() == editor) {
            Arrays.stream(page.getEditorReferences()).map(open -> design(open.getPart(false)))
                    .filter(open -> open != null && open.resource().map(IFile::getLocation)
                            .filter(place -> place.toPath().equals(network)).isPresent())
                    .findFirst().ifPresent(this::show);
        }
    }

    @Override
    public void partBroughtToTop(IWorkbenchPartReference reference) {
        partActivated(reference);
    }

    @Override
    public void partClosed(IWorkbenchPartReference reference) {
        if (current != null && design(reference.getPart(false)) == current) {
            show(design(page.getActiveEditor()) == current ? null : design(page.getActiveEditor()));
        }
    }

    @Override
    public void close() {
        page.removePartListener(this);
    }
}
