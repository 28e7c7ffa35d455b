// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others made and the product ships is named with its licence: in NOTICE, in those of the features, and in about.html. */
class NoticesTest {
    private static final Path ROOT = Repository.find().root();
    private static final List<String> TESTS_ONLY = List.of("org.junit.", "org.opentest4j", "org.apiguardian");

    /** Returns the shipped libraries, as group:artifact, that a notice does not name. */
    static List<String> unnamed(Collection<String> shipped, String notice) {
        Set<String> named = notice.lines().filter(line -> line.matches("\\S+:\\S+  .+"))
                .map(line -> line.substring(0, line.indexOf(' '))).collect(Collectors.toSet());
        return shipped.stream().filter(library -> TESTS_ONLY.stream().noneMatch(library::startsWith))
                .filter(library -> !named.contains(library) && !named.contains(library.replaceFirst(":.*", ":*"))).sorted().toList();
    }

    @Test
    void everyBundleOfTheTargetPlatformIsNamed() throws IOException {
        Set<String> shipped = MavenFiles.targetVersions(ROOT.resolve("targetplatform/eclipse-4.33.txt")).keySet();

        assertThat(shipped).contains("org.jfree:jfreechart");
        assertThat(unnamed(shipped, text("NOTICE"))).as("add them to NOTICE and that of their feature").isEmpty();
    }

    @Test
    void whatAFeatureNamesIsNamedForTheProduct() throws IOException {
        for (String feature : List.of("core", "ui", "engine.dl4j")) {
            for (String line : text("features/" + feature + "/NOTICE").lines().filter(line -> line.matches("\\S+:\\S+  .+")).toList()) {
                assertThat(text("NOTICE")).contains(line);
                assertThat(text("bundles/org.vesalius.product/about.html")).contains(line.substring(0, line.indexOf(' ')));
            }
        }
    }

    @Test
    void everyJarOfTheWorkerIsNamed() throws IOException {
        String notice = text("features/engine.dl4j/NOTICE");
        Path folder = ROOT.resolve("bundles/org.vesalius.engine.dl4j/lib");
        try (Stream<Path> jars = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            assertThat(jars.map(jar -> jar.getFileName().toString()).filter(jar -> !jar.startsWith("org.vesalius."))
                    .map(jar -> jar.replaceFirst("-\\d.*", ""))).allSatisfy(jar -> assertThat(notice).contains(":" + jar + "  "));
        }
    }

    @Test
    void aLibraryWithoutANoticeIsNoticed() {
        assertThat(unnamed(List.of("a.b:c", "a.b:d", "e:f", "org.junit.jupiter:api"), "a.b:c  MIT\n    a.b:d\ne:*  EPL-2.0\n"))
                .containsExactly("a.b:d");
    }

    private static String text(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
