// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcoreFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ContributionFault;
import org.vesalius.dataset.reader.ImageFileReader;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.experiment.Installation;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.LayerPackage;

/** What the jars of a laboratory on the class path of a worker add. */
class WorkerInstallationTest {
    @TempDir
    private Path jar;
    private final List<ContributionFault> faults = new ArrayList<>();

    @Test
    void withoutAnyJarItIsWhatComesWithVesalius() throws IOException {
        Installation installation = read();

        assertThat(installation.layers().types()).isEqualTo(Installation.standard().layers().types());
        assertThat(installation.readers().has(ImageFileReader.ID)).isTrue();
        assertThat(installation.checks()).extracting(Object::getClass).map(Class::getName).containsExactlyInAnyOrderElementsOf(
                Installation.standard().checks().stream().map(check -> check.getClass().getName()).toList());
        assertThat(faults).isEmpty();
    }

    @Test
    void faultyOnesAreNamedOnceAndTheOthersAreThere() throws IOException {
        contribute(LayerPackage.class, NoBehavior.class.getName(), "org.example.Gone", Harmless.class.getName());
        contribute(ColumnReader.class, "org.example.GoneToo");

        Installation installation = read();

        assertThat(installation.layers().packages()).extracting(EPackage::getNsURI)
                .containsExactly(NetworkPackage.eNS_URI, "urn:harmless");
        assertThat(faults).extracting(ContributionFault::kind).containsExactly(LayerPackage.class.getName(),
                LayerPackage.class.getName(), ColumnReader.class.getName());
        assertThat(faults).extracting(ContributionFault::message).satisfiesExactlyInAnyOrder(
                message -> assertThat(message).contains("org.example.Gone"),
                message -> assertThat(message).contains("Smoothing"),
                message -> assertThat(message).contains("org.example.GoneToo"));
    }

    private Installation read() throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
            return new WorkerInstallation(loader, faults::add).read();
        }
    }

    private void contribute(Class<?> service, String... names) throws IOException {
        Path services = Files.createDirectories(jar.resolve("META-INF/services"));
        Files.write(services.resolve(service.getName()), List.of(names));
    }

    /** A package without a layer type. */
    public static final class Harmless implements LayerPackage {
        @Override
        public EPackage metamodel() {
            return named("harmless");
        }

        @Override
        public List<? extends LayerBehavior<?>> behaviors() {
            return List.of();
        }
    }

    /** A package whose layer type can't do anything. */
    public static final class NoBehavior implements LayerPackage {
        @Override
        public EPackage metamodel() {
            EClass type = EcoreFactory.eINSTANCE.createEClass();
            type.setName("Smoothing");
            type.getESuperTypes().add(NetworkPackage.Literals.LAYER);
            EPackage metamodel = named("faulty");
            metamodel.getEClassifiers().add(type);
            return metamodel;
        }

        @Override
        public List<? extends LayerBehavior<?>> behaviors() {
            return List.of();
        }
    }

    private static EPackage named(String name) {
        EPackage metamodel = EcoreFactory.eINSTANCE.createEPackage();
        metamodel.setName(name);
        metamodel.setNsPrefix(name);
        metamodel.setNsURI("urn:" + name);
        return metamodel;
    }
}
