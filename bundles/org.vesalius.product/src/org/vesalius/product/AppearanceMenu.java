// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product;

import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.ui.PlatformUI;

/** Lets people choose between light and dark; the choice takes effect at once and outlives a restart. */
final class AppearanceMenu extends MenuManager {

    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    AppearanceMenu() {
        super("&Appearance", "appearance");
        setRemoveAllWhenShown(true);
        addMenuListener(menu -> fill());
        fill();
    }

    private void fill() {
        add(choice("&Light", LIGHT));
        add(choice("&Dark", DARK));
    }

    private static IAction choice(String label, String theme) {
        Action action = new Action(label, IAction.AS_RADIO_BUTTON) {
            @Override
            public void run() {
                if (isChecked()) {
                    engine().setTheme(theme, true);
                }
            }
        };
        ITheme active = engine().getActiveTheme();
        action.setChecked(active != null && active.getId().startsWith(theme));
        return action;
    }

    private static IThemeEngine engine() {
        return PlatformUI.getWorkbench().getService(IThemeEngine.class);
    }
}
