// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests declare no package of another bundle. Those that run on one class path with the bundle X they test (X.tests,
 * without a manifest) may be in its packages, as a fragment is; those that are installed as bundles have a class loader
 * of their own and with it packages of their own, since a package in two bundles is two packages.
 */
class TestPackagesTest {
    private static final Repository REPOSITORY = Repository.find();
    private static final String ENDING = ".tests";

    /** Returns the bundle that a package belongs to by its name: the longest that it begins with. */
    private static String owner(String declared, Set<String> modules) {
        return modules.stream().filter(module -> (declared + ".").startsWith(module + "."))
                .max(Comparator.comparingInt(String::length)).orElse("no bundle");
    }

    static List<String> foreign(String module, boolean installed, Set<String> declared, Set<String> modules) {
        String tested = module.substring(0, module.length() - ENDING.length());
        Set<String> allowed = installed ? Set.of(module) : Set.of(module, tested);
        return declared.stream().filter(each -> !allowed.contains(owner(each, modules)))
                .map(each -> module + " declares " + each + ", a package of " + owner(each, modules)).toList();
    }

    @Test
    void noTestDeclaresAPackageOfAnotherBundle() throws IOException {
        Set<String> modules = REPOSITORY.modules().stream().map(module -> module.getFileName().toString())
                .collect(Collectors.toSet());
        for (Path module : REPOSITORY.modules()) {
            String name = module.getFileName().toString();
            if (name.endsWith(ENDING) && modules.contains(name.substring(0, name.length() - ENDING.length()))) {
                assertThat(foreign(name, Files.exists(module.resolve("META-INF/MANIFEST.MF")), packages(module), modules))
                        .isEmpty();
            }
        }
    }

    @Test
    void aForeignPackageIsNoticed() {
        Set<String> modules = Set.of("org.vesalius.ui", "org.vesalius.ui.tests", "org.vesalius.engine",
                "org.vesalius.engine.tests", "org.vesalius.engine.dl4j");

        assertThat(foreign("org.vesalius.ui.tests", true, Set.of("org.vesalius.ui.tests.chart"), modules)).isEmpty();
        assertThat(foreign("org.vesalius.ui.tests", true, Set.of("org.vesalius.ui.chart"), modules))
                .containsExactly("org.vesalius.ui.tests declares org.vesalius.ui.chart, a package of org.vesalius.ui");
        assertThat(foreign("org.vesalius.engine.tests", false, Set.of("org.vesalius.engine.run"), modules)).isEmpty();
        assertThat(foreign("org.vesalius.engine.tests", false, Set.of("org.vesalius.engine.dl4j"), modules)).hasSize(1);
    }

    private static Set<String> packages(Path module) throws IOException {
        Set<String> packages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(module.resolve("src"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                packages.add(Files.readString(file).replaceFirst("(?s).*?\npackage ([a-z0-9.]+);.*", "$1"));
            }
        }
        return packages;
    }
}
