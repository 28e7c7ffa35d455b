// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import java.util.List;
import java.util.stream.Stream;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;

/** Layers of Keras that are said by several of Vesalius, or by another one. */
final class Compositions {
    private static final List<Composition> ALL = Stream.of(CoreCompositions.all(), FunctionCompositions.all(),
            AxisCompositions.all(), ConvolutionCompositions.all(), RecurrentCompositions.all(), Operations.all())
            .flatMap(List::stream).toList();

    private Compositions() {
    }

    /**
     * Places what a use of a layer stands for.
     *
     * @throws UnsupportedSetting if nothing computes this
     */
    static List<Value> place(LayerUse use) {
        return ALL.stream().filter(composition -> composition.applies().test(use)).findFirst()
                .map(composition -> composition.parts().apply(use))
                .orElseGet(() -> List.of(use.plain(use.inputs())));
    }
}
