// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFoldersTest {
    @TempDir
    private Path home;
    private Map<String, String> properties;

    @BeforeEach
    void setHome() {
        properties = Map.of("user.home", home.toString());
    }

    @Test
    void areInTheCacheFolderOfTheUser() {
        UserFolders folders = UserFolders.of(properties::get, Map.of());

        assertThat(folders.cache()).isEqualTo(home.resolve(".cache").resolve("vesalius"));
        assertThat(folders.locks()).isEqualTo(folders.cache().resolve("locks"));
    }

    @Test
    void followTheEnvironmentUnlessItIsRelative() {
        Path fast = home.resolve("fast");

        assertThat(UserFolders.of(properties::get, Map.of("XDG_CACHE_HOME", fast.toString())).cache())
                .isEqualTo(fast.resolve("vesalius"));
        assertThat(UserFolders.of(properties::get, Map.of("XDG_CACHE_HOME", "fast")).cache())
                .isEqualTo(home.resolve(".cache").resolve("vesalius"));
    }

    @Test
    void propertiesComeFirst() {
        Path cache = home.resolve("c");
        Path locks = home.resolve("l");
        Map<String, String> given = Map.of("user.home", home.toString(), "vesalius.cache", cache.toString(),
                "vesalius.locks", locks.toString());

        assertThat(UserFolders.of(given::get, Map.of("XDG_CACHE_HOME", home.toString())))
                .isEqualTo(new UserFolders(cache, locks));
    }
}
