// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What plug-ins may build on: the packages that a manifest exports with a version. They say since when, all others name
 * who uses them, and their signatures stay as the last release has them.
 */
class ApiTest {
    private static final Repository REPOSITORY = Repository.find();
    private static final Path BASELINE = REPOSITORY.root()
            .resolve("bundles/org.vesalius.architecture.tests/src/test/resources/api.txt");
    private static final Path NOW = Path.of("target/api.txt");

    /** What plug-ins reach in a worker, whose jars have no manifest of OSGi. */
    private static final List<String> OF_WORKERS = List.of("org.vesalius.worker.spi", "org.vesalius.worker.dl4j.graph");

    @Test
    void everyExportedPackageIsApiOrNamesItsUsers() throws IOException {
        List<PackageExport> exports = PackageExport.all(REPOSITORY);
        Set<String> faults = new TreeSet<>();
        for (Path module : REPOSITORY.modules()) {
            String user = module.getFileName().toString();
            if (Files.exists(module.resolve("META-INF/MANIFEST.MF")) && Part.of(user) != Part.TEST) {
                Set<String> used = PackageExport.imported(module);
                exports.stream().filter(each -> used.contains(each.name()) && !each.allows(user))
                        .forEach(
                                each -> faults.add(each.bundle() + ": " + each.name() + " is no API; put " + user + " into its x-friends"));
            }
        }
        exports.stream().filter(each -> !each.isApi() && each.friends().isEmpty() && !each.internal())
                .forEach(each -> faults.add(each.bundle() + ": give " + each.name() + " a version, or x-internal:=true"));

        assertThat(exports).filteredOn(PackageExport::isApi).extracting(PackageExport::name).contains("org.vesalius.network.layer");
        assertThat(faults).isEmpty();
    }

    @Test
    void everyPackageOfTheApiSaysSinceWhen() throws IOException {
        for (PackageExport each : PackageExport.all(REPOSITORY)) {
            if (each.isApi() && Files.exists(info(each))) {
                assertThat(Files.readString(info(each))).as(each.name()).contains("@since ");
            }
        }
    }

    /** The description of a package; those generated from a metamodel have none, and are as the metamodel has them. */
    private static Path info(PackageExport exported) {
        return REPOSITORY.root().resolve("bundles").resolve(exported.bundle()).resolve("src")
                .resolve(exported.name().replace('.', '/')).resolve("package-info.java");
    }

    @Test
    void theApiIsAsItWas() throws IOException {
        List<String> now = signatures();
        Files.createDirectories(NOW.getParent());
        Files.write(NOW, now);

        assertThat(now).as("If the API is meant to change: a line in CHANGELOG.md, after a release a version by the rules of"
                + " semver.org for the package, and cp " + NOW.toAbsolutePath() + " " + BASELINE)
                .containsExactlyElementsOf(Files.readAllLines(BASELINE));
    }

    /** A change that an implementation in a plug-in would notice is a change of the signatures. */
    @Test
    void aMethodMoreIsNoticed() {
        List<String> before = signatures(new ClassFileImporter().importClass(Before.class)).toList();
        List<String> after = signatures(new ClassFileImporter().importClass(After.class)).toList();

        assertThat(before).hasSize(2);
        assertThat(after).hasSize(3).anyMatch(line -> line.endsWith("abstract public more(int) java.lang.String"));
    }

    /** As a release has it. */
    public interface Before {
        /** Stays. */
        void stays();
    }

    /** With a method more, which breaks who implements it. */
    public interface After {
        /** Stays. */
        void stays();

        /** Is new. */
        String more(int number);
    }

    private static List<String> signatures() throws IOException {
        List<String> packages = new ArrayList<>(OF_WORKERS);
        for (PackageExport each : PackageExport.all(REPOSITORY)) {
            if (each.isApi() && Files.exists(info(each))) {
                packages.add(each.name());
            }
        }
        return signatures(new ClassFileImporter().importPackages(packages)).stream()
                .filter(line -> packages.contains(line.substring(0, line.indexOf('/')))).toList();
    }

    private static List<String> signatures(JavaClasses classes) {
        return classes.stream().filter(ApiTest::isVisible).flatMap(ApiTest::signatures).distinct().sorted().toList();
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC) && !type.isAnonymousClass() && !type.isLocalClass()
                && type.getEnclosingClass().map(ApiTest::isVisible).orElse(true);
    }

    /** The package, a slash, the type, and what is to be said of it or of a member. */
    private static Stream<String> signatures(JavaClass type) {
        String name = type.getPackageName() + "/" + type.getName().substring(type.getPackageName().length() + 1) + " ";
        String head = type.getModifiers().stream().filter(Set.of(JavaModifier.FINAL, JavaModifier.ABSTRACT)::contains)
                .map(ApiTest::word).sorted().collect(Collectors.joining(" "))
                + type.getRawSuperclass().map(above -> " extends " + above.getName()).orElse("")
                + type.getRawInterfaces().stream().map(JavaClass::getName).sorted().collect(Collectors.joining(",", " implements ", ""));
        return Stream.concat(Stream.of(name + head), type.getMembers().stream().filter(member -> isVisible(type, member))
                .map(member -> name + words(member.getModifiers()) + " " + text(member)));
    }

    private static boolean isVisible(JavaClass type, JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        boolean inherited = modifiers.contains(JavaModifier.PROTECTED) && !type.getModifiers().contains(JavaModifier.FINAL);
        return (modifiers.contains(JavaModifier.PUBLIC) || inherited) && !modifiers.contains(JavaModifier.SYNTHETIC)
                && !member.getName().equals("<clinit>");
    }

    private static String text(JavaMember member) {
        if (member instanceof JavaCodeUnit unit) {
            return unit.getName() + "(" + unit.getRawParameterTypes().stream().map(JavaClass::getName).collect(Collectors.joining(","))
                    + ") " + unit.getRawReturnType().getName() + unit.getExceptionTypes().stream().map(JavaClass::getName).sorted()
                            .map(thrown -> " throws " + thrown).collect(Collectors.joining());
        }
        return member.getName() + " " + ((JavaField) member).getRawType().getName();
    }

    private static String words(Set<JavaModifier> modifiers) {
        Set<JavaModifier> told = Set.of(JavaModifier.PUBLIC, JavaModifier.PROTECTED, JavaModifier.STATIC, JavaModifier.FINAL,
                JavaModifier.ABSTRACT);
        return modifiers.stream().filter(told::contains).map(ApiTest::word).sorted().collect(Collectors.joining(" "));
    }

    private static String word(JavaModifier modifier) {
        return modifier.name().toLowerCase(Locale.ROOT);
    }
}
