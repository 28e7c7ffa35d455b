// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.MessageDialogWithToggle;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.ide.ResourceUtil;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.eclipse.ui.statushandlers.StatusManager;

/** What is asked before a run starts; each answer can be remembered. For the UI thread. */
final class BeforeRun {

    private static final String BUNDLE = "org.vesalius.experiment.ui";
    private static final String SAVE = "saveBeforeRun";
    private static final String SWITCH = "switchToTrainPerspective";
    private static final String TRAIN = "org.vesalius.product.train";
    private static final String EXPERIMENT = "experiment";

    private final IWorkbenchWindow window;
    private final IPreferenceStore preferences = new ScopedPreferenceStore(InstanceScope.INSTANCE, BUNDLE);

    BeforeRun(IWorkbenchWindow window) {
        this.window = window;
    }

    /**
     * A run reads what is saved: saves the experiment, as it says, and offers to save what else belongs to it.
     *
     * @return whether nothing is unsaved any more
     */
    boolean save(IFile experiment) {
        List<IEditorPart> unsaved = Stream.of(window.getPages()).flatMap(page -> Arrays.stream(page.getDirtyEditors()))
                .filter(editor -> belongs(file(editor), experiment)).toList();
        boolean asked = unsaved.stream().map(BeforeRun::file).allMatch(experiment::equals) || agreed(unsaved);
        return asked && unsaved.stream().allMatch(BeforeRun::saved);
    }

    private static IFile file(IEditorPart editor) {
        return ResourceUtil.getFile(editor.getEditorInput());
    }

    /** Another experiment of the project changes nothing for this one. */
    private static boolean belongs(IFile file, IFile experiment) {
        return file != null && file.getProject().equals(experiment.getProject())
                && (file.equals(experiment) || !EXPERIMENT.equals(file.getFileExtension()));
    }

    private static boolean saved(IEditorPart editor) {
        return editor.getSite().getPage().saveEditor(editor, false) && !editor.isDirty();
    }

    private boolean agreed(List<IEditorPart> unsaved) {
        if (MessageDialogWithToggle.ALWAYS.equals(preferences.getString(SAVE))) {
            return true;
        }
        LinkedHashMap<String, Integer> buttons = new LinkedHashMap<>();
        buttons.put("Save and Run", IDialogConstants.OK_ID);
        buttons.put("Cancel", IDialogConstants.CANCEL_ID);
        String files = unsaved.stream().map(editor -> "    " + editor.getTitle()).collect(Collectors.joining("\n"));
        MessageDialogWithToggle question = new MessageDialogWithToggle(window.getShell(), "Unsaved Changes", null,
                "A run reads what is saved. Not saved yet:\n\n" + files, MessageDialog.QUESTION, buttons, 0,
                "Always save before a run", false);
        question.setPrefStore(preferences);
        question.setPrefKey(SAVE);
        return question.open() == IDialogConstants.OK_ID;
    }

    /** Offers the perspective for watching runs, unless it is open. */
    void offerTrainPerspective() {
        IWorkbenchPage page = window.getActivePage();
        if (page != null && !TRAIN.equals(page.getPerspective().getId())
                && PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId(TRAIN) != null && wanted()) {
            try {
                PlatformUI.getWorkbench().showPerspective(TRAIN, window);
            } catch (WorkbenchException e) {
                StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
            }
        }
    }

    private boolean wanted() {
        String answer = preferences.getString(SWITCH);
        if (MessageDialogWithToggle.ALWAYS.equals(answer) || MessageDialogWithToggle.NEVER.equals(answer)) {
            return MessageDialogWithToggle.ALWAYS.equals(answer);
        }
        return MessageDialogWithToggle.openYesNoQuestion(window.getShell(), "Watch the Run",
                "The Train perspective has room for the curves of a run. Open it now?", "Remember my decision", false,
                preferences, SWITCH).getReturnCode() == IDialogConstants.YES_ID;
    }
}
