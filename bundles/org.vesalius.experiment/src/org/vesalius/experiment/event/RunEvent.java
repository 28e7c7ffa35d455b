// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.vesalius.core.English;
import org.vesalius.core.check.Severity;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.experiment.run.RunState;

/**
 * Something that happened during a run. Epochs and iterations count from 1.
 *
 * <p>A run that was resumed repeats the epochs after its last checkpoint: a {@link RunStarted} whose
 * {@link RunStarted#firstEpoch()} is <em>n</em> makes all earlier events of epoch <em>n</em> and later ones obsolete.
 */
public sealed interface RunEvent {
    /** When it happened, by the clock of the worker's machine. */
    Instant time();

    /**
     * Training begins, or goes on from a checkpoint.
     *
     * @param time when
     * @param firstEpoch the epoch that is trained next: 1 for a new run, more for a resumed one
     * @param epochs the last epoch of the plan
     * @param batchesPerEpoch number of iterations of one epoch
     * @param trainingSamples number of samples trained on
     * @param validationSamples number of samples measured after each epoch
     * @param leftOut number of samples left out since their files can't be read
     * @param incomplete number of samples left out for a missing value, as the data set says of its column, by the names of
     *        their subsets; empty in events of earlier versions
     */
    record RunStarted(Instant time, int firstEpoch, int epochs, long batchesPerEpoch, int trainingSamples,
            int validationSamples, int leftOut, Map<String, Integer> incomplete) implements RunEvent {
        /** The time may not be null. */
        public RunStarted {
            Objects.requireNonNull(time, "time");
            incomplete = incomplete == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(incomplete));
        }

        /** With no sample left out for a missing value. */
        public RunStarted(Instant time, int firstEpoch, int epochs, long batchesPerEpoch, int trainingSamples,
                int validationSamples, int leftOut) {
            this(time, firstEpoch, epochs, batchesPerEpoch, trainingSamples, validationSamples, leftOut, Map.of());
        }

        /** What is left out, to follow other counts; empty if nothing is. */
        public String leftOutWords() {
            int lacking = incomplete.values().stream().mapToInt(Integer::intValue).sum();
            return (leftOut == 0 ? "" : "; " + English.quantity(leftOut, "sample") + " left out as unreadable")
                    + (lacking == 0 ? "" : "; " + English.quantity(lacking, "sample") + " left out for a missing value ("
                            + English.all(incomplete.entrySet().stream()
                                    .map(subset -> subset.getValue() + " of '" + subset.getKey() + "'").toList())
                            + ")");
        }
    }

    /**
     * One iteration is done: one change of the parameters.
     *
     * @param time when
     * @param epoch the epoch it belongs to
     * @param iteration number of the iteration, counted over all epochs
     * @param metrics values on the batch before the change, class weights included
     * @param learningRate the rate of this iteration
     * @param size number of samples in the batch
     */
    record BatchFinished(Instant time, int epoch, long iteration, MetricValues metrics, double learningRate, int size)
            implements RunEvent {
        /** No component may be null. */
        public BatchFinished {
            Objects.requireNonNull(time, "time");
            Objects.requireNonNull(metrics, "metrics");
        }
    }

    /**
     * One epoch is trained and measured.
     *
     * <p>The two losses are not the same measure: the training loss is the mean over steps whose parameters still
     * change, with dropout and sample weights, and an engine may compute it from the sums before the last activation,
     * so that it has no bound. The validation loss is computed after the epoch; a cross-entropy takes probabilities
     * kept 1e-7 away from 0 and 1, so that one sample costs 16.1 at most. A gap between them need not mean that the
     * network learnt by heart.
     *
     * @param time when
     * @param epoch the epoch
     * @param training metrics gathered while training, over all batches of the epoch
     * @param validation metrics on the validation subset after the epoch; {@link MetricValues#NONE} without such a
     * subset
     * @param seconds duration of the epoch with its validation
     * @param samplesPerSecond training samples per second, validation not counted
     * @param best whether the model is the best one so far, by the monitored metric
     */
    record EpochFinished(Instant time, int epoch, MetricValues training, MetricValues validation, double seconds,
            double samplesPerSecond, boolean best) implements RunEvent {
        /** No component may be null. */
        public EpochFinished {
            Objects.requireNonNull(time, "time");
            Objects.requireNonNull(training, "training");
            Objects.requireNonNull(validation, "validation");
        }
    }

    /**
     * A checkpoint is complete on disk.
     *
     * @param time when
     * @param epoch the last epoch it holds
     * @param file its folder, relative to the run folder, with forward slashes
     * @param parametersSha256 hash of the parameters in it
     */
    record CheckpointSaved(Instant time, int epoch, String file, String parametersSha256) implements RunEvent {
        /** No component may be null. */
        public CheckpointSaved {
            Objects.requireNonNull(time, "time");
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(parametersSha256, "parametersSha256");
        }
    }

    /**
     * The run is in another state now.
     *
     * @param time when
     * @param state the new state
     * @param message why, in the user's words; empty when there is nothing to add
     */
    record StateChanged(Instant time, RunState state, String message) implements RunEvent {
        /** No component may be null. */
        public StateChanged {
            Objects.requireNonNull(time, "time");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(message, "message");
        }
    }

    /**
     * Something a person should know about the run.
     *
     * @param time when
     * @param severity how much it weighs
     * @param code stable name of the kind of notice, such as {@code training.diverged}
     * @param message what happened and what to do, in the user's words
     */
    record Notice(Instant time, Severity severity, String code, String message) implements RunEvent {
        /** Code of the notice that a lost worker is started again. */
        public static final String WORKER_RESTARTED = "worker.restarted";

        /** No component may be null. */
        public Notice {
            Objects.requireNonNull(time, "time");
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
        }
    }
}
