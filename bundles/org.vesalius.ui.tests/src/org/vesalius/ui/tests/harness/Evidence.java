// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What tells afterwards why a test hung: a picture of the screen and the stacks of all threads. */
final class Evidence {
    private final Path folder;

    Evidence(Path folder) {
        this.folder = folder;
    }

    /** Saves {@code hung-<name>.txt} and, where the screen can be read, {@code hung-<name>.png}; returns the stacks. */
    String save(String name) {
        String stacks = stacks();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("hung-" + name + ".txt"), stacks);
            Optional<ScreenFile> screen = ScreenFile.ofThisTest();
            if (screen.isPresent()) {
                screen.get().save(folder.resolve("hung-" + name + ".png"));
            }
        } catch (IOException e) {
            return stacks + "\nThe rest could not be saved: " + e;
        }
        return stacks;
    }

    private static String stacks() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Thread, StackTraceElement[]> thread : Thread.getAllStackTraces().entrySet()) {
            text.append(thread.getKey().getName()).append(" (").append(thread.getKey().getState()).append(")\n");
            for (StackTraceElement frame : thread.getValue()) {
                text.append("    at ").append(frame).append('\n');
            }
        }
        return text.toString();
    }
}
