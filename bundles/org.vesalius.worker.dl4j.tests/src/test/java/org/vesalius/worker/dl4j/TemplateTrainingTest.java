// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.network.Input;
import org.vesalius.network.Network;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.template.NetworkTemplates;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/** Every template as it comes takes a training step: its outputs have the shapes that the designer shows. */
class TemplateTrainingTest {

    private static final int SAMPLES = 2;
    private static final long MOST_OPERATIONS = 2_000_000_000L;
    private static final long MOST_WEIGHTS = 12_000_000L;

    private final NetworkTemplates templates = new NetworkTemplates();

    @TestFactory
    Stream<DynamicTest> smallTemplates() {
        return tests(Template::small);
    }

    @Tag("nightly")
    @TestFactory
    Stream<DynamicTest> largeTemplates() {
        return tests(template -> !template.small());
    }

    /** Fifty layers with additions, batch normalisations and strides, as they come but for the size of the images. */
    @Test
    void aDeepResidualNetworkOnSmallImages() {
        Network network = templates.create("resnet-50");
        network.getLayers().stream().filter(Input.class::isInstance).map(Input.class::cast)
                .forEach(input -> input.setShape(Shape.image(64, 64, 3)));
        train(Template.of("resnet-50", network));
    }

    private Stream<DynamicTest> tests(Predicate<Template> which) {
        return templates.ids().stream().map(id -> Template.of(id, templates.create(id))).filter(which)
                .map(template -> DynamicTest.dynamicTest(template.id(), () -> train(template)));
    }

    private static void train(Template template) {
        try (TrainableNetwork network = Samples.build(template.network(), ExperimentFactory.eINSTANCE.createSgd(), 3)) {
            assertThat(network.weights().count()).isEqualTo(template.analysis().totalParameters().total());
            Batch batch = RandomBatch.of(template.network(), template.analysis(), SAMPLES);
            network.beginEpoch(1, 1e-3);
            double first = network.fit(batch).loss();
            double second = network.fit(batch).loss();
            assertThat(first).isFinite();
            assertThat(second).isFinite().isNotEqualTo(first);
            compareShapes(template, network.predict(batch));
        }
    }

    private static void compareShapes(Template template, Map<String, Tensor> outputs) {
        template.network().getLayers().stream().filter(Output.class::isInstance).forEach(output -> assertThat(
                outputs.get(output.getName()).shape()).as(output.getName())
                .isEqualTo(RandomBatch.shape(SAMPLES, template.analysis().shapeOf(output).orElseThrow())));
    }

    /**
     * A template with its blocks laid out.
     *
     * @param id its id
     * @param network the layers that are computed
     * @param analysis what the designer says of them
     */
    private record Template(String id, Network network, NetworkAnalysis analysis) {

        static Template of(String id, Network drawing) {
            NetworkAnalysis analysis = new NetworkAnalyser(StandardLayers.catalog()).analyse(drawing);
            return new Template(id, analysis.expanded().orThrow().network(), analysis);
        }

        boolean small() {
            return analysis.totalFlops().orElseThrow() <= MOST_OPERATIONS
                    && analysis.totalParameters().total() <= MOST_WEIGHTS;
        }
    }
}
