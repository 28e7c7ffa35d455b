// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.meta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.graph.BlockBuilder;

class LayerSummaryTest {
    @Test
    void aLayerTellsItsSettings() {
        assertThat(LayerSummary.of(Networks.convolution(32))).isEqualTo("32 × 3×3, ReLU");
    }

    @Test
    void aBlockTellsWhatItHolds() {
        assertThat(LayerSummary.of(new BlockBuilder("b").add("c1", Networks.convolution(8))
                .add("n1", NetworkFactory.eINSTANCE.createBatchNormalization()).add("c2", Networks.convolution(8))
                .repeat(3).build())).isEqualTo("3 layers: Convolution 2D, Batch normalisation");
        assertThat(LayerSummary.of(new BlockBuilder("b").add("c1", NetworkFactory.eINSTANCE.createELU()).build()))
                .isEqualTo("1 layer: ELU");
        assertThat(LayerSummary.of(new BlockBuilder("b").build())).isEqualTo("empty");
    }
}
