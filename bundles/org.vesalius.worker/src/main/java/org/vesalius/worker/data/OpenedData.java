// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.vesalius.dataset.Sample;
import org.vesalius.experiment.run.SampleHashes;

/**
 * The data of a run, ready to be read batch by batch. Samples are numbered in the order of {@link #samples}.
 *
 * @param samples all samples of the three subsets
 * @param subsets which of them are in which subset
 * @param inputs one source for each Input layer
 * @param targets one source for each Output layer, all of which are evaluated
 * @param assembler puts batches together
 * @param leftOut number of samples left out since their files can't be read
 * @param incomplete samples left out since they have no value in a column
 * @param hashes what each sample holds
 */
public record OpenedData(List<Sample> samples, Subsets subsets, List<InputSource> inputs, List<TargetSource> targets,
        BatchAssembler assembler, int leftOut, Incomplete incomplete, SampleHashes hashes) implements Closeable {
    /** Copies the lists. */
    public OpenedData {
        samples = List.copyOf(samples);
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
    }

    @Override
    public void close() throws IOException {
        for (InputSource input : inputs) {
            input.close();
        }
        for (TargetSource target : targets) {
            target.close();
        }
    }
}
