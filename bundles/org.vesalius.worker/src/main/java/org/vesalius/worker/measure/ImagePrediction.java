// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.TreeMap;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.encoding.ArrayScale;
import org.vesalius.experiment.Encoding;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.reader.ImageFileReader;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.tensor.ArrayLoader;
import org.vesalius.evaluation.output.Answer;
import org.vesalius.evaluation.output.OutputKind;
import org.vesalius.experiment.binding.Bindings.BoundInput;
import org.vesalius.experiment.binding.Bindings;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/**
 * What a network says about images that belong to no data set.
 *
 * @param kinds what the outputs are asked for
 * @param rows one row for each image that could be read
 * @param unreadable why others could not be read, by their numbers in the order given, from 0
 */
public record ImagePrediction(List<OutputKind> kinds, List<Row> rows, Map<Integer, String> unreadable) {
    /**
     * What is said about one image.
     *
     * @param image the path as it was given
     * @param answers what each output says
     */
    public record Row(String image, List<Answer> answers) {
    }

    /** Keeps the order of the numbers. */
    public ImagePrediction {
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
        unreadable = new TreeMap<>(unreadable);
    }

    /**
     * Predicts images.
     *
     * @param network the network, with the parameters to use
     * @param bindings inputs and outputs of the run
     * @param scores its outputs
     * @param scales how arrays are standardised, by the name of the Input layer
     * @param images the images, as they were given
     * @param readers the readers of images
     * @param batchSize largest number of samples of a batch
     * @throws ReportedException if the network takes something else than one image
     * @throws IOException if the disk can't be read
     */
    public static ImagePrediction of(TrainableNetwork network, Bindings bindings, Scores scores,
            Map<String, ArrayScale> scales, List<String> images, ColumnReaders readers, int batchSize) throws IOException {
        BoundInput input = onlyInput(bindings);
        List<OutputScore> outputs = scores.outputs();
        GivenImages given = new GivenImages(loader(input, readers), finish(input, scales), images.stream().map(Path::of).toList());
        List<Row> rows = new ArrayList<>();
        for (int begin = 0; begin < given.count(); begin += batchSize) {
            GivenImages.Decoded decoded = given.decode(begin, Math.min(begin + batchSize, given.count()));
            if (decoded.numbers().length > 0) {
                addRows(decoded.numbers(), network.predict(batch(input, decoded)), images, outputs, rows);
            }
        }
        return new ImagePrediction(outputs.stream().map(OutputScore::kind).toList(), rows, given.unreadable());
    }

    private static BoundInput onlyInput(Bindings bindings) {
        if (bindings.inputs().size() != 1) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The network of this run has " + bindings.inputs().size() + " inputs.",
                    "Only images for a network with one input can be predicted from files.");
        }
        BoundInput input = bindings.inputs().get(0);
        if (!input.column().type().read()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "Input '" + input.layer().getName() + "' of this run takes no files.",
                    "Predict files with a run whose network has one input, bound to a column of images or arrays.");
        }
        return input;
    }

    private static ArrayLoader loader(BoundInput input, ColumnReaders readers) {
        Column column = input.column();
        // drawn images have no files, so files are then read as what they are
        Column read = readers.of(column).readsFiles() ? column
                : Column.image(column.name(), ImageFileReader.ID, column.options());
        return new ArrayLoader(read, IntStream.range(0, input.shape().rank()).map(input.shape()::size).toArray(),
                readers);
    }

    /** As a training does it: arrays are standardised where the run says so, and gaps are used nowhere else. */
    private static GivenImages.Finish finish(BoundInput input, Map<String, ArrayScale> scales) {
        String layer = input.layer().getName();
        if (input.columns().get(0).encoding() != Encoding.STANDARDISED) {
            return GivenImages::refuseGaps;
        }
        if (!scales.containsKey(layer)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The run no longer knows how the arrays of input '" + layer + "' are standardised.",
                    "Its " + RunFolder.ARRAY_SCALES + " is missing: bring it back, or train again.");
        }
        return scales.get(layer)::standardise;
    }

    private static Batch batch(BoundInput input, GivenImages.Decoded decoded) {
        return Batch.toPredict(Map.of(input.layer().getName(), decoded.tensor()), decoded.numbers().length);
    }

    private static void addRows(int[] numbers, Map<String, Tensor> said, List<String> images,
            List<OutputScore> outputs, List<Row> rows) {
        for (int i = 0; i < numbers.length; i++) {
            int row = i;
            rows.add(new Row(images.get(numbers[i]),
                    outputs.stream().map(output -> output.answer(said.get(output.layer()), row)).toList()));
        }
    }
}
