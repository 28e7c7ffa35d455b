// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.Installation;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.ui.catalog.LayerTypes;

/** What plug-ins add reaches everybody: there is one installation, and nobody takes what comes with Vesalius. */
class InstallationRulesTest {
    private static final Repository REPOSITORY = Repository.find();

    private static final Set<String> BUILDERS =
            Set.of(
                    "org.vesalius.engine.registry.InstallationRegistry",
                    "org.vesalius.worker.library.WorkerInstallation",
                    "org.vesalius.experiment.Installation");

    /** Factories of what comes with Vesalius alone call each other, and otherwise tests call them. */
    private static final ArchRule NO_STANDARD =
            noClasses()
                    .should()
                    .accessTargetWhere(DescribedPredicate.describe("asks for the standard ones", InstallationRulesTest::standard))
                    .because("layers and readers of plug-ins are missing there; take the Installation");

    private static final ArchRule BUILT_IN_TWO_PLACES =
            noClasses()
                    .that(
                            DescribedPredicate.describe(
                                    "do not build installations", type -> !BUILDERS.contains(type.getName())))
                    .should()
                    .callMethod("org.vesalius.experiment.Installation", "empty")
                    .because("there is one installation, built from the registry or by ServiceLoader");

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"CORE", "HEADLESS", "WORKBENCH"})
    void nobodyTakesWhatComesWithVesaliusAlone(Part part) throws IOException {
        JavaClasses classes = REPOSITORY.imported(part);

        assertThat(classes).isNotEmpty();
        NO_STANDARD.check(classes);
        BUILT_IN_TWO_PLACES.check(classes);
    }

    @Test
    void theDesignerHandsLayerTypesOn() throws IOException {
        handedOn().check(REPOSITORY.imported(Part.WORKBENCH));
    }

    @Test
    void codeThatAsksTheWorkbenchItselfIsNoticed() throws IOException {
        JavaClasses planted = new ClassFileImporter().importClasses(AsksTheWorkbench.class);

        assertThat(handedOn().evaluate(planted).getFailureReport().getDetails()).hasSize(1);
    }

    @Test
    void codeThatTakesThemIsNoticed() {
        JavaClasses planted = new ClassFileImporter().importClasses(TakesStandardLayers.class, BuildsItsOwn.class);

        assertThat(NO_STANDARD.evaluate(planted).getFailureReport().getDetails()).hasSize(2);
        assertThat(BUILT_IN_TWO_PLACES.evaluate(planted).getFailureReport().getDetails()).hasSize(1);
    }

    /** What a plugin.xml names is made by the workbench, without arguments; everything else gets what it needs. */
    private static ArchRule handedOn() throws IOException {
        StringBuilder named = new StringBuilder();
        for (Path module : REPOSITORY.modules()) {
            Path file = module.resolve("plugin.xml");
            named.append(Files.exists(file) ? Files.readString(file) : "");
        }
        return noClasses()
                .that(DescribedPredicate.describe("are not named in a plugin.xml",
                        type -> named.indexOf('"' + type.getName() + '"') < 0))
                .should()
                .callMethod("org.vesalius.network.ui.catalog.LayerTypes", "of", "org.eclipse.ui.services.IServiceLocator")
                .because("the installation is handed on by constructor");
    }

    private static boolean standard(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        boolean ours = target.getOwner().getPackageName().startsWith("org.vesalius.");
        boolean factory =
                target instanceof AccessTarget.CodeUnitCallTarget call && call.getRawParameterTypes().isEmpty();
        boolean asks = factory && target.getName().equals("standard") || target.getFullName().contains("StandardLayers.catalog(");
        return ours && asks && !access.getOrigin().getName().equals("standard");
    }

    private static final class TakesStandardLayers {
        List<LayerCatalog> layers() {
            return List.of(StandardLayers.catalog(), ExperimentContext.standard().layers());
        }
    }

    private static final class BuildsItsOwn {
        Installation installation() {
            return Installation.empty();
        }
    }

    private static final class AsksTheWorkbench {
        LayerTypes types() {
            return LayerTypes.of(PlatformUI.getWorkbench());
        }
    }
}
