// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

class UserFoldersTest {

    private static final Path HOME = Path.of("/home/ada").toAbsolutePath();

    @Test
    void followsTheXdgConventionOnLinux() {
        Path own = Path.of("/var/ada").toAbsolutePath();

        assertThat(folders(Map.of(), "Linux").cache()).isEqualTo(HOME.resolve(".cache/vesalius"));
        assertThat(folders(Map.of("XDG_CACHE_HOME", own.toString()), "Linux").cache())
                .isEqualTo(own.resolve("vesalius"));
    }

    @Test
    void ignoresARelativeFolderAsTheConventionSays() {
        assertThat(folders(Map.of("XDG_CACHE_HOME", "cache"), "Linux").cache())
                .isEqualTo(HOME.resolve(".cache/vesalius"));
    }

    @Test
    void followsTheCustomsOfOtherSystems() {
        assertThat(folders(Map.of(), "Mac OS X").cache()).isEqualTo(HOME.resolve("Library/Caches/vesalius"));
        assertThat(folders(Map.of(), "Windows 11").cache()).isEqualTo(HOME.resolve("AppData/Local/vesalius/cache"));
    }

    @Test
    void aChosenCacheMovesNoLocks() {
        Path chosen = Path.of("/big/disk").toAbsolutePath();
        UserFolders folders = folders(Map.of(), "Linux").withCache(chosen.toString());

        assertThat(folders.cache()).isEqualTo(chosen);
        assertThat(folders.locks()).isEqualTo(HOME.resolve(".cache/vesalius/locks"));
        assertThat(folders.withCache("").cache()).isEqualTo(HOME.resolve(".cache/vesalius"));
        assertThat(folders.withCache("relative").cache()).isEqualTo(HOME.resolve(".cache/vesalius"));
    }

    private static UserFolders folders(Map<String, String> environment, String system) {
        return new UserFolders(environment, HOME, system);
    }
}
