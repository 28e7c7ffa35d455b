// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vesalius.dataset.journal.Waivers.Waiver;

/**
 * What {@code run.json} says about a run. Immutable: each {@code with} gives a changed copy.
 *
 * @param format version of the file format, {@link #FORMAT}
 * @param experiment name of the experiment
 * @param provenance what the results depend on
 * @param epochs number of epochs planned
 * @param created when the run was prepared
 * @param process the process that answers for it
 * @param state the state written last; see {@link RunStatus} for the state as it is
 * @param message why it is in this state, in the user's words; may be empty
 * @param since when it got into this state
 * @param progress how far it came
 * @param restarts how often its worker was started again, since that was lost, after the user last started or resumed
 * it
 * @param waivers what checks found that would have held it back, and why it was begun nevertheless
 */
public record RunRecord(int format, String experiment, Provenance provenance, int epochs, Instant created,
        RunProcess process, RunState state, String message, Instant since, RunProgress progress, int restarts,
        List<Waiver> waivers) {
    /** Version of the file format that is written; this and all before are read. Since 2 events have metrics by id. */
    public static final int FORMAT = 2;

    /** No component may be null, but for waivers, which earlier versions lack. */
    public RunRecord {
        Objects.requireNonNull(experiment, "experiment");
        Objects.requireNonNull(provenance, "provenance");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(process, "process");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(progress, "progress");
        waivers = waivers == null ? List.of() : List.copyOf(waivers);
    }

    /** The record of a run that was just prepared by this process. */
    public static RunRecord prepared(String experiment, Provenance provenance, int epochs, Instant now) {
        return new RunRecord(FORMAT, experiment, provenance, epochs, now, RunProcess.current(), RunState.QUEUED, "",
                now, RunProgress.NONE, 0, List.of());
    }

    /**
     * In another state, or in the same one with another message.
     *
     * @throws IllegalStateException if a run can't go from its state to that one
     */
    public RunRecord withState(RunState next, String why, Instant now) {
        if (next != state && !state.canBecome(next)) {
            throw new IllegalStateException("a run can't go from " + state + " to " + next);
        }
        return new RunRecord(format, experiment, provenance, epochs, created, process, next, why,
                next == state ? since : now, progress, restarts, waivers);
    }

    /** With another process that answers for the run. */
    public RunRecord withProcess(RunProcess other) {
        return new RunRecord(format, experiment, provenance, epochs, created, other, state, message, since, progress,
                restarts, waivers);
    }

    /** With other progress. */
    public RunRecord withProgress(RunProgress other) {
        return new RunRecord(format, experiment, provenance, epochs, created, process, state, message, since, other,
                restarts, waivers);
    }

    /** With the findings that it was begun in spite of. */
    public RunRecord withWaivers(List<Waiver> others) {
        return new RunRecord(format, experiment, provenance, epochs, created, process, state, message, since, progress,
                restarts, others);
    }

    /** With other provenance. */
    public RunRecord withProvenance(Provenance other) {
        return new RunRecord(format, experiment, other, epochs, created, process, state, message, since, progress,
                restarts, waivers);
    }

    /**
     * In the queue again for another worker, with this process answering for it until that does.
     *
     * @param why why the worker before is gone, if the run was live
     * @param count the restarts it has then
     */
    public RunRecord requeued(String why, int count, Instant now) {
        RunRecord ended = state.live() ? withState(RunState.LOST, why, now) : this;
        return new RunRecord(FORMAT, experiment, provenance, epochs, created, RunProcess.current(),
                ended.withState(RunState.QUEUED, "", now).state(), "", now, progress, count, waivers);
    }

    /** The message, if there is one. */
    public Optional<String> why() {
        return message.isEmpty() ? Optional.empty() : Optional.of(message);
    }

    /**
     * How far a run came.
     *
     * @param epochsDone number of epochs trained and kept in a checkpoint
     * @param bestEpoch the epoch of the best model, 0 when there is none yet
     * @param samples number of training samples
     * @param leftOut number of samples left out since their files can't be read, over all subsets
     * @param parametersSha256 hash of the parameters after the last epoch done; empty before the first
     * @param modelSha256 hash of the parameters of the best model; empty when there is none yet
     */
    public record RunProgress(int epochsDone, int bestEpoch, int samples, int leftOut, String parametersSha256,
            String modelSha256) {
        /** The progress of a run that has not begun. */
        public static final RunProgress NONE = new RunProgress(0, 0, 0, 0, "", "");

        /** Reads absent hashes as empty. */
        public RunProgress {
            parametersSha256 = parametersSha256 == null ? "" : parametersSha256;
            modelSha256 = modelSha256 == null ? "" : modelSha256;
        }

        /** With the counts of the data as it was opened. */
        public RunProgress withSamples(int training, int unreadable) {
            return new RunProgress(epochsDone, bestEpoch, training, unreadable, parametersSha256, modelSha256);
        }

        /** After one more epoch. */
        public RunProgress withEpoch(int epoch, String sha256) {
            return new RunProgress(epoch, bestEpoch, samples, leftOut, sha256, modelSha256);
        }

        /** With another best model. */
        public RunProgress withBest(int epoch, String sha256) {
            return new RunProgress(epochsDone, epoch, samples, leftOut, parametersSha256, sha256);
        }
    }
}
