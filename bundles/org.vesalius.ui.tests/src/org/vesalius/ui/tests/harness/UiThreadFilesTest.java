// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;

/** A file that the product touches on the UI thread is noticed; what tests and other threads touch is not. */
@WindowTest
class UiThreadFilesTest {

    @TempDir
    Path folder;

    private static UiThreadFiles files() {
        Assumptions.assumeTrue(System.getSecurityManager() instanceof UiThreadFiles, "this takes Java 17 to 23");
        return (UiThreadFiles) System.getSecurityManager();
    }

    /** There is no such file: to ask for it is enough. */
    private Void load() {
        try {
            new NetworkFiles(StandardLayers.catalog()).load(folder.resolve("none.network"));
        } catch (ReportedException e) {
            assertTrue(e.getMessage().length() > 0);
        }
        return null;
    }

    @Test
    void aFileTouchedByTheProductIsNoticedWithItsStack() {
        UiThreadFiles files = files();
        load();
        assertEquals(List.of(), files.take(), "another thread may");
        Ui.ask(this::load);
        List<FileAccess> found = files.take();
        assertTrue(found.stream().anyMatch(access -> access.toString().contains("none.network")
                && access.toString().contains("LayerGraphFiles.load")), found::toString);
    }

    @Test
    void aFileTouchedByATestIsNot() {
        UiThreadFiles files = files();
        assertTrue(Ui.ask(() -> Files.notExists(folder.resolve("none"))));
        assertEquals(List.of(), files.take());
    }
}
