// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.vesalius.worker.measure.Scores;
import org.vesalius.experiment.event.RunEvent.BatchFinished;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.experiment.run.RunCommand;
import org.vesalius.worker.data.BatchAssembler;
import org.vesalius.worker.data.PrefetchedBatches;
import org.vesalius.worker.journal.RunJournal;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.StepResult;
import org.vesalius.worker.spi.TrainableNetwork;

/** Trains one epoch. */
final class EpochRun {
    private final int epoch;
    private final double rate;
    private final RunJournal journal;
    private final Scores scores;
    private final MetricsMean mean = new MetricsMean();
    private final long start = System.nanoTime();
    private long iteration;
    private double firstLoss;
    private boolean sameAnswers;
    private RunCommand command = RunCommand.RUN;
    private double trainingSeconds;

    /**
     * @param epoch number of the epoch
     * @param iteration number of batches trained on before
     * @param rate learning rate
     * @param scores scores the batches
     * @param journal gets an event for each batch
     */
    EpochRun(int epoch, long iteration, double rate, Scores scores, RunJournal journal) {
        this.epoch = epoch;
        this.iteration = iteration;
        this.rate = rate;
        this.scores = scores;
        this.journal = journal;
    }

    /** Trains on the batches until they are through or the user wants the run to end. */
    void train(TrainableNetwork network, BatchAssembler assembler, List<int[]> samples, Pace pace) {
        network.beginEpoch(epoch, rate);
        try (PrefetchedBatches batches = new PrefetchedBatches(samples,
                batch -> assembler.assemble(batch, epoch))) {
            command = pace.heed();
            for (Iterator<int[]> numbers = samples.iterator(); batches.hasNext() && !command.ends();) {
                Batch batch = batches.next();
                step(network, batch, assembler.known(numbers.next(), batch));
                command = pace.heed();
            }
            if (!batches.hasNext() && command == RunCommand.STOP) {
                // the epoch is complete, so it counts; the loop heeds the command before the next one
                command = RunCommand.RUN;
            }
        }
        trainingSeconds = seconds();
    }

    /** The command that ended the epoch before its time; {@link RunCommand#RUN} if it is complete. */
    RunCommand ending() {
        return command;
    }

    /** Number of batches trained on so far, over all epochs. */
    long iteration() {
        return iteration;
    }

    /** Metrics over the batches so far. */
    MetricValues metrics() {
        return scores.of(mean.mean());
    }

    /** Seconds since the epoch began. */
    double seconds() {
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** Samples trained on per second, validation not counted. */
    double samplesPerSecond() {
        return mean.samples() / trainingSeconds;
    }

    /** Loss of the first batch, before the parameters changed. */
    double firstLoss() {
        return firstLoss;
    }

    /** Whether in the last batch of several samples all got the same answer. */
    boolean sameAnswers() {
        return sameAnswers;
    }

    private void step(TrainableNetwork network, Batch batch, Map<String, boolean[]> known) {
        StepResult result = network.fit(batch);
        MetricValues metrics = scores.of(result, batch, known);
        double loss = metrics.of(Metric.LOSS);
        iteration++;
        firstLoss = mean.samples() == 0 ? loss : firstLoss;
        if (batch.size() > 1) {
            SameAnswers answers = new SameAnswers();
            answers.add(result.outputs(), batch.size());
            sameAnswers = answers.found();
        }
        mean.add(metrics, batch.size(), scores.rows(batch, known));
        journal.event(new BatchFinished(journal.clock().instant(), epoch, iteration, metrics, rate, batch.size()));
        Divergence.check(loss, "iteration " + iteration + " (epoch " + epoch + ")", rate);
    }
}
