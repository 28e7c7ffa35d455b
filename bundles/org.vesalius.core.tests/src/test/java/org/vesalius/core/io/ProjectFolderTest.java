// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFolderTest {
    @TempDir
    private Path temp;

    @Test
    void theNearestMarkedFolderIsTheProjectWhereverTheOtherFolderIs() throws IOException {
        Path marked = Files.createDirectories(temp.resolve("marked"));
        Files.writeString(marked.resolve(".project"), "");

        assertThat(ProjectFolder.of(marked.resolve("sets/a"), marked.resolve("scans")).path()).isEqualTo(marked);
        assertThat(ProjectFolder.of(marked.resolve("sets/a"), temp.resolve("scans")).path()).isEqualTo(marked);
    }

    @Test
    void withoutAMarkItIsTheFolderAroundBoth() {
        assertThat(ProjectFolder.of(temp.resolve("w/sets/a"), temp.resolve("w/scans")).path())
                .isEqualTo(temp.resolve("w"));
        assertThat(ProjectFolder.of(temp.resolve("w/a"), temp.resolve("w/a/scans")).path())
                .isEqualTo(temp.resolve("w/a"));
    }

    @Test
    void theUsersOwnFolderThoseAroundItAndAWholeDiskAreNoProject() {
        Path home = Path.of(System.getProperty("user.home")).toAbsolutePath();
        Path set = home.resolve("no-such-work/sets/a");

        assertThat(ProjectFolder.of(set, home.resolve("no-such-scans")).path()).isEqualTo(set);
        assertThat(ProjectFolder.of(set, home.resolveSibling("no-such-user")).path()).isEqualTo(set);
        assertThat(ProjectFolder.of(set, home.getRoot().resolve("no-such-disk/scans")).path()).isEqualTo(set);
    }
}
