// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;

/** One thread for recurrent networks, all of them for others. */
class ThreadCountTest {
    private static final NetworkFactory LAYERS = NetworkFactory.eINSTANCE;

    @Test
    void allThreadsForConvolutions() {
        assertThat(new ThreadCount(8).of(new NetworkBuilder("n").add("conv", LAYERS.createConvolution2D()).build()))
                .isEqualTo(8);
    }

    @Test
    void oneThreadForARecurrentLayerWhereverItIs() {
        Bidirectional both = LAYERS.createBidirectional();
        both.setLayer(LAYERS.createLSTM());
        assertThat(new ThreadCount(8).of(new NetworkBuilder("n").add("both", both).build())).isEqualTo(1);
    }
}
