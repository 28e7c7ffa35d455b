// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.network.Dense;
import org.vesalius.network.Flatten;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Placeholder;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.initial.FixedValues.Constant;
import org.vesalius.worker.dl4j.layer.StandardTranslators;
import org.vesalius.worker.spi.Remark;

class LayerTranslatorsTest {

    @TempDir
    Path plugin;

    @Test
    void aContributionTakesNoPlaceThatIsTaken() throws IOException {
        List<Remark> remarks = remarksOn(Another.class.getName());

        assertThat(remarks).extracting(Remark::code).containsExactly("dl4j.translator");
        assertThat(remarks.get(0).message()).contains("Flatten", AnotherFlatten.class.getName(), "ReshapeTranslator");
    }

    @Test
    void aContributionThatCannotBeLoadedIsNamed() throws IOException {
        assertThat(remarksOn("org.example.Gone")).singleElement().extracting(Remark::message).asString()
                .contains("org.example.Gone");
    }

    @Test
    void aPlaceholderIsNamedWithWhatItStandsFor() {
        Placeholder unknown = NetworkFactory.eINSTANCE.createPlaceholder();
        unknown.setForeignType("CustomAttention");
        unknown.setShape(Shape.vector(3));
        Network network = new NetworkBuilder("imported")
                .add("in", NetworkFactory.eINSTANCE.createInput(), input -> input.setShape(Shape.vector(3)))
                .add("odd one", unknown).add("out", NetworkFactory.eINSTANCE.createOutput()).build();
        GraphFactory factory =
                new GraphFactory(StandardLayers.catalog(), LayerTranslators.of(new StandardTranslators()), NumericPath.FAST);

        assertThatThrownBy(() -> factory.build(network, ExperimentFactory.eINSTANCE.createSgd(), 1))
                .isInstanceOf(ReportedException.class).hasMessageContainingAll("'odd one'", "CustomAttention");
    }

    @Test
    void whatATranslatorLeavesToDl4jIsDrawnByIt() {
        Network network = new NetworkBuilder("small")
                .add("in", NetworkFactory.eINSTANCE.createInput(), input -> input.setShape(Shape.vector(3)))
                .add("unit", NetworkFactory.eINSTANCE.createDense(), dense -> dense.setUnits(2))
                .add("out", NetworkFactory.eINSTANCE.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
        LayerTranslators translators = LayerTranslators.of(() -> List.of(new LeavesItToDl4j()));
        BuiltGraph built = new GraphFactory(StandardLayers.catalog(), translators, NumericPath.FAST).build(network,
                ExperimentFactory.eINSTANCE.createSgd(), 1);

        assertThat(built.weights().get(0).values().values()).hasSize(6).doesNotContain(0);
        assertThat(built.weights().get(1).values().values()).containsExactly(0.5f, 0.5f);
    }

    private List<Remark> remarksOn(String translator) throws IOException {
        Path services = Files.createDirectories(plugin.resolve("META-INF/services"));
        Files.writeString(services.resolve(TranslatorPackage.class.getName()), translator);
        try (URLClassLoader loader = new URLClassLoader(new URL[] {url()}, getClass().getClassLoader())) {
            return LayerTranslators.installed(loader).remarks();
        }
    }

    private URL url() throws MalformedURLException {
        return plugin.toUri().toURL();
    }

    @Test
    void aPackageThatCannotNameItsTranslatorsIsLeftOut() throws IOException {
        assertThat(remarksOn(Broken.class.getName())).singleElement().extracting(Remark::message).asString()
                .contains("left out", "no native code");
    }

    /** As a plug-in whose own libraries are missing. */
    public static final class Broken implements TranslatorPackage {

        @Override
        public List<LayerTranslator<?>> translators() {
            throw new UnsatisfiedLinkError("no native code");
        }
    }

    /** Another translator of a standard layer type. */
    public static final class Another implements TranslatorPackage {

        @Override
        public List<LayerTranslator<?>> translators() {
            return List.of(new AnotherFlatten());
        }
    }

    private static final class AnotherFlatten implements LayerTranslator<Flatten> {

        @Override
        public Class<Flatten> type() {
            return Flatten.class;
        }

        @Override
        public Signal translate(Flatten layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            return inputs.get(0);
        }
    }

    /** Starts the bias only. */
    private static final class LeavesItToDl4j implements LayerTranslator<Dense> {

        @Override
        public Class<Dense> type() {
            return Dense.class;
        }

        @Override
        public Signal translate(Dense layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            DenseLayer dense = new DenseLayer.Builder().nIn(3).nOut(2).activation(Activation.IDENTITY).build();
            return new Signal(plan.layer(layer, dense, inputs.get(0), LayerParameter.preset("W", "kernel"),
                    LayerParameter.of("b", "bias", new Constant(0.5))), output);
        }
    }
}
