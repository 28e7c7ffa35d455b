// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment;

import org.vesalius.network.analysis.TrainingScale;

/** What experiments say of the memory that the training of a network takes. */
public final class TrainingScales {
    private TrainingScales() {
    }

    /** Batch size and optimiser of some settings; what they leave open is as usual. */
    public static TrainingScale of(TrainingSettings settings) {
        Optimizer optimizer = settings.getOptimizer();
        int batch = Math.max(1, settings.getBatchSize());
        TrainingScale usual = TrainingScale.usual();
        return optimizer == null ? new TrainingScale(batch, usual.optimizer(), usual.statesPerParameter())
                : new TrainingScale(batch, optimizer.eClass().getName(), statesPerParameter(optimizer));
    }

    /** Momentum keeps one number for each parameter, RMSProp a mean square, the Adam family two moments. */
    private static int statesPerParameter(Optimizer optimizer) {
        if (optimizer instanceof Sgd) {
            return 0;
        }
        return optimizer instanceof Nesterov || optimizer instanceof RmsProp ? 1 : 2;
    }
}
