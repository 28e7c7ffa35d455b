// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.perspective;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.vesalius.product.help.HelpView;

/** For drawing networks and setting up experiments: a wide canvas, what is selected beside it, what is wrong below it. */
public final class DesignPerspective implements IPerspectiveFactory {

    /** Identifier of the perspective. */
    public static final String ID = "org.vesalius.product.design";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        Layouts.explorer(layout);
        IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, 0.68f, IPageLayout.ID_EDITOR_AREA);
        right.addView(IPageLayout.ID_PROP_SHEET);
        right.addPlaceholder(HelpView.ID);
        layout.createFolder("overview", IPageLayout.BOTTOM, 0.62f, Layouts.LEFT).addView(IPageLayout.ID_OUTLINE);
        IFolderLayout bottom = layout.createFolder("bottom", IPageLayout.BOTTOM, 0.7f, IPageLayout.ID_EDITOR_AREA);
        bottom.addView(Layouts.ANALYSER_VIEW);
        bottom.addView(IPageLayout.ID_PROBLEM_VIEW);
        layout.createPlaceholderFolder("training", IPageLayout.BOTTOM, 0.45f, IPageLayout.ID_EDITOR_AREA)
                .addPlaceholder(Layouts.TRAINING_VIEW);
        Layouts.shortcuts(layout);
    }
}
