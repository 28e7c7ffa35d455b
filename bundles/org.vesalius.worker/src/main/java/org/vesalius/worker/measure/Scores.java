// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.vesalius.evaluation.output.OutputMeasure;
import org.vesalius.experiment.binding.Bindings;
import org.vesalius.experiment.encoding.FittedEncodings;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.StepResult;
import org.vesalius.worker.spi.Tensor;

/**
 * Scores batches over all outputs: losses add up, by the weights of the outputs and of the samples, as in training;
 * accuracy is the mean over the outputs that tell categories.
 *
 * @param outputs the outputs of the network
 */
public record Scores(List<OutputScore> outputs) {
    /** Copies the list. */
    public Scores {
        outputs = List.copyOf(outputs);
    }

    /** The scores of bound outputs. */
    public static Scores of(Bindings bindings, FittedEncodings encodings) {
        return new Scores(bindings.outputs().stream()
                .map(output -> OutputScore.of(output, encodings.of(output.layer().getName()))).toList());
    }

    /** Scores predictions on a batch. */
    public MetricValues of(Map<String, Tensor> predicted, Batch batch) {
        Map<String, Double> losses = new LinkedHashMap<>();
        double loss = 0;
        for (OutputScore output : outputs) {
            double own = output.meanLoss(output.own(predicted), output.own(batch.targets()),
                    output.own(batch.weights()));
            losses.put(output.layer(), own);
            loss += own;
        }
        return values(loss, losses, predicted, batch.targets(), batch.weights());
    }

    /**
     * Scores a training step: its own losses, and the accuracy of its forward pass where that is known.
     *
     * @param known which values of the truth are known, by Output layers
     */
    public MetricValues of(StepResult step, Batch batch, Map<String, boolean[]> known) {
        return values(step.loss(), step.losses(), step.outputs(), batch.targets(), factors(batch, known));
    }

    /**
     * How many rows the accuracy of each output is of, and how many terms its loss, by the keys of the metrics: those of a batch
     * whose truth is known. Means over batches are taken by these.
     */
    public Map<String, Long> rows(Batch batch, Map<String, boolean[]> known) {
        Map<String, Tensor> factors = factors(batch, known);
        Map<String, Long> rows = new LinkedHashMap<>();
        outputs.forEach(output -> rows.put(key(Metric.LOSS, output), output.knownTerms(output.own(batch.weights()))));
        outputs.stream().filter(OutputScore::categorical).forEach(output -> rows.put(key(Metric.ACCURACY, output),
                OutputScore.rowsWithTruth(output.own(factors))));
        return rows;
    }

    /**
     * The metrics of an epoch, by the means over its batches: accuracy is the mean over the outputs, and the loss the sum of
     * theirs, not the mean over batches.
     */
    public MetricValues of(MetricValues mean) {
        OptionalDouble accuracy = accuracy(mean);
        MetricValues values = accuracy.isPresent() ? mean.with(Metric.ACCURACY, accuracy.getAsDouble()) : mean;
        boolean apart = outputs.stream().allMatch(output -> values.values().containsKey(key(Metric.LOSS, output)));
        return apart ? values.with(Metric.LOSS, outputs.stream().mapToDouble(output -> values.of(key(Metric.LOSS, output))).sum())
                : values;
    }

    /** 1 for each value that is known, whatever it weighs in the loss. */
    private Map<String, Tensor> factors(Batch batch, Map<String, boolean[]> known) {
        Map<String, Tensor> factors = new LinkedHashMap<>();
        for (OutputScore output : outputs) {
            factors.put(output.layer(),
                    OutputScore.factors(output.own(known), output.own(batch.targets())));
        }
        return factors;
    }

    /** What measures each output on all samples of a subset, without a baseline; nothing is added yet. */
    public List<OutputMeasure> measures() {
        return outputs.stream().map(output -> output.kind().measure().withoutBaseline()).toList();
    }

    /**
     * Adds what is said of a batch to the measure of each output.
     *
     * @param known which values of the truth are known, by Output layers
     */
    public void add(Map<String, Tensor> predicted, Batch batch, Map<String, boolean[]> known,
            List<OutputMeasure> measures) {
        for (int i = 0; i < measures.size(); i++) {
            OutputScore output = outputs.get(i);
            output.add(output.own(predicted), output.own(batch.targets()), output.own(known),
                    measures.get(i));
        }
    }

    /**
     * The metrics of a subset.
     *
     * @param mean the mean of those of its batches
     * @param measures have seen all its samples
     */
    public MetricValues of(MetricValues mean, List<OutputMeasure> measures) {
        MetricValues values = mean;
        for (int i = 0; i < outputs.size(); i++) {
            OutputScore output = outputs.get(i);
            MetricValues measured = new MetricValues(measures.get(i).metrics());
            if (output.comparesSamples()) {
                values = values.with(key(Metric.LOSS, output), output.output().getLossWeight() * measured.of(Metric.LOSS));
            }
            for (Metric metric : Metric.ALL) {
                if (!metric.equals(Metric.LOSS) && metric.tasks().contains(output.kind().task())) {
                    values = values.with(key(metric, output), measured.of(metric));
                }
            }
        }
        return of(values);
    }

    /** The mean over the outputs that tell categories and of which some truth is known. */
    private OptionalDouble accuracy(MetricValues values) {
        return outputs.stream().filter(OutputScore::categorical)
                .mapToDouble(output -> values.of(key(Metric.ACCURACY, output))).filter(value -> !Double.isNaN(value))
                .average();
    }

    private MetricValues values(double loss, Map<String, Double> losses, Map<String, Tensor> predicted,
            Map<String, Tensor> truths, Map<String, Tensor> factors) {
        MetricValues values = MetricValues.NONE.with(Metric.LOSS, loss);
        Map<OutputScore, Double> accuracies = predicted.isEmpty() ? Map.of()
                : accuracies(predicted, truths, factors);
        OptionalDouble mean = accuracies.values().stream().mapToDouble(Double::doubleValue).average();
        values = mean.isPresent() ? values.with(Metric.ACCURACY, mean.getAsDouble()) : values;
        for (OutputScore output : outputs.size() > 1 ? outputs : List.<OutputScore>of()) {
            values = losses.containsKey(output.layer())
                    ? values.with(key(Metric.LOSS, output), losses.get(output.layer())) : values;
            values = accuracies.containsKey(output) ? values.with(key(Metric.ACCURACY, output), accuracies.get(output))
                    : values;
        }
        return values;
    }

    private Map<OutputScore, Double> accuracies(Map<String, Tensor> predicted, Map<String, Tensor> truths,
            Map<String, Tensor> factors) {
        Map<OutputScore, Double> accuracies = new LinkedHashMap<>();
        outputs.stream().filter(OutputScore::categorical)
                .forEach(output -> output.accuracy(output.own(predicted), output.own(truths),
                        output.own(factors)).ifPresent(value -> accuracies.put(output, value)));
        return accuracies;
    }

    /** A value of the only output is that of the network. */
    private String key(Metric metric, OutputScore output) {
        return MetricValues.key(metric, outputs.size() > 1 ? output.layer() : "");
    }
}
