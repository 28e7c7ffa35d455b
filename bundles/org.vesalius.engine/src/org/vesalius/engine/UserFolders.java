// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.ConfigurationScope;
import org.eclipse.core.runtime.preferences.IScopeContext;

/**
 * Where this user's caches belong: where the preference {@link #CACHE} says, else by the custom of the system. For
 * engines to tell their workers.
 */
public final class UserFolders {

    /** The preference for the folder of the cache, absolute, of the scope of the installation. */
    public static final String CACHE = "cache";
    /** The node of that preference. */
    public static final String NODE = "org.vesalius.engine";

    private static final String NAME = "vesalius";

    private final Map<String, String> environment;
    private final Path home;
    private final String system;
    private final Optional<Path> chosen;

    /**
     * The folders of a user.
     *
     * @param system name of the operating system as in {@code os.name}
     */
    public UserFolders(Map<String, String> environment, Path home, String system) {
        this(environment, home, system, Optional.empty());
    }

    private UserFolders(Map<String, String> environment, Path home, String system, Optional<Path> chosen) {
        this.environment = Map.copyOf(environment);
        this.home = Objects.requireNonNull(home, "home");
        this.system = system.toLowerCase(Locale.ROOT);
        this.chosen = chosen;
    }

    /** The folders of the user who runs this process. */
    public static UserFolders ofThisUser() {
        return new UserFolders(System.getenv(), Path.of(System.getProperty("user.home")),
                System.getProperty("os.name")).withCache(
                        Platform.getPreferencesService().getString(NODE, CACHE, "",
                                new IScopeContext[] {ConfigurationScope.INSTANCE}));
    }

    /** The same with another folder for the cache; a path that is blank or not absolute is left aside. */
    public UserFolders withCache(String path) {
        return new UserFolders(environment, home, system,
                path.isBlank() || !Path.of(path).isAbsolute() ? Optional.empty() : Optional.of(Path.of(path)));
    }

    /** The folder for what can be made again; it need not exist. */
    public Path cache() {
        return chosen.orElseGet(this::usualCache);
    }

    /** The folder of the cache by the custom of the system. */
    public Path usualCache() {
        if (system.startsWith("windows")) {
            return from("LOCALAPPDATA", home.resolve("AppData/Local")).resolve(NAME).resolve("cache");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library/Caches").resolve(NAME);
        }
        return from("XDG_CACHE_HOME", home.resolve(".cache")).resolve(NAME);
    }

    /**
     * The folder of the locks that keep two runs from using a device at once; it need not exist. It stays where it is
     * when the cache moves: runs that began before must be seen by those that begin later.
     */
    public Path locks() {
        return usualCache().resolve("locks");
    }

    private Path from(String variable, Path otherwise) {
        String value = environment.get(variable);
        return value == null || value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }
}
