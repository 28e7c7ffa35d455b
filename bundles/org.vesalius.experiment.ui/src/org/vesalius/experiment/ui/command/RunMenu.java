// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.command;

import java.util.stream.Stream;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.vesalius.engine.run.RunSummary;
import org.vesalius.experiment.run.RunFolder;

/** What can be done with a run, the same in each menu. */
public final class RunMenu extends CompoundContributionItem {

    private static final String PREFIX = "org.vesalius.experiment.ui.run.";

    @Override
    protected IContributionItem[] getContributionItems() {
        return Stream.of("results", "watch", "-", "evaluate", "predict", "export", "-", "resume", "log", "-", "delete")
                .map(RunMenu::item).toArray(IContributionItem[]::new);
    }

    private static IContributionItem item(String name) {
        return name.equals("-") ? new Separator()
                : new CommandContributionItem(new CommandContributionItemParameter(PlatformUI.getWorkbench(), null,
                        PREFIX + name, CommandContributionItem.STYLE_PUSH));
    }

    /** Finds the run behind what is selected: an entry of a list of runs, or a folder in the Project Explorer. */
    public static final class Adapter implements IAdapterFactory {

        @Override
        public <T> T getAdapter(Object adaptable, Class<T> type) {
            if (adaptable instanceof RunSummary run) {
                return type.cast(run.folder());
            }
            return adaptable instanceof IFolder folder && folder.getLocation() != null
                    && folder.getFile(RunFolder.RECORD).exists()
                            ? type.cast(new RunFolder(folder.getLocation().toPath())) : null;
        }

        @Override
        public Class<?>[] getAdapterList() {
            return new Class<?>[] {RunFolder.class};
        }
    }
}
