// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vesalius.architecture.planted.layer.PlantedLayer;
import org.vesalius.architecture.planted.weight.PlantedWeights;

/** No package knows one that is built on it, none is too large, and the rules notice both. */
class PackageRulesTest {
    private static final Repository REPOSITORY = Repository.find();

    @ParameterizedTest
    @EnumSource(value = Part.class, names = {"CORE", "HEADLESS", "WORKBENCH"})
    void noPackageKnowsItselfByAnother(Part part) throws IOException {
        JavaClasses classes = REPOSITORY.imported(part);

        assertThat(classes).isNotEmpty();
        PackageRules.NO_CYCLES.check(classes);
    }

    @Test
    void packagesThatKnowEachOtherAreNoticed() {
        JavaClasses planted = new ClassFileImporter().importClasses(PlantedLayer.class, PlantedWeights.class);

        assertThat(PackageRules.NO_CYCLES.evaluate(planted).getFailureReport().toString())
                .contains("planted.layer -> ", "planted.weight");
    }

    @Test
    void noPackageHasTooManyFiles() throws IOException {
        assertThat(REPOSITORY.sources()).hasSizeGreaterThan(REPOSITORY.modules().size() / 2);
        assertThat(PackageRules.large(REPOSITORY.sources())).isEmpty();
    }

    @Test
    void aLargePackageIsNoticed(@TempDir Path folder) throws IOException {
        for (int i = 0; i < PackageRules.MOST_FILES; i++) {
            Files.createFile(folder.resolve("Planted" + i + ".java"));
        }
        Files.createFile(folder.resolve("planted.properties"));
        assertThat(PackageRules.large(List.of(folder))).isEmpty();

        Files.createFile(folder.resolve("OneMore.java"));

        assertThat(PackageRules.large(List.of(folder)))
                .containsExactly(folder + " has 31 files; divide it by what they do");
    }
}
