// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import java.util.List;
import org.vesalius.network.NetworkPackage.Literals;

/** Layers that make one of several. */
final class MergeTypes {
    private MergeTypes() {
    }

    static List<KerasType> all() {
        return List.of(
                KerasType.of("Concatenate", Literals.CONCATENATE).build(),
                KerasType.of("Add", Literals.ADD).build(),
                KerasType.of("Subtract", Literals.SUBTRACT).build(),
                KerasType.of("Multiply", Literals.MULTIPLY).build(),
                KerasType.of("Average", Literals.AVERAGE).build(),
                KerasType.of("Maximum", Literals.MAXIMUM).build(),
                KerasType.of("Minimum", Literals.MINIMUM).build(),
                KerasType.of("Dot", Literals.DOT).field(new DotAxesField()).values("normalize").build());
    }
}
