// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.framework.Bundle;

/** The bundles keep the rules of the architecture, and the rules notice when one does not. */
class BundleRulesTest {

    private static final Repository REPOSITORY = Repository.find();

    /** One of the rules over manifests. */
    interface Rule extends Function<BundleManifest, List<String>> {}

    static Stream<Rule> rules() {
        return Stream.of(
                BundleRules::coreStandsOnEmfAlone,
                BundleRules::coreNeedsCoreOnly,
                BundleRules::widgetsAreNeededByWidgetsOnly,
                BundleRules::internalStaysInside);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyManifestKeepsEveryRule(Rule rule) throws IOException {
        List<BundleManifest> bundles = REPOSITORY.bundles();

        assertThat(bundles).extracting(BundleManifest::name).contains("org.vesalius.network");
        assertThat(bundles).allSatisfy(bundle -> assertThat(rule.apply(bundle)).isEmpty());
    }

    @Test
    void codeOfTheCoreRefersToNoWidgetAndNoOsgi() throws IOException {
        JavaClasses core = REPOSITORY.imported(Part.CORE);

        assertThat(core.contain("org.vesalius.network.NetworkPackage")).isTrue();
        BundleRules.CORE_CODE.check(core);
    }

    @Test
    void codeWithoutAWindowRefersToNoWidget() throws IOException {
        JavaClasses headless = REPOSITORY.imported(Part.HEADLESS);

        assertThat(headless).isNotEmpty();
        BundleRules.HEADLESS_CODE.check(headless);
    }

    @Test
    void nativeMemoryIsReachedThroughItsOwnerOnly() throws IOException {
        JavaClasses core = REPOSITORY.imported(Part.CORE);

        assertThat(core.contain("org.vesalius.worker.dl4j.runtime.ArrayMemory")).isTrue();
        BundleRules.NATIVE_MEMORY.check(core);
    }

    @ParameterizedTest
    @ValueSource(classes = {ReadsByPointer.class, TakesTheBuffer.class, GivesMemoryBack.class})
    void codeThatTouchesNativeMemoryIsNoticed(Class<?> broken) {
        JavaClasses classes = new ClassFileImporter().importClasses(broken);

        assertThat(BundleRules.NATIVE_MEMORY.evaluate(classes).hasViolation()).isTrue();
    }

    static Stream<Arguments> manifests() {
        Rule emf = BundleRules::coreStandsOnEmfAlone;
        Rule core = BundleRules::coreNeedsCoreOnly;
        Rule widgets = BundleRules::widgetsAreNeededByWidgetsOnly;
        Rule internal = BundleRules::internalStaysInside;
        return Stream.of(
                Arguments.of(emf, "org.vesalius.network", "Require-Bundle: org.eclipse.core.runtime",
                        List.of("org.vesalius.network is of the core and needs org.eclipse.core.runtime")),
                Arguments.of(emf, "org.vesalius.dataset", "Import-Package: org.osgi.framework;version=\"1.8\"",
                        List.of("org.vesalius.dataset is of the core and needs org.osgi.framework")),
                Arguments.of(emf, "org.vesalius.network",
                        "Require-Bundle: org.eclipse.emf.ecore;visibility:=reexport,com.google.gson", List.of()),
                Arguments.of(core, "org.vesalius.core", "Require-Bundle: org.vesalius.engine",
                        List.of("org.vesalius.core is of the core and needs org.vesalius.engine")),
                Arguments.of(widgets, "org.vesalius.engine", "Require-Bundle: org.vesalius.ui, org.eclipse.swt",
                        List.of("org.vesalius.engine runs without a window and needs org.vesalius.ui",
                                "org.vesalius.engine runs without a window and needs org.eclipse.swt")),
                Arguments.of(internal, "org.vesalius.ui",
                        "Export-Package: org.vesalius.ui,org.vesalius.ui.internal.menu",
                        List.of("org.vesalius.ui exports org.vesalius.ui.internal.menu")));
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void aManifestThatBreaksARuleIsNoticed(Rule rule, String name, String header, List<String> noticed) throws IOException {
        assertThat(rule.apply(manifest(name, header))).containsExactlyElementsOf(noticed);
    }

    @Test
    void codeThatRefersToOsgiIsNoticed() {
        JavaClasses classes = new ClassFileImporter().importClasses(RefersToOsgi.class);

        assertThat(BundleRules.CORE_CODE.evaluate(classes).hasViolation()).isTrue();
    }

    /** Breaks the rule of the core. */
    private record RefersToOsgi(Bundle bundle) {}

    /** Breaks the rule of native memory, as the first worker did: the copy may be gone before the number is read. */
    private record ReadsByPointer(INDArray array) {
        float first() {
            return new FloatPointer(array.dup('c').data().pointer()).get(0);
        }
    }

    /** Breaks the rule of native memory without a pointer of its own. */
    private record TakesTheBuffer(INDArray array) {
        float[] copy() {
            return array.data().asFloat();
        }
    }

    /** Breaks the rule of native memory: views of the array may still be in use. */
    private record GivesMemoryBack(INDArray array) {
        void release() {
            array.close();
        }
    }

    private static BundleManifest manifest(String name, String header) throws IOException {
        String text =
                "Manifest-Version: 1.0\nBundle-SymbolicName: " + name + ";singleton:=true\n" + header + "\n";
        return BundleManifest.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
