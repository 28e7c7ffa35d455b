// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.control;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Folders of this user outside any project.
 *
 * @param cache decoded images; may be emptied at any time. System property {@code vesalius.cache}, otherwise
 *        {@code vesalius} in the user's cache folder
 * @param locks locks of devices; the same for all runs of a user on a machine. System property {@code vesalius.locks},
 *        otherwise {@code vesalius/locks} in the user's cache folder
 */
public record UserFolders(Path cache, Path locks) {
    /** The folders of the user of this process. */
    public static UserFolders current() {
        return of(System::getProperty, System.getenv());
    }

    static UserFolders of(UnaryOperator<String> properties, Map<String, String> environment) {
        Path own = userCache(properties, environment).resolve("vesalius");
        return new UserFolders(given(properties.apply("vesalius.cache"), own),
                given(properties.apply("vesalius.locks"), own.resolve("locks")));
    }

    private static Path given(String property, Path otherwise) {
        return property == null || property.isBlank() ? otherwise : Path.of(property).toAbsolutePath();
    }

    private static Path userCache(UnaryOperator<String> properties, Map<String, String> environment) {
        for (String variable : new String[] {"XDG_CACHE_HOME", "LOCALAPPDATA"}) {
            String folder = environment.getOrDefault(variable, "");
            if (!folder.isBlank() && Path.of(folder).isAbsolute()) {
                return Path.of(folder);
            }
        }
        return Path.of(properties.apply("user.home"), ".cache");
    }
}
