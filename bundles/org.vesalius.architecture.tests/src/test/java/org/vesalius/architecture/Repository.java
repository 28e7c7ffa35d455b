// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The repository's files, as the rules look at them.
 *
 * @param root its folder
 */
record Repository(Path root) {
    private static final Map<Part, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

    /** The repository that this test runs in. */
    static Repository find() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("targetplatform"))) {
            folder = folder.getParent();
        }
        return new Repository(folder);
    }

    /** Every folder under bundles/ that is built. */
    List<Path> modules() throws IOException {
        return foldersWithPom("bundles");
    }

    /** Every folder one level below the given one that Maven builds, in order. */
    List<Path> foldersWithPom(String parent) throws IOException {
        try (Stream<Path> folders = Files.list(root.resolve(parent))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList();
        }
    }

    List<BundleManifest> bundles() throws IOException {
        List<BundleManifest> bundles = new ArrayList<>();
        for (Path module : modules()) {
            Path manifest = module.resolve("META-INF/MANIFEST.MF");
            if (Files.exists(manifest)) {
                try (InputStream stream = Files.newInputStream(manifest)) {
                    bundles.add(BundleManifest.read(stream));
                }
            }
        }
        return bundles;
    }

    /** The classes of a part, read once for all tests: it takes longer than to judge them. */
    JavaClasses imported(Part part) throws IOException {
        JavaClasses known = IMPORTED.get(part);
        if (known == null) {
            known = new ClassFileImporter().importPaths(classes(part));
            IMPORTED.put(part, known);
        }
        return known;
    }

    /** The compiled classes of every module of a part; fails where a module with code has none. */
    List<Path> classes(Part part) throws IOException {
        List<Path> classes = new ArrayList<>();
        for (Path module : modules()) {
            if (Part.of(module.getFileName().toString()) == part && hasCode(module)) {
                classes.add(module.resolve("target/classes").toRealPath());
            }
        }
        return classes;
    }

    /** The folders of code written by hand, tests among it. */
    List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String parent : List.of("bundles", "releng", "examples")) {
            try (Stream<Path> folders = Files.list(root.resolve(parent))) {
                folders.map(folder -> folder.resolve("src")).filter(Files::isDirectory).sorted().forEach(sources::add);
            }
        }
        return sources;
    }

    private static boolean hasCode(Path module) {
        return Files.exists(module.resolve("src")) || Files.exists(module.resolve("src-gen"));
    }
}
