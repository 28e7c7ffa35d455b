// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.impl.EFactoryImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Placeholder;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.keras.read.KerasImporter;
import org.vesalius.network.exchange.keras.write.KerasJsonExporter;
import org.vesalius.network.impl.LayerImpl;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.LayerPackage;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;

class LabTypesTest {
    private final EClass smoothing = smoothing();
    private final LayerCatalog layers = StandardLayers.catalog().with(new LayerPackage() {
        @Override
        public EPackage metamodel() {
            return smoothing.getEPackage();
        }

        @Override
        public List<LayerBehavior<?>> behaviors() {
            return List.of(new Smoothing());
        }
    });

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"lab>Smoothing", "Smoothing"})
    void customClassOfALabIsItsLayer(String className) throws IOException {
        ImportedNetwork imported = new KerasImporter(layers).load(model(className));

        Layer layer = imported.network().getLayers().get(1);
        assertThat(layer.eClass()).isSameAs(smoothing);
        assertThat(layer.eGet(smoothing.getEStructuralFeature("windowSize"))).isEqualTo(5);
        assertThat(imported.report().layers().get(1).fidelity()).isEqualTo(Fidelity.EXACT);
    }

    @Test
    void comesBackAsItWasWritten() throws IOException {
        ImportedNetwork first = new KerasImporter(layers).load(model("Smoothing"));
        Path again = folder.resolve("again.json");
        new KerasJsonExporter(layers, BlockSource.none()).write(first.network(), Optional.empty(), again);

        Layer layer = new KerasImporter(layers).load(again).network().getLayers().get(1);
        assertThat(Files.readString(again)).contains("lab>Smoothing");
        assertThat(layer.eGet(smoothing.getEStructuralFeature("windowSize"))).isEqualTo(5);
    }

    @Test
    void staysAPlaceholderWhereThePluginIsMissing() throws IOException {
        ImportedNetwork imported = new KerasImporter(StandardLayers.catalog()).load(model("Smoothing"));

        assertThat(imported.network().getLayers().get(1)).isInstanceOf(Placeholder.class);
    }

    private Path model(String className) throws IOException {
        return Files.writeString(folder.resolve("model.json"), """
                {"class_name": "Sequential", "keras_version": "2.15.0", "backend": "tensorflow",
                 "config": {"name": "m", "layers": [
                  {"class_name": "InputLayer", "config": {"name": "in", "batch_input_shape": [null, 8, 4]}},
                  {"class_name": "%s", "config": {"name": "smooth", "window_size": 5}}]}}
                """.formatted(className));
    }

    private static EClass smoothing() {
        EClass type = EcoreFactory.eINSTANCE.createEClass();
        type.setName("Smoothing");
        type.getESuperTypes().add(NetworkPackage.Literals.LAYER);
        EAttribute window = EcoreFactory.eINSTANCE.createEAttribute();
        window.setName("windowSize");
        window.setEType(EcorePackage.Literals.EINT);
        window.setDefaultValueLiteral("3");
        type.getEStructuralFeatures().add(window);
        EPackage lab = EcoreFactory.eINSTANCE.createEPackage();
        lab.setName("lab");
        lab.setNsPrefix("lab");
        lab.setNsURI("http://lab.example/layers/1.0");
        lab.setEFactoryInstance(new Factory());
        lab.getEClassifiers().add(type);
        return type;
    }

    /** Makes layers without generated code. */
    private static final class Factory extends EFactoryImpl {
        @Override
        public EObject create(EClass type) {
            return new DynamicLayer(type);
        }
    }

    private static final class DynamicLayer extends LayerImpl {
        DynamicLayer(EClass type) {
            eSetClass(type);
        }
    }

    private static final class Smoothing implements LayerBehavior<Layer> {
        @Override
        public Class<Layer> type() {
            return Layer.class;
        }

        @Override
        public boolean describes(EClass candidate) {
            return candidate.getName().equals("Smoothing");
        }

        @Override
        public Shape outputShape(Layer layer, List<Shape> inputs) {
            return inputs.get(0);
        }
    }
}
