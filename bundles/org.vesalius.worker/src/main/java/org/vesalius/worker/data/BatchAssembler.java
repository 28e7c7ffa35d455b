// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Tensor;

/** Puts samples together to batches. A pure function of samples and epoch, so it doesn't matter which thread does it. */
public final class BatchAssembler {
    private final List<InputSource> inputs;
    private final List<TargetSource> targets;

    /**
     * @param inputs one source for each Input layer
     * @param targets one source for each Output layer
     */
    public BatchAssembler(List<InputSource> inputs, List<TargetSource> targets) {
        this.inputs = List.copyOf(inputs);
        this.targets = List.copyOf(targets);
    }

    /**
     * A batch to train on or to measure with.
     *
     * @param samples numbers of the samples, whose truth is known
     * @param epoch number of the epoch, or {@link InputSource#PLAIN} for samples as they are
     */
    public Batch assemble(int[] samples, int epoch) {
        return batch(inputs(samples, epoch), samples, epoch);
    }

    /**
     * Which values of the truth are known, for each Output layer as many as its target has.
     *
     * @param samples those of the batch
     */
    public Map<String, boolean[]> known(int[] samples, Batch batch) {
        Map<String, boolean[]> known = new HashMap<>();
        for (TargetSource target : targets) {
            Tensor weights = Objects.requireNonNull(batch.weights().get(target.layer()));
            boolean[] values = new boolean[weights.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = target.known(samples[i / weights.sampleSize()], weights.values()[i]);
            }
            known.put(target.layer(), values);
        }
        return known;
    }

    /** The truth and the weights of samples, without inputs. */
    public Batch assembleTruths(int[] samples) {
        return batch(Map.of(), samples, InputSource.PLAIN);
    }

    /** A batch to predict from: no targets, samples as they are. */
    public Batch assembleInputs(int[] samples) {
        return Batch.toPredict(inputs(samples, InputSource.PLAIN), samples.length);
    }

    private Batch batch(Map<String, Tensor> tensors, int[] samples, int epoch) {
        Map<String, Tensor> truths = new HashMap<>();
        Map<String, Tensor> weights = new HashMap<>();
        for (TargetSource target : targets) {
            int[] shape = withBatchAxis(samples.length, target.shape());
            Tensor truth = Tensor.zeros(shape);
            Tensor factors = Tensor.zeros(shape);
            for (int i = 0; i < samples.length; i++) {
                target.read(samples[i], epoch, truth.values(), factors.values(), i * truth.sampleSize());
            }
            truths.put(target.layer(), truth);
            weights.put(target.layer(), factors);
        }
        return new Batch(tensors, truths, weights, samples.length);
    }

    private Map<String, Tensor> inputs(int[] samples, int epoch) {
        Map<String, Tensor> tensors = new HashMap<>();
        for (InputSource input : inputs) {
            Tensor tensor = Tensor.zeros(withBatchAxis(samples.length, input.shape()));
            int size = tensor.sampleSize();
            for (int i = 0; i < samples.length; i++) {
                input.read(samples[i], epoch, tensor.values(), i * size);
            }
            tensors.put(input.layer(), tensor);
        }
        return tensors;
    }

    private static int[] withBatchAxis(int batch, int[] shape) {
        int[] all = new int[shape.length + 1];
        all[0] = batch;
        System.arraycopy(shape, 0, all, 1, shape.length);
        return all;
    }
}
