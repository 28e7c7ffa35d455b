// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vesalius.network.Layer;
import org.vesalius.network.fix.FillWrapper;
import org.vesalius.network.layer.standard.StandardLayers;

/** A wrapper knows what it usually wraps; other layers wrap nothing. */
class UsualInsideTest {
    static Iterable<EClass> types() {
        return StandardLayers.catalog().types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsUsuallyInsideFillsTheWrapper(EClass type) {
        Layer layer = (Layer) EcoreUtil.create(type);
        StandardLayers.catalog().behavior(layer).flatMap(LayerBehavior::usualInside)
                .ifPresent(inside -> new FillWrapper("Fill", layer, inside).apply());
        boolean wrapper = type.getEAllContainments().stream().anyMatch(reference -> !reference.isMany());
        assertThat(layer.eContents()).hasSize(wrapper ? 1 : 0).allSatisfy(UsualInsideTest::isLayer);
    }

    private static void isLayer(EObject inside) {
        assertThat(inside).isInstanceOf(Layer.class);
    }
}
