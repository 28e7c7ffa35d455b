// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.List;

/** The checks that every network goes through. */
public final class NetworkChecks {
    private NetworkChecks() {
    }

    /** All of them, those whose findings explain others first. */
    public static List<NetworkCheck> all() {
        return List.of(new IdentityChecks.IdCheck(), new IdentityChecks.NameCheck(), new ConnectionCheck(),
                new CycleCheck(), new EndChecks.InputPresentCheck(), new EndChecks.OutputPresentCheck(),
                new BlockCheck(), new VariationCheck(), new InputCountCheck(), new DeadEndCheck(),
                new EndChecks.OutputLastCheck(), new AttributeCheck(), new LossCheck(), new SizeCheck(),
                new DenseShareCheck(), new NormalizationCheck(), new ReceptiveFieldCheck());
    }
}
