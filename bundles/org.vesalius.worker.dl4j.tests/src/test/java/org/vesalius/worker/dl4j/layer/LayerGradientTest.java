// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vesalius.worker.dl4j.graph.GradientCheck;

/** Gradients through every layer and by all its parameters, by central differences; the fast path against them. */
class LayerGradientTest {

    @TestFactory
    Stream<DynamicTest> ofLayers() {
        return checks(LayerCases.deterministic());
    }

    @TestFactory
    Stream<DynamicTest> ofLayersThatAreRandomInTraining() {
        return checks(LayerCases.random());
    }

    @TestFactory
    Stream<DynamicTest> ofBatchNormalization() {
        return checks(LayerCases.batchNormalising());
    }

    @Test
    @Tag("nightly")
    void byEveryNumber() {
        Stream.of(LayerCases.deterministic(), LayerCases.random(), LayerCases.batchNormalising())
                .flatMap(cases -> cases).forEach(layer -> new GradientCheck(layer.within()).runNumberByNumber());
    }

    private static Stream<DynamicTest> checks(Stream<LayerCase> cases) {
        return cases.map(layer -> DynamicTest.dynamicTest(layer.name(), () -> new GradientCheck(layer.within()).run()));
    }
}
