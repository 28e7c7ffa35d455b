// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.preference;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.ConfigurationScope;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.vesalius.engine.CacheFolder;
import org.vesalius.engine.UserFolders;
import org.vesalius.experiment.ui.run.Failures;
import org.vesalius.ui.thread.WhileOpen;

/** Where decoded images are kept, how much room they take, and how to get it back. */
public final class CachePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
    private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB"};
    private static final double STEP = 1000;
    private static final int COLUMNS_OF_FIELD = 3;

    private Label size;
    private Button clean;

    /** The page. */
    public CachePage() {
        super(GRID);
        setPreferenceStore(new ScopedPreferenceStore(ConfigurationScope.INSTANCE, UserFolders.NODE));
        setDescription("Decoded images are kept on disk, so that only the first training on them is slow. The folder holds "
                + "nothing that can't be made again.");
    }

    @Override
    public void init(IWorkbench workbench) {
        // nothing of it is needed
    }

    @Override
    protected void createFieldEditors() {
        addField(new Place(getFieldEditorParent()));
    }

    @Override
    protected Control createContents(Composite parent) {
        Control fields = super.createContents(parent);
        Composite below = new Composite((Composite) fields, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS_OF_FIELD, 1).applyTo(below);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        below.setLayout(layout);
        Label usual = new Label(below, SWT.WRAP);
        usual.setText("Without an entry it is " + UserFolders.ofThisUser().usualCache()
                + ". Another folder is used from the next start and the next run on.");
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(convertWidthInCharsToPixels(60), SWT.DEFAULT)
                .applyTo(usual);
        size = new Label(below, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(size);
        clean = new Button(below, SWT.PUSH);
        clean.setText("&Clean…");
        clean.addListener(SWT.Selection, event -> clean());
        setButtonLayoutData(clean);
        measure();
        return fields;
    }

    private void clean() {
        if (MessageDialog.openConfirm(getShell(), "Clean the Cache", "Delete the decoded images in "
                + UserFolders.ofThisUser().cache() + "?\n\nThe next training on each data set decodes them again.")) {
            work("Cleaning the cache", cache -> {
                cache.clean();
                return cache.bytes();
            });
        }
    }

    private void measure() {
        work("Measuring the cache", CacheFolder::bytes);
    }

    private void work(String name, Work work) {
        size.setText(name + " …");
        clean.setEnabled(false);
        Path folder = UserFolders.ofThisUser().cache();
        WhileOpen open = WhileOpen.of(size);
        Consumer<String> show = text -> open.execute(() -> {
            size.setText(text);
            clean.setEnabled(true);
            size.getParent().layout();
        });
        ICoreRunnable task = monitor -> Failures.asStatus("The cache can't be read", () -> {
            String text = "How much it holds is unknown: it can't be read.";
            try {
                text = "It holds " + text(work.of(new CacheFolder(folder))) + ".";
            } finally {
                show.accept(text);
            }
        });
        Job.create(name, task).schedule();
    }

    private static String text(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= STEP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        return unit == 0 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }

    /** A folder that need not exist; whether it does is not asked while somebody types. */
    private static final class Place extends DirectoryFieldEditor {
        Place(Composite parent) {
            super(UserFolders.CACHE, "&Folder:", parent);
            setEmptyStringAllowed(true);
            setErrorMessage("Enter the whole path of a folder");
        }

        @Override
        protected boolean doCheckState() {
            try {
                return getStringValue().isBlank() || Path.of(getStringValue()).isAbsolute();
            } catch (InvalidPathException e) {
                return false;
            }
        }
    }

    /** Something done with the cache, after which it holds so many bytes. */
    private interface Work {
        long of(CacheFolder cache) throws IOException;
    }
}
