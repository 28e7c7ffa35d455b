// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.cases;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Models of other tools with what these compute; tests are skipped where the folder is absent. */
public final class ExchangeCases {
    private static final Path FOLDER = Path.of("../../../shared/data/exchange-cases");

    private ExchangeCases() {
    }

    /** The files of a folder whose names end so, sorted. */
    public static List<Path> files(String folder, String end) throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "there is no ../shared/data/exchange-cases beside the repository");
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(file -> file.getFileName().toString().endsWith(end)).sorted().toList();
        }
    }

    /** One file, as {@code keras3/deep_branch.h5}. */
    public static Path file(String name) {
        assumeTrue(Files.isDirectory(FOLDER), "there is no ../shared/data/exchange-cases beside the repository");
        return FOLDER.resolve(name);
    }

    /** The file of the same name with another end. */
    public static Path beside(Path file, String end) {
        return file.resolveSibling(file.getFileName().toString().replaceAll("\\.[^.]*$", end));
    }

    /**
     * A factory of tests that ends for want of its data is counted as one skipped test, with the reason: JUnit's reports
     * leave out factories that give no test.
     */
    public static final class CountedWhenSkipped implements InvocationInterceptor {
        @Override
        public <T> T interceptTestFactoryMethod(Invocation<T> invocation, ReflectiveInvocationContext<Method> method,
                ExtensionContext context) throws Throwable {
            try {
                return invocation.proceed();
            } catch (TestAbortedException e) {
                Stream<DynamicTest> skipped = Stream.of(DynamicTest.dynamicTest("without data", () -> {
                    throw e;
                }));
                @SuppressWarnings("unchecked")
                T instead = (T) skipped;
                return instead;
            }
        }
    }
}
