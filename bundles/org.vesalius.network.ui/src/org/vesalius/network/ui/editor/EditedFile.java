// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.SaveAsDialog;
import org.eclipse.ui.part.FileEditorInput;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Network;
import org.vesalius.network.block.edit.MovedReferences;
import org.vesalius.network.ui.add.BlockReferences;
import org.vesalius.network.ui.analysis.NetworkInProject;
import org.vesalius.network.ui.catalog.LayerTypes;
import org.vesalius.network.ui.command.EditCommand;
import org.vesalius.network.ui.marker.CheckFilesJob;
import org.vesalius.network.ui.marker.ProblemMarkers;

/** The file of one editor: reads, writes and watches it, and keeps its problem markers. Used on the UI thread. */
final class EditedFile implements FileWatch.Listener, AutoCloseable {
    private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

    private final NetworkEditor editor;
    private final NetworkLocation location;
    private final LayerTypes types;
    private final Executor uiThread;
    private final FileWatch watch;
    private long knownStamp;
    private Runnable question;
    private boolean saving;

    EditedFile(NetworkEditor editor, NetworkLocation location, LayerTypes types, Executor uiThread) {
        this.editor = editor;
        this.location = location;
        this.types = types;
        this.uiThread = uiThread;
        this.watch = location.resource().map(file -> new FileWatch(file, uiThread, this)).orElse(null);
    }

    /** Returns where the file is on disk. */
    Path path() {
        return location.path();
    }

    /** Returns the file in the workspace; a file opened from outside has none. */
    Optional<IFile> resource() {
        return location.resource();
    }

    /** Returns the place of the file among others. */
    NetworkInProject project() {
        return new NetworkInProject(types, location.path(), location.resource());
    }

    private Shell shell() {
        return editor.getSite().getShell();
    }

    private long stamp() {
        return location.resource().map(IFile::getModificationStamp).orElse(0L);
    }

    /** Reads the file in a job; the editor then shows it, or why it can't. */
    void load() {
        question = null;
        knownStamp = stamp();
        new LoadJob(types.files(), location.path(), uiThread, editor::opened, editor::showBroken).schedule();
    }

    /** Writes the file; returns whether that worked. */
    boolean save(Network network) {
        saving = true;
        try {
            new NetworkSaver(types.files(), location).save(network);
            knownStamp = stamp();
            question = null;
            return true;
        } catch (OperationCanceledException e) {
            return false;
        } catch (ReportedException e) {
            ILog.of(EditedFile.class).error("A network could not be saved", LoggedFailure.of(e));
            MessageDialog.openError(shell(), "Save " + location.path().getFileName(), e.report());
            return false;
        } finally {
            saving = false;
        }
    }

    /** Asks for a place and writes there; the editor then belongs to that file. */
    void saveAs(Network network) {
        SaveAsDialog dialog = new SaveAsDialog(shell());
        location.resource().ifPresent(dialog::setOriginalFile);
        if (dialog.open() != Window.OK || dialog.getResult() == null) {
            return;
        }
        IPath path = dialog.getResult().getFileExtension() == null
                ? dialog.getResult().addFileExtension("network") : dialog.getResult();
        EditedFile other = other(ResourcesPlugin.getWorkspace().getRoot().getFile(path));
        if (other != null) {
            saveTo(other, network);
        }
    }

    /** The network changes only once it is saved, so that it still fits its old file if that fails. */
    private void saveTo(EditedFile other, Network network) {
        IFile file = other.location.resource().orElseThrow();
        Network copy = EcoreUtil.copy(network);
        Optional<MovedReferences> moved = BlockReferences.moved(path(), file).filter(edit -> edit.apply(copy));
        if (!other.save(copy)) {
            other.close();
            return;
        }
        editor.followTo(other, new FileEditorInput(file));
        moved.ifPresent(edit -> editor.commands().execute(EditCommand.moveReferences(network, edit)));
        editor.markSaved();
    }

    private EditedFile other(IFile file) {
        try {
            return new EditedFile(editor, NetworkLocation.of(new FileEditorInput(file)), types, uiThread);
        } catch (PartInitException e) {
            MessageDialog.openError(shell(), "Save As", e.getMessage());
            return null;
        }
    }

    /** Opens the file in the text editor, in place of this one. */
    void openAsText() {
        try {
            editor.getSite().getPage().openEditor(editor.getEditorInput(), TEXT_EDITOR, true,
                    IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
        } catch (PartInitException e) {
            MessageDialog.openError(shell(), "Open as Text", e.getMessage());
        }
    }

    /** Shows problems of the network, as it is being edited, as markers of the file. */
    void showProblems(List<Problem> problems, Network network) {
        location.resource().ifPresent(
                file -> new ProblemMarkers.Update(file, ProblemMarkers.describe(problems, network)).schedule());
    }

    @Override
    public void changed() {
        if (saving || stamp() == knownStamp) {
            return;
        }
        if (!editor.isDirty()) {
            load();
            return;
        }
        ask(this::askWhichVersion);
    }

    /** Asks now if the user looks at this editor, else when it is shown next. */
    private void ask(Runnable next) {
        question = next;
        if (editor.getSite().getPage().getActivePart() == editor) {
            askAboutChange();
        }
    }

    /** Asks, if others wrote or deleted the file while it was edited here, how to go on. */
    void askAboutChange() {
        Runnable due = question;
        question = null;
        if (due != null) {
            due.run();
        }
    }

    private void askWhichVersion() {
        knownStamp = stamp();
        boolean replace = MessageDialog.open(MessageDialog.QUESTION, shell(), "File Changed",
                "'" + location.path().getFileName() + "' was changed by another program, and you changed it here. "
                        + "Which version do you want to go on with?",
                0, "Keep mine", "Load the other version") == 1;
        if (replace) {
            load();
        }
    }

    private void askWhatToKeep() {
        int answer = MessageDialog.open(MessageDialog.QUESTION, shell(), "File Deleted",
                "'" + location.path().getFileName() + "' was deleted, and you changed it here. "
                        + "Do you want to save your version under a new name?",
                0, "Save As...", "Go on editing", "Close without saving");
        if (answer == 0) {
            saveAs(editor.network());
        } else if (answer == 2) {
            editor.getSite().getPage().closeEditor(editor, false);
        }
    }

    @Override
    public void moved(IFile to) {
        EditedFile moved = other(to);
        if (moved != null) {
            moved.knownStamp = moved.stamp();
            editor.followTo(moved, new FileEditorInput(to));
        }
    }

    @Override
    public void deleted() {
        if (!editor.isDirty()) {
            editor.getSite().getPage().closeEditor(editor, false);
            return;
        }
        ask(this::askWhatToKeep);
    }

    /** Stops watching; markers tell from now on what is on disk. */
    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        if (editor.isDirty()) {
            location.resource().ifPresent(new CheckFilesJob(types)::check);
        }
    }
}
