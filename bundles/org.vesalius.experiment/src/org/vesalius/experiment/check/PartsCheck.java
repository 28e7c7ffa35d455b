// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Part;
import org.vesalius.experiment.io.LoadedExperiment;

/** There are samples to train on, to choose the best epoch by, and to report on. */
final class PartsCheck implements ExperimentCheck {
    private static final String TRAIN = "experiment.parts.train";
    private static final String VALIDATION = "experiment.parts.validation";
    private static final String TEST = "experiment.parts.test";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        Dataset dataset = loaded.dataset();
        if (dataset.samples(Part.TRAIN).isEmpty()) {
            return List.of(Problem.error(TRAIN, "dataset", "The data set has no training samples.",
                    "Samples are trained on when their part is 'train'. Import the images again with a split."));
        }
        if (dataset.samples(Part.VALIDATION).isEmpty()) {
            return List.of(Problem.warning(VALIDATION, "dataset", "The data set has no validation samples.",
                    "The best epoch is then chosen by the loss on the training samples, which rewards learning by "
                            + "heart. Put about 15 % of the training patients into a part 'validation'."));
        }
        if (dataset.samples(Part.TEST).isEmpty()) {
            return List.of(Problem.advice(TEST, "dataset", "The data set has no test samples.",
                    "The network is then measured only on samples that the best epoch was chosen by, which makes it "
                            + "look better than it is."));
        }
        return List.of();
    }
}
