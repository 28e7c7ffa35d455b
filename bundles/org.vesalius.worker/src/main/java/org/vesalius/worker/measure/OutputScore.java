// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vesalius.evaluation.Decision;
import org.vesalius.evaluation.metric.PlaceGrid;
import org.vesalius.evaluation.output.Answer;
import org.vesalius.evaluation.output.OutputKind;
import org.vesalius.evaluation.output.OutputMeasure;
import org.vesalius.experiment.binding.Bindings.BoundOutput;
import org.vesalius.experiment.binding.OutputKinds;
import org.vesalius.experiment.encoding.FittedColumn;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.network.Output;
import org.vesalius.worker.spi.Tensor;

/**
 * Scores what one output says, the same for every library. An output may have any number of axes: each place of an image
 * or step of a sequence, a row of its last axis, is then right or wrong on its own.
 *
 * @param output the Output layer: its loss, with constants and weight
 * @param kind what it is asked for
 * @param form how what it says is read
 */
public record OutputScore(Output output, OutputKind kind, AnswerForm form) {
    /** Needs an output. */
    public OutputScore {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(form, "form");
    }

    /**
     * The score of a bound output.
     *
     * @param columns how its columns became numbers; none where they hold arrays
     */
    public static OutputScore of(BoundOutput output, List<FittedColumn> columns) {
        OutputKind kind = OutputKinds.of(output);
        List<Double> ends = columns.stream().flatMap(column -> column.bounds().stream()).toList();
        if (!ends.isEmpty()) {
            kind = OutputKind.of(kind.output(), kind.task(), ends.stream().map(String::valueOf).toList());
        }
        return new OutputScore(output.layer(), kind, AnswerForm.of(output, columns));
    }

    /** Whether it tells categories, of samples or steps, so that it can be right or wrong. */
    boolean categorical() {
        return Metric.ACCURACY.tasks().contains(kind.task());
    }

    /** Whether its loss compares samples with each other, so that it has to be computed of all of them at once. */
    boolean comparesSamples() {
        return kind.ties().isPresent();
    }

    /** Name of the Output layer. */
    public String layer() {
        return output.getName();
    }

    /** Its own of things by Output layers. */
    public <T> T own(Map<String, T> byLayer) {
        return Objects.requireNonNull(byLayer.get(layer()), this::layer);
    }

    /**
     * Mean loss of what is known, each value by its weight, times the weight of the output. Cross-entropy over categories and
     * Kullback-Leibler are sums over a row, Dice looks at a whole sample, Cox's likelihood at all samples, all others are
     * means over numbers.
     *
     * @return 0 if nothing is known
     */
    double meanLoss(Tensor predicted, Tensor truth, Tensor weights) {
        long known = knownTerms(weights);
        if (known == 0) {
            return 0;
        }
        if (comparesSamples()) {
            return output.getLossWeight() * comparison(predicted, truth, weights) / known;
        }
        double sum = 0;
        for (int i = 0; i < truth.batch(); i++) {
            double[] factors = sample(weights, i);
            double largest = Arrays.stream(factors).max().orElse(0);
            if (largest > 0) {
                double[] shares = Arrays.stream(factors).map(factor -> factor / largest).toArray();
                sum += largest * new SampleScore(output, columns(truth), shares).loss(sample(predicted, i),
                        sample(truth, i));
            }
        }
        return output.getLossWeight() * sum * (truth.sampleSize() / term(truth)) / known;
    }

    private int term(Tensor truth) {
        return SampleScore.term(output.getLoss(), truth.sampleSize(), columns(truth));
    }

    /** How many terms the mean loss is of: those with a weight above 0. */
    long knownTerms(Tensor weights) {
        int size = term(weights);
        float[] values = weights.values();
        long known = 0;
        for (int start = 0; start < values.length; start += size) {
            boolean there = false;
            for (int i = start; i < start + size && !there; i++) {
                there = values[i] > 0;
            }
            known += there ? 1 : 0;
        }
        return known;
    }

