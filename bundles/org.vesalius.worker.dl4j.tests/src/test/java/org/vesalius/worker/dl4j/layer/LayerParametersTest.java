// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.network.Layer;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.BuiltGraph;
import org.vesalius.worker.dl4j.graph.GraphFactory;
import org.vesalius.worker.dl4j.graph.LayerTranslators;
import org.vesalius.worker.dl4j.graph.NumericPath;

/** What the designer says that a layer learns and keeps is what the engine learns and keeps. */
class LayerParametersTest {

    @TestFactory
    Stream<DynamicTest> engineAndDesignerCountAlike() {
        return Stream.of(LayerCases.deterministic(), LayerCases.random(), LayerCases.batchNormalising())
                .flatMap(cases -> cases)
                .map(layer -> DynamicTest.dynamicTest(layer.name(), () -> compare(layer)));
    }

    private static void compare(LayerCase layerCase) {
        BuiltGraph built = new GraphFactory(StandardLayers.catalog(), LayerTranslators.of(new StandardTranslators()), NumericPath.FAST)
                .build(layerCase.alone(), ExperimentFactory.eINSTANCE.createAdam(), 1);
        Layer layer = layerCase.layer();
        LayerBehavior<Layer> behavior = StandardLayers.catalog().behavior(layer).orElseThrow();
        List<Shape> shapes = Arrays.stream(layerCase.shapes()).map(Shape::valueOf).toList();
        assertThat(built.graph().numParams()).isEqualTo(behavior.parameters(layer, shapes).total());
        assertThat(built.weights()).extracting(weight -> weight.name() + weight.shape()).containsExactlyElementsOf(
                behavior.weights(layer, shapes).stream().map(spec -> spec.name() + spec.shape()).toList());
    }
}
