// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcoreFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vesalius.core.ContributionFault;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.check.CheckedDataset;
import org.vesalius.dataset.check.DatasetCheck;
import org.vesalius.dataset.check.standard.StandardChecks;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.experiment.Installation;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.LayerPackage;
import org.vesalius.network.shape.Shape;

class InstallationRegistryTest {
    @RegisterExtension
    final Contributions contributions = new Contributions();

    private final List<ContributionFault> faults = new ArrayList<>();

    @Test
    void addsLayersAndReadersOfPluginsToThoseOfVesalius() {
        contribute("lab", "layers", "layers", LabLayers.class.getName());
        contribute("lab.data", "columnReaders", "columnReader", LabReader.class.getName());
        contribute("org.vesalius.network", "layers", "layers",
                "org.vesalius.network.layer.standard.StandardLayers");

        Installation found = read();

        assertThat(found.layers().packages()).extracting(EPackage::getNsURI)
                .containsExactly(NetworkPackage.eNS_URI, "http://lab.example/layers/1.0");
        assertThat(found.layers().types()).extracting(EClass::getName).contains("Dense", "Ringing");
        assertThat(found.readers().has("lab")).isTrue();
        assertThat(faults).isEmpty();
    }

    @Test
    void skipsLayersWithoutBehaviorAndNamesTheirBundleOnce() {
        contribute("broken", "layers", "layers", LayersWithoutBehavior.class.getName());
        contribute("lab", "layers", "layers", LabLayers.class.getName());

        assertThat(read().layers().types()).extracting(EClass::getName).containsExactly("Ringing");
        assertThat(faults).singleElement().extracting(ContributionFault::report).asString()
                .contains("broken", "org.vesalius.engine.layers", "Silent", "LayerBehavior");
    }

    @Test
    void keepsTheFirstOfTwoReadersWithTheSameId() {
        contribute("lab1", "columnReaders", "columnReader", LabReader.class.getName());
        contribute("lab2", "columnReaders", "columnReader", LabReader.class.getName());

        assertThat(read().readers().has("lab")).isTrue();
        assertThat(faults).singleElement().extracting(ContributionFault::message).asString().contains("'lab'");
    }

    @Test
    void addsEachCheckOfDataSetsOnce() {
        contribute("org.vesalius.dataset", "datasetChecks", "datasetCheck", StandardChecks.class.getName());
        contribute("lab", "datasetChecks", "datasetCheck", LabCheck.class.getName());
        contribute("lab2", "datasetChecks", "datasetCheck", LabCheck.class.getName());

        assertThat(read().checks()).extracting(Object::getClass).map(Class::getSimpleName).containsExactly("StandardChecks", "LabCheck");
        assertThat(faults).extracting(ContributionFault::contributor).containsExactly("lab2");
    }

    @Test
    void skipsWhatThrowsWhenItIsAsked() {
        contribute("broken", "layers", "layers", Throwing.class.getName());
        contribute("lab", "columnReaders", "columnReader", "java.lang.StringBuilder");

        assertThat(read().layers().types()).isEmpty();
        assertThat(faults).extracting(ContributionFault::contributor).containsExactly("broken", "lab");
    }

    private Installation read() {
        return new InstallationRegistry(contributions.registry(), faults::add).read();
    }

    private void contribute(String bundle, String point, String element, String type) {
        contributions.contribute(bundle, "<extension point='org.vesalius.engine." + point + "'><" + element
                + " class='" + type + "'/></extension>");
    }

    private static EPackage metamodel(String uri, String type) {
        EPackage metamodel = EcoreFactory.eINSTANCE.createEPackage();
        metamodel.setName("lab");
        metamodel.setNsPrefix("lab");
        metamodel.setNsURI(uri);
        EClass layer = EcoreFactory.eINSTANCE.createEClass();
        layer.setName(type);
        layer.getESuperTypes().add(NetworkPackage.Literals.LAYER);
        metamodel.getEClassifiers().add(layer);
        return metamodel;
    }

    /** Sound layers of a lab. */
    public static final class LabLayers implements LayerPackage {
        @Override
        public EPackage metamodel() {
            return InstallationRegistryTest.metamodel("http://lab.example/layers/1.0", "Ringing");
        }

        @Override
        public List<? extends LayerBehavior<?>> behaviors() {
            return List.of(new Ringing());
        }
    }

    private static final class Ringing implements LayerBehavior<Layer> {
        @Override
        public Class<Layer> type() {
            return Layer.class;
        }

        @Override
        public boolean describes(EClass candidate) {
            return candidate.getName().equals("Ringing");
        }

        @Override
        public Shape outputShape(Layer layer, List<Shape> inputs) {
            return inputs.get(0);
        }
    }

    /** A type without its behaviour. */
    public static final class LayersWithoutBehavior implements LayerPackage {
        @Override
        public EPackage metamodel() {
            return InstallationRegistryTest.metamodel("http://broken.example/layers/1.0", "Silent");
        }

        @Override
        public List<? extends LayerBehavior<?>> behaviors() {
            return List.of();
        }
    }

    /** Fails when it is asked. */
    public static final class Throwing implements LayerPackage {
        @Override
        public EPackage metamodel() {
            throw new IllegalStateException("not generated");
        }

        @Override
        public List<? extends LayerBehavior<?>> behaviors() {
            return List.of();
        }
    }

    /** A reader of a lab. */
    public static final class LabReader implements ColumnReader {
        @Override
        public String id() {
            return "lab";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public String fingerprint(Path root, String value, Map<String, String> options) {
            return value;
        }

        @Override
        public TypedArray read(Path root, String value, Map<String, String> options) {
            throw new UnsupportedOperationException("not asked here");
        }
    }

    /** A check as a laboratory adds it. */
    public static final class LabCheck implements DatasetCheck {
        @Override
        public List<Problem> check(CheckedDataset data, Progress progress) {
            return List.of();
        }
    }
}
