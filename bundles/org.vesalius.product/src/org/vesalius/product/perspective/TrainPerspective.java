// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.perspective;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.vesalius.product.help.HelpView;

/** For running experiments: the charts get most of the room, with the experiment above them. */
public final class TrainPerspective implements IPerspectiveFactory {

    /** Identifier of the perspective. */
    public static final String ID = "org.vesalius.product.train";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        Layouts.explorer(layout);
        IFolderLayout training = layout.createFolder("training", IPageLayout.BOTTOM, 0.4f, IPageLayout.ID_EDITOR_AREA);
        training.addView(Layouts.TRAINING_VIEW);
        training.addView(IPageLayout.ID_PROGRESS_VIEW);
        training.addView(IPageLayout.ID_PROBLEM_VIEW);
        layout.createFolder("details", IPageLayout.BOTTOM, 0.6f, Layouts.LEFT).addView(IPageLayout.ID_PROP_SHEET);
        layout.createPlaceholderFolder("help", IPageLayout.RIGHT, 0.7f, IPageLayout.ID_EDITOR_AREA).addPlaceholder(HelpView.ID);
        Layouts.shortcuts(layout);
    }
}
