// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.theme;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.event.EventHandler;

/**
 * Follows the theme of the workbench for one part. Widgets are coloured by the style sheets of the
 * theme; what paints for itself asks here and listens for a change.
 *
 * <p>Create, use and close it on the UI thread. The listener is called on the UI thread too.
 */
public final class ThemeMonitor implements AutoCloseable {
    private final IEventBroker events;
    private final EventHandler handler;

    /** Starts to follow the theme; {@code listener} hears the brightness after each change of it. */
    public ThemeMonitor(Consumer<Brightness> listener) {
        Objects.requireNonNull(listener);
        events = PlatformUI.getWorkbench().getService(IEventBroker.class);
        handler = event -> listener.accept(brightness());
        if (events != null) {
            events.subscribe(IThemeEngine.Events.THEME_CHANGED, handler);
        }
    }

    /** Returns what the theme in use shows; without a theme engine, what the desktop shows. */
    public Brightness brightness() {
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        ITheme theme = engine == null ? null : engine.getActiveTheme();
        if (theme == null) {
            return Display.isSystemDarkTheme() ? Brightness.DARK : Brightness.LIGHT;
        }
        return theme.getId().toLowerCase(Locale.ROOT).contains("dark") ? Brightness.DARK : Brightness.LIGHT;
    }

    @Override
    public void close() {
        if (events != null) {
            events.unsubscribe(handler);
        }
    }
}
