// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/**
 * Fails every test in which code of the product touched a file on the UI thread. JUnit finds it by itself
 * (META-INF/services).
 */
public final class UiThreadWatch implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(UiThreadWatch.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        files(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        report(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        report(context);
    }

    private static void report(ExtensionContext context) {
        List<FileAccess> found = files(context).map(UiThreadFiles::take).orElse(List.of());
        if (!found.isEmpty()) {
            throw new AssertionFailedError(found.size() + " times a file was touched on the UI thread:\n"
                    + String.join("\n", found.stream().map(FileAccess::toString).distinct().toList()));
        }
    }

    /** The one of this JVM, for its store. */
    private record Looking(Optional<UiThreadFiles> files) {
    }

    private static Optional<UiThreadFiles> files(ExtensionContext context) {
        return context.getRoot().getStore(HERE).getOrComputeIfAbsent(Looking.class,
                key -> new Looking(UiThreadFiles.install(Ui.ask(Thread::currentThread))), Looking.class).files();
    }
}
