// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Where this user's caches belong, by the custom of the system; for engines to tell their workers. */
public final class UserFolders {

    private static final String NAME = "vesalius";

    private final Map<String, String> environment;
    private final Path home;
    private final String system;

    /**
     * The folders of a user.
     *
     * @param system name of the operating system as in {@code os.name}
     */
    public UserFolders(Map<String, String> environment, Path home, String system) {
        this.environment = Map.copyOf(environment);
        this.home = Objects.requireNonNull(home, "home");
        this.system = system.toLowerCase(Locale.ROOT);
    }

    /** The folders of the user who runs this process. */
    public static UserFolders ofThisUser() {
        return new UserFolders(System.getenv(), Path.of(System.getProperty("user.home")),
                System.getProperty("os.name"));
    }

    /** The folder for what can be made again; it need not exist. */
    public Path cache() {
        if (system.startsWith("windows")) {
            return from("LOCALAPPDATA", home.resolve("AppData/Local")).resolve(NAME).resolve("cache");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library/Caches").resolve(NAME);
        }
        return from("XDG_CACHE_HOME", home.resolve(".cache")).resolve(NAME);
    }

    /** The folder of the locks that keep two runs from using a device at once; it need not exist. */
    public Path locks() {
        return cache().resolve("locks");
    }

    private Path from(String variable, Path otherwise) {
        String value = environment.get(variable);
        return value == null || value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }
}
