// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real data beside the repository; tests that need it are skipped where it is absent. */
public final class TestData {
    private TestData() {
    }

    /** A folder of the real data, or a skipped test that says why. */
    public static Path folder(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path data = folder.resolve("../shared/data").resolve(name).normalize();
            if (Files.isDirectory(folder.resolve("bundles")) && Files.isDirectory(data)) {
                return data;
            }
            folder = folder.getParent();
        }
        assumeTrue(false, "skipped: ../shared/data/" + name + " is not there");
        throw new IllegalStateException("not reached");
    }
}
