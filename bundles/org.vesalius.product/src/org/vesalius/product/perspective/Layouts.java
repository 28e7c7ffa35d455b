// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.perspective;

import java.util.List;
import org.eclipse.ui.IPageLayout;
import org.vesalius.product.help.HelpView;

/** What the perspectives have in common. */
final class Layouts {

    /** The folder at the left edge. */
    static final String LEFT = "left";
    static final String ANALYSER_VIEW = "org.vesalius.network.ui.analyser";
    static final String TRAINING_VIEW = "org.vesalius.experiment.ui.training";

    private static final List<String> WIZARDS = List.of("org.vesalius.product.newProject", "org.vesalius.product.newNetwork",
            "org.vesalius.product.newDataset", "org.vesalius.product.newExperiment", "org.eclipse.ui.wizards.new.folder",
            "org.eclipse.ui.wizards.new.file");
    private static final List<String> VIEWS = List.of(IPageLayout.ID_PROJECT_EXPLORER, IPageLayout.ID_PROP_SHEET,
            IPageLayout.ID_OUTLINE, ANALYSER_VIEW, IPageLayout.ID_PROBLEM_VIEW, TRAINING_VIEW, IPageLayout.ID_PROGRESS_VIEW,
            "org.eclipse.pde.runtime.LogView", HelpView.ID);

    private Layouts() {
    }

    static void explorer(IPageLayout layout) {
        layout.createFolder(LEFT, IPageLayout.LEFT, 0.2f, IPageLayout.ID_EDITOR_AREA)
                .addView(IPageLayout.ID_PROJECT_EXPLORER);
    }

    static void shortcuts(IPageLayout layout) {
        WIZARDS.forEach(layout::addNewWizardShortcut);
        VIEWS.forEach(layout::addShowViewShortcut);
        layout.addPerspectiveShortcut(DesignPerspective.ID);
        layout.addPerspectiveShortcut(TrainPerspective.ID);
    }
}
