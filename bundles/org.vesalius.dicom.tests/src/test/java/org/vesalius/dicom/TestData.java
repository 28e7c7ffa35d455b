// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The real data beside the repository; tests that need it are skipped where it is absent. */
public final class TestData {
    private TestData() {
    }

    /** A folder of DICOM files, or a skipped test that says why. */
    public static Path folder(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path data = folder.resolve("../shared/data/dicom").resolve(name).normalize();
            if (Files.isDirectory(folder.resolve("bundles")) && Files.isDirectory(data)) {
                return data;
            }
            folder = folder.getParent();
        }
        assumeTrue(false, "skipped: ../shared/data/dicom/" + name + " is not there");
        throw new IllegalStateException("not reached");
    }

    /** All files in a folder and below it, sorted. */
    public static List<Path> files(String name) {
        try (Stream<Path> files = Files.walk(folder(name))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
