// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.reader.ImageReaders;
import org.vesalius.evaluation.Prediction;
import org.vesalius.evaluation.Predictions;
import org.vesalius.experiment.binding.Bindings;
import org.vesalius.experiment.binding.BoundOutput;
import org.vesalius.worker.data.BatchSplit;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/**
 * What a network says about images that belong to no data set.
 *
 * @param predictions one row for each image that could be read; its sample is the path as it was given
 * @param unreadable the paths, as they were given, that could not be read
 */
public record ImagePrediction(Predictions predictions, List<String> unreadable) {
    /**
     * Predicts images.
     *
     * @param network the network, with the parameters to use
     * @param bindings inputs and outputs of the run
     * @param images the images, as they were given
     * @param readers the readers of images
     * @param batchSize largest number of samples of a batch
     * @throws ReportedException if the network takes something else than one image
     * @throws IOException if there is no room for temporary files
     */
    public static ImagePrediction of(TrainableNetwork network, Bindings bindings, List<String> images,
            ImageReaders readers, int batchSize) throws IOException {
        if (bindings.inputs().size() != 1) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The network of this run has " + bindings.inputs().size() + " inputs.",
                    "Only images for a network with one input can be predicted from files.");
        }
        List<Path> files = images.stream().map(Path::of).toList();
        try (GivenImages given = new GivenImages(bindings.inputs().get(0), files, readers)) {
            List<String> unreadable = given.unreadable().stream().sorted().map(images::get).toList();
            return new ImagePrediction(predict(network, bindings.outputs().get(0), given, images, batchSize),
                    unreadable);
        }
    }

    private static Predictions predict(TrainableNetwork network, BoundOutput output, GivenImages given,
            List<String> images, int batchSize) {
        List<String> categories = output.column().categories();
        List<Prediction> rows = new ArrayList<>();
        for (int[] numbers : BatchSplit.of(given.readable(), batchSize)) {
            Tensor said = network.predict(given.batch(numbers)).get(output.layer().getName());
            for (int i = 0; i < numbers.length; i++) {
                rows.add(new Prediction(images.get(numbers[i]), "", "",
                        CategoryScores.of(said, i, categories.size())));
            }
        }
        return new Predictions(categories, rows);
    }
}
