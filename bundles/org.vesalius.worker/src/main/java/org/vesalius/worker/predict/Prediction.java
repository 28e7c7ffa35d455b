// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.predict;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.evaluation.output.OutputKind;
import org.vesalius.evaluation.output.PredictionsFile;
import org.vesalius.experiment.binding.Bindings.BoundInput;
import org.vesalius.experiment.binding.Bindings;
import org.vesalius.experiment.encoding.ArrayScale;
import org.vesalius.experiment.encoding.FittedEncodings;
import org.vesalius.experiment.run.PredictionQuestion;
import org.vesalius.worker.measure.OutputScore;
import org.vesalius.worker.measure.Scores;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/** What a network says about samples that belong to no run. */
public final class Prediction {
    private static final String REMEDY = "Give a table with a row for each sample (CSV or XLSX; on the command line --table"
            + " FILE), or the dataset.json of a data set (--data FOLDER). Columns have the headings they had in training,"
            + " and paths of files are relative to the table.";

    private final TrainableNetwork network;
    private final List<OutputScore> outputs;
    private final EncodedSamples samples;
    private final int batchSize;
    private int rows;

    /**
     * Nothing is predicted yet.
     *
     * @param network the network, with the parameters to use
     * @param scores its outputs
     * @param samples what it is asked about
     * @param batchSize largest number of samples of a batch
     */
    public Prediction(TrainableNetwork network, Scores scores, EncodedSamples samples, int batchSize) {
        this.network = network;
        outputs = scores.outputs();
        this.samples = samples;
        this.batchSize = batchSize;
    }

    /**
     * The samples of a question as the inputs of a run get them.
     *
     * @param bindings inputs and outputs of the run
     * @param encodings how its columns become numbers
     * @param scales how its arrays are standardised, by the name of the Input layer
     * @throws ReportedException if the network takes something else
     */
    public static EncodedSamples samples(PredictionQuestion question, Bindings bindings, FittedEncodings encodings,
            Map<String, ArrayScale> scales, ColumnReaders readers) {
        if (!question.files().isEmpty()) {
            requireOneOfFiles(bindings);
        }
        Set<Column> columns = new LinkedHashSet<>();
        bindings.inputs().forEach(input -> input.columns().forEach(bound -> columns.add(bound.column())));
        GivenSamples given = GivenSamples.of(question, List.copyOf(columns), readers);
        UnsaidScale unsaid = new UnsaidScale();
        return new EncodedSamples(given, bindings.inputs().stream()
                .map(input -> SampleInput.of(input, encodings, scales, given, readers, unsaid)).toList(), unsaid);
    }

    private static void requireOneOfFiles(Bindings bindings) {
        if (bindings.inputs().size() != 1) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The network of this run has " + bindings.inputs().size() + " inputs, so that a file is not all of a"
                            + " sample.",
                    REMEDY);
        }
        BoundInput input = bindings.inputs().get(0);
        if (!input.takesArrays()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "Input '" + input.layer().getName()
                    + "' of this run takes the columns of a table, no files.", REMEDY);
        }
    }

    /** What the outputs are asked for. */
    public List<OutputKind> kinds() {
        return outputs.stream().map(OutputScore::kind).toList();
    }

    /** How many samples were predicted. */
    public int rows() {
        return rows;
    }

    /**
     * Predicts all samples, batch by batch.
     *
     * @param target gets a row for each that can be used, in their order
     * @throws IOException if the disk can't be read, or what the target throws
     */
    public void predict(PredictionsFile.Rows target) throws IOException {
        int count = samples.samples().count();
        for (int begin = 0; begin < count; begin += batchSize) {
            EncodedSamples.Encoded encoded = samples.encode(begin, Math.min(begin + batchSize, count));
            if (encoded.numbers().length > 0) {
                add(encoded.numbers(), network.predict(encoded.batch()), target);
            }
        }
    }

    private void add(int[] numbers, Map<String, Tensor> said, PredictionsFile.Rows target) throws IOException {
        for (int i = 0; i < numbers.length; i++) {
            int row = i;
            target.add(samples.samples().name(numbers[i]), samples.samples().subset(numbers[i]),
                    outputs.stream().map(output -> output.answer(output.own(said), row)).toList());
        }
        rows += numbers.length;
    }
}