    /**
     * The share of the rows whose category is right, of those whose truth is known: one unit by the threshold 0.5, several
     * by the highest. A row is one sample, or a place of an image or a step of a sequence.
     *
     * @return nothing if no truth is known
     */
    OptionalDouble accuracy(Tensor saidBy, Tensor trueOf, Tensor weights) {
        Tensor predicted = form.numbers(saidBy);
        Tensor truth = form.numbers(trueOf);
        int columns = columns(truth);
        int weightColumns = columns(weights);
        int correct = 0;
        int known = 0;
        for (int start = 0; start < truth.values().length; start += columns) {
            if (weights.values()[start / columns * weightColumns] > 0) {
                known++;
                correct += Decision.of(predicted.values(), start, columns)
                        == Decision.of(truth.values(), start, columns) ? 1 : 0;
            }
        }
        return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(correct / (double) known);
    }

    /** Adds what is said of the samples of a batch to a measure. */
    public void add(Tensor said, Tensor truth, boolean[] known, OutputMeasure measure) {
        for (int i = 0; i < said.batch(); i++) {
            measure.add(answer(said, truth, known, i, Optional.empty()));
        }
    }

    /**
     * What is said of one sample, beside what is true.
     *
     * @param known which values of the truth are known, as many as it has
     * @param row number of the sample in the batch
     * @param grid where its places are, if distances between them are wanted
     */
    public Answer answer(Tensor said, Tensor truth, boolean[] known, int row, Optional<PlaceGrid> grid) {
        int size = truth.sampleSize();
        float[] right = form.numbers(part(truth, row));
        boolean[] there = new boolean[right.length];
        for (int i = 0; i < there.length; i++) {
            there[i] = known[row * size + Math.min(i, size - 1)];
        }
        return new Answer(form.numbers(part(said, row)), right, there, grid);
    }

    /** What is said of a sample whose truth nobody knows. */
    public Answer answer(Tensor said, int row) {
        return Answer.unknown(form.numbers(part(said, row)));
    }

    /** As {@link #meanLoss}, without the weight of the output. */
    double unweightedLoss(Tensor predicted, Tensor truth, Tensor weights) {
        return output.getLossWeight() == 0 ? Double.NaN : meanLoss(predicted, truth, weights) / output.getLossWeight();
    }

    /** How many rows of the last axis have a truth that is known. */
    static long rowsWithTruth(Tensor factors) {
        int columns = columns(factors);
        long rows = 0;
        for (int start = 0; start < factors.values().length; start += columns) {
            rows += factors.values()[start] > 0 ? 1 : 0;
        }
        return rows;
    }

    /** 1 where the truth is known, else 0, in the shape of the truth. */
    static Tensor factors(boolean[] known, Tensor truth) {
        float[] factors = new float[known.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = known[i] ? 1 : 0;
        }
        return new Tensor(truth.shape(), factors);
    }

    private double comparison(Tensor predicted, Tensor truth, Tensor weights) {
        OutputMeasure measure = kind.measure();
        int known = 0;
        for (int i = 0; i < truth.batch(); i++) {
            boolean there = weights.values()[i * weights.sampleSize()] > 0;
            known += there ? 1 : 0;
            measure.add(new Answer(part(predicted, i), part(truth, i), new boolean[] {there, there}));
        }
        return known == 0 ? 0 : new MetricValues(measure.metrics()).of(Metric.LOSS) * known;
    }

    private static float[] part(Tensor tensor, int row) {
        int size = tensor.sampleSize();
        return Arrays.copyOfRange(tensor.values(), row * size, (row + 1) * size);
    }

    /** Size of the last axis. */
    private static int columns(Tensor tensor) {
        return tensor.shape()[tensor.shape().length - 1];
    }

    private static double[] sample(Tensor tensor, int number) {
        double[] sample = new double[tensor.sampleSize()];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = tensor.values()[number * sample.length + i];
        }
        return sample;
    }
}
