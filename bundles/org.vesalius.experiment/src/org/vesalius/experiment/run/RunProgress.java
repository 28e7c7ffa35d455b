// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

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
