// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import java.security.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Notices every file that code of the product touches on the UI thread: reads, writes, deletes, lists or merely asks
 * for. The JDK asks a security manager before each of these, which is the one place that sees them all, old API and
 * new; this one forbids nothing. It is there up to Java 23.
 */
@SuppressWarnings("removal")
final class UiThreadFiles extends SecurityManager {
    private final Thread ui;
    private final List<FileAccess> found = new ArrayList<>();
    private boolean looking;

    private UiThreadFiles(Thread ui) {
        this.ui = ui;
    }

    /** Starts to look; absent, and said so, where the JDK has no security managers any more. */
    static Optional<UiThreadFiles> install(Thread ui) {
        UiThreadFiles files = new UiThreadFiles(ui);
        try {
            System.setSecurityManager(files);
            return Optional.of(files);
        } catch (UnsupportedOperationException e) {
            System.err.println("Files touched on the UI thread are not looked for: this takes Java 17 to 23.");
            return Optional.empty();
        }
    }

    /** Returns what was found, and forgets it. */
    synchronized List<FileAccess> take() {
        List<FileAccess> taken = List.copyOf(found);
        found.clear();
        return taken;
    }

    private void look(String how) {
        if (Thread.currentThread() != ui || looking) {
            return;
        }
        looking = true;
        try {
            FileAccess access = FileAccess.here(how);
            if (access.isOurs()) {
                add(access);
            }
        } finally {
            looking = false;
        }
    }

    private synchronized void add(FileAccess access) {
        found.add(access);
    }

    @Override
    public void checkRead(String file) {
        look("read " + file);
    }

    @Override
    public void checkRead(String file, Object context) {
        look("read " + file);
    }

    @Override
    public void checkWrite(String file) {
        look("write " + file);
    }

    @Override
    public void checkDelete(String file) {
        look("delete " + file);
    }

    @Override
    public void checkPermission(Permission permission) {
        // nothing is forbidden
    }

    @Override
    public void checkPermission(Permission permission, Object context) {
        // nothing is forbidden
    }
}
