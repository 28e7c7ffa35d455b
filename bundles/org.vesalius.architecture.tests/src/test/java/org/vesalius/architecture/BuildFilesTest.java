// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build's files agree with each other and with the folders. */
class BuildFilesTest {

    private static final Repository REPOSITORY = Repository.find();
    private static final Path ROOT = REPOSITORY.root();
    private static final String LICENCE = "// SPDX-License-Identifier: EPL-2.0";

    @Test
    void everyModuleIsAFolderAndEveryFolderAModule() throws IOException {
        List<String> folders = new ArrayList<>(List.of("targetplatform"));
        for (String parent : List.of("bundles", "features", "releng")) {
            REPOSITORY.foldersWithPom(parent).forEach(folder -> folders.add(name(folder)));
        }

        assertThat(MavenFiles.modules(ROOT.resolve("pom.xml")))
                .containsExactlyInAnyOrderElementsOf(folders);
    }

    @Test
    void everyBundleIsInAFeature() throws IOException {
        Set<String> shipped = new HashSet<>();
        for (Path feature : REPOSITORY.foldersWithPom("features")) {
            shipped.addAll(MavenFiles.featureMembers(feature.resolve("feature.xml")));
            shipped.addAll(requirements(feature.resolve("p2.inf")));
        }

        assertThat(REPOSITORY.bundles())
                .extracting(BundleManifest::name)
                .filteredOn(bundle -> Part.of(bundle) != Part.TEST)
                .allSatisfy(bundle -> assertThat(shipped).contains(bundle));
    }

    @Test
    void bundlesAndPlainJarsUseTheSameVersions() throws IOException {
        Map<String, String> target =
                MavenFiles.targetVersions(ROOT.resolve("targetplatform/eclipse-4.33.txt"));
        Map<String, String> managed = MavenFiles.managedVersions(ROOT.resolve("pom.xml"));
        Map<String, String> shared = new TreeMap<>(managed);
        shared.keySet().retainAll(target.keySet());

        assertThat(shared).containsKeys("com.google.code.gson:gson", "org.eclipse.emf:org.eclipse.emf.ecore");
        assertThat(target).containsAllEntriesOf(shared);
    }

    @Test
    void everySourceFileNamesItsLicence() throws IOException {
        for (Path module : REPOSITORY.modules()) {
            for (Path file : sources(module.resolve("src"))) {
                assertThat(Files.readString(file)).as(name(file)).startsWith(LICENCE);
            }
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> requirements(Path p2) throws IOException {
        if (!Files.exists(p2)) {
            return List.of();
        }
        return Files.readAllLines(p2).stream()
                .filter(line -> line.matches("requires\\.\\d+\\.name = .*"))
                .map(line -> line.substring(line.indexOf('=') + 2))
                .toList();
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }
}
