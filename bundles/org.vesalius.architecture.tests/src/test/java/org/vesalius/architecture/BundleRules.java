// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** The rules between bundles, as the architecture states them; each returns what breaks it. */
final class BundleRules {

    /** What code of the core must not refer to. */
    static final ArchRule CORE_CODE =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.eclipse.swt..",
                            "org.eclipse.ui..",
                            "org.eclipse.jface..",
                            "org.osgi..",
                            "org.eclipse.core..",
                            "org.eclipse.equinox..")
                    .because("the same jar runs in the workbench, in the worker and without OSGi");

    /** What code without a window must not refer to. */
    static final ArchRule HEADLESS_CODE =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.eclipse.swt..", "org.eclipse.ui..", "org.eclipse.jface..")
                    .because("a build server has no screen");

    /** What may refer to native memory by its address: one class, which keeps the owner of the memory alive. */
    static final ArchRule NATIVE_MEMORY =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("org.vesalius.worker.dl4j.runtime.ArrayMemory")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org.bytedeco..")
                                    .or(resideInAPackage("org.nd4j.nativeblas..").and(nameMatching(".*(Buffer|Pointer)")))
                                    .or(nameMatching("org\\.nd4j\\.linalg\\..*Buffer"))
                                    .or(nameMatching("(sun\\.misc|jdk\\.internal\\.misc)\\.Unsafe")))
                    .orShould()
                    .callMethod("org.nd4j.linalg.api.ndarray.INDArray", "data")
                    .orShould()
                    .callMethod("org.nd4j.linalg.api.ndarray.INDArray", "close")
                    .because(
                            "a pointer keeps nothing alive: memory is given back while it is still read; use ArrayMemory");

    private static final List<String> PLAIN_ON_EMF = List.of("org.eclipse.emf.", "org.eclipse.elk.");

    private BundleRules() {}

    /** Of Eclipse, the core takes EMF and what is plain Java on EMF, such as the layout kernel, and nothing else. */
    static List<String> coreStandsOnEmfAlone(BundleManifest bundle) {
        if (bundle.part() != Part.CORE) {
            return List.of();
        }
        return needs(bundle)
                .filter(need -> need.startsWith("org.eclipse.") || need.startsWith("org.osgi."))
                .filter(need -> PLAIN_ON_EMF.stream().noneMatch(need::startsWith))
                .map(need -> bundle.name() + " is of the core and needs " + need)
                .toList();
    }

    /** A bundle with widgets is needed by bundles with widgets only. */
    static List<String> widgetsAreNeededByWidgetsOnly(BundleManifest bundle) {
        if (bundle.part() == Part.WORKBENCH || bundle.part() == Part.TEST) {
            return List.of();
        }
        return needs(bundle)
                .filter(BundleRules::hasWidgets)
                .map(need -> bundle.name() + " runs without a window and needs " + need)
                .toList();
    }

    /** The core knows nothing of what stands on it. */
    static List<String> coreNeedsCoreOnly(BundleManifest bundle) {
        if (bundle.part() != Part.CORE) {
            return List.of();
        }
        return needs(bundle)
                .filter(need -> need.startsWith("org.vesalius.") && Part.of(need) != Part.CORE)
                .map(need -> bundle.name() + " is of the core and needs " + need)
                .toList();
    }

    /** A package that says it is internal is seen by no other bundle. */
    static List<String> internalStaysInside(BundleManifest bundle) {
        return bundle.exports().stream()
                .filter(exported -> List.of(exported.split("\\.")).contains("internal"))
                .map(exported -> bundle.name() + " exports " + exported)
                .toList();
    }

    private static Stream<String> needs(BundleManifest bundle) {
        return Stream.concat(bundle.requires().stream(), bundle.imports().stream());
    }

    private static boolean hasWidgets(String need) {
        return Stream.of("org.eclipse.ui", "org.eclipse.swt", "org.eclipse.jface", "org.eclipse.gef")
                .anyMatch(name -> need.equals(name) || need.startsWith(name + "."))
                || need.startsWith("org.vesalius.") && Part.of(need) == Part.WORKBENCH;
    }
}
