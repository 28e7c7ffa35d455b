// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.preference;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.dialogs.PreferenceLinkArea;
import org.eclipse.ui.preferences.IWorkbenchPreferenceContainer;

/** The page above all others of Vesalius: it leads to them. */
public final class VesaliusPage extends PreferencePage implements IWorkbenchPreferencePage {
    private static final String ID = "org.vesalius.ui.preferences";

    private PreferenceManager pages;

    @Override
    public void init(IWorkbench workbench) {
        noDefaultAndApplyButton();
        pages = workbench.getPreferenceManager();
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, convertVerticalDLUsToPixels(4)).applyTo(page);
        IPreferenceNode own = pages.find(ID);
        for (IPreferenceNode below : own == null ? new IPreferenceNode[0] : own.getSubNodes()) {
            new PreferenceLinkArea(page, SWT.NONE, below.getId(), "<a>{0}</a>",
                    (IWorkbenchPreferenceContainer) getContainer(), null);
        }
        return page;
    }
}
