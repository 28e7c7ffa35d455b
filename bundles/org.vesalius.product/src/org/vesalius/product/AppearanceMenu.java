// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product;

import java.util.Arrays;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.prefs.BackingStoreException;
import org.vesalius.core.LoggedFailure;

/**
 * Lets people choose between light and dark. The choice is the platform's own setting and holds from the next start on,
 * for which the menu asks: a style sheet that goes leaves its colours on widgets that the next one doesn't name.
 */
final class AppearanceMenu extends MenuManager {

    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
    private static final String SETTINGS = "org.eclipse.e4.ui.css.swt.theme";
    private static final String THEME = "themeid";
    private static final String GENERAL_PAGES = "org.eclipse.ui.preferencePages.Workbench";
    private static final String THEME_PAGE = "org.eclipse.ui.preferencePages.Views";

    AppearanceMenu() {
        super("&Appearance", "appearance");
        setRemoveAllWhenShown(true);
        addMenuListener(menu -> fill());
        fill();
    }

    /** Takes away the platform's page that changes the theme at once; the pages below it move up. */
    static void replacePage(PreferenceManager pages) {
        IPreferenceNode general = pages.find(GENERAL_PAGES);
        IPreferenceNode page = general == null ? null : general.findSubNode(THEME_PAGE);
        if (page != null) {
            general.remove(page);
            Arrays.stream(page.getSubNodes()).forEach(general::add);
        }
    }

    private void fill() {
        add(choice("&Light", LIGHT));
        add(choice("&Dark", DARK));
    }

    private static IAction choice(String label, String theme) {
        Action action = new Action(label, IAction.AS_RADIO_BUTTON) {
            @Override
            public void run() {
                if (isChecked() && !chosen().startsWith(theme)) {
                    choose(theme);
                }
            }
        };
        action.setChecked(chosen().startsWith(theme));
        return action;
    }

    private static void choose(String theme) {
        IEclipsePreferences settings = settings();
        settings.put(THEME, theme);
        try {
            settings.flush();
        } catch (BackingStoreException e) {
            ILog.of(AppearanceMenu.class).warn("The appearance could not be stored", LoggedFailure.of(e));
        }
        if (!active().startsWith(theme)) {
            askForRestart(theme.equals(DARK) ? "dark" : "light");
        }
    }

    private static void askForRestart(String appearance) {
        Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        String message = "Vesalius will be " + appearance + " the next time it starts.";
        if (!startsAgainByItself()) {
            MessageDialog.openInformation(shell, "Appearance", message);
            return;
        }
        int answer = MessageDialog.open(MessageDialog.QUESTION, shell, "Appearance",
                message + " Restart it now? You will be asked about files that are not saved; trainings go on.", 0, "&Restart", "&Later");
        if (answer == 0) {
            PlatformUI.getWorkbench().restart();
        }
    }

    /** The script that starts Vesalius starts it again when it asks for that, except on Windows. */
    private static boolean startsAgainByItself() {
        return !Platform.OS_WIN32.equals(Platform.getOS());
    }

    private static String chosen() {
        return settings().get(THEME, active());
    }

    private static String active() {
        ITheme theme = PlatformUI.getWorkbench().getService(IThemeEngine.class).getActiveTheme();
        return theme == null ? LIGHT : theme.getId();
    }

    private static IEclipsePreferences settings() {
        return InstanceScope.INSTANCE.getNode(SETTINGS);
    }
}
