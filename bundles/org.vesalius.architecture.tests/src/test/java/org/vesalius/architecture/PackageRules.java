// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of packages: each knows what is below it only, and none is too large to be read. */
final class PackageRules {

    /** The most files that a package may have. */
    static final int MOST_FILES = 30;

    /** Packages of one part; bundles can't need each other in a circle, so that no cycle leads through two parts. */
    static final ArchRule NO_CYCLES = slices().assignedFrom(new Packages()).should().beFreeOfCycles()
            .because("a package that knows those built on it can be neither read nor changed alone");

    private PackageRules() {
    }

    /** Returns the packages in some folders of sources that have too many files. */
    static List<String> large(List<Path> sources) throws IOException {
        Map<Path, Long> files = new TreeMap<>();
        for (Path folder : sources) {
            try (Stream<Path> found = Files.walk(folder)) {
                files.putAll(found.filter(file -> file.toString().endsWith(".java"))
                        .collect(Collectors.groupingBy(Path::getParent, Collectors.counting())));
            }
        }
        return files.entrySet().stream().filter(each -> each.getValue() > MOST_FILES)
                .map(each -> each.getKey() + " has " + each.getValue() + " files; divide it by what they do").toList();
    }

    /** Every package is a slice; what is made from a metamodel is one, since its interfaces know their implementation. */
    private static final class Packages implements SliceAssignment {
        private static final String IMPLEMENTATION = ".impl";

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return SliceIdentifier.of(isGenerated(type) ? name.substring(0, name.lastIndexOf('.')) : name);
        }

        private static boolean isGenerated(JavaClass type) {
            return type.getPackageName().endsWith(IMPLEMENTATION)
                    && type.getPackage().getClasses().stream().anyMatch(each -> each.getName().endsWith("PackageImpl"));
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
