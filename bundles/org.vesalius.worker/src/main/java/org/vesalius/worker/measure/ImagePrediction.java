// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.reader.ImageFileReader;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.tensor.ImageLoader;
import org.vesalius.dataset.tensor.TensorSpec;
import org.vesalius.evaluation.Prediction;
import org.vesalius.evaluation.Predictions;
import org.vesalius.experiment.binding.Bindings.BoundInput;
import org.vesalius.experiment.binding.Bindings.BoundOutput;
import org.vesalius.experiment.binding.Bindings;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/**
 * What a network says about images that belong to no data set.
 *
 * @param predictions one row for each image that could be read; its sample is the path as it was given
 * @param unreadable why others could not be read, by their numbers in the order given, from 0
 */
public record ImagePrediction(Predictions predictions, Map<Integer, String> unreadable) {
    /** Keeps the order of the numbers. */
    public ImagePrediction {
        unreadable = new TreeMap<>(unreadable);
    }

    /**
     * Predicts images.
     *
     * @param network the network, with the parameters to use
     * @param bindings inputs and outputs of the run
     * @param images the images, as they were given
     * @param readers the readers of images
     * @param batchSize largest number of samples of a batch
     * @throws ReportedException if the network takes something else than one image
     * @throws IOException if the disk can't be read
     */
    public static ImagePrediction of(TrainableNetwork network, Bindings bindings, List<String> images,
            ColumnReaders readers, int batchSize) throws IOException {
        BoundInput input = onlyInput(bindings);
        BoundOutput output = bindings.outputs().get(0);
        GivenImages given = new GivenImages(loader(input, readers), images.stream().map(Path::of).toList());
        List<Prediction> rows = new ArrayList<>();
        for (int begin = 0; begin < given.count(); begin += batchSize) {
            GivenImages.Decoded decoded = given.decode(begin, Math.min(begin + batchSize, given.count()));
            if (decoded.numbers().length > 0) {
                Tensor said = network.predict(batch(input, decoded)).get(output.layer().getName());
                addRows(decoded.numbers(), said, images, output, rows);
            }
        }
        return new ImagePrediction(new Predictions(output.column().categories(), rows), given.unreadable());
    }

    private static BoundInput onlyInput(Bindings bindings) {
        if (bindings.inputs().size() != 1) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The network of this run has " + bindings.inputs().size() + " inputs.",
                    "Only images for a network with one input can be predicted from files.");
        }
        BoundInput input = bindings.inputs().get(0);
        if (input.column().type() != ColumnType.IMAGE) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "Input '" + input.layer().getName() + "' of this run takes no images.",
                    "Predict images with a run whose network has one input, bound to a column of images.");
        }
        return input;
    }

    private static ImageLoader loader(BoundInput input, ColumnReaders readers) {
        Shape shape = input.shape();
        // drawn images have no files, so files are then read as what they are
        String reader = readers.of(input.column()).readsFiles() ? input.column().reader() : ImageFileReader.ID;
        return new ImageLoader(Column.image(input.column().name(), reader, input.column().options()),
                new TensorSpec(shape.size(0), shape.size(1), shape.size(2)), readers);
    }

    private static Batch batch(BoundInput input, GivenImages.Decoded decoded) {
        return Batch.toPredict(Map.of(input.layer().getName(), decoded.tensor()), decoded.numbers().length);
    }

    private static void addRows(int[] numbers, Tensor said, List<String> images, BoundOutput output,
            List<Prediction> rows) {
        int categories = output.column().categories().size();
        for (int i = 0; i < numbers.length; i++) {
            rows.add(new Prediction(images.get(numbers[i]), "", "", CategoryScores.of(said, i, categories)));
        }
    }
}
