// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Tensor;

/** Puts samples together to batches. A pure function of samples and epoch, so it doesn't matter which thread does it. */
public final class BatchAssembler {
    private final List<InputSource> inputs;
    private final List<TargetSource> targets;
    private final float[] weights;

    /**
     * @param inputs one source for each Input layer
     * @param targets one source for each Output layer
     * @param weights factor on the loss of each sample of the opened data
     */
    public BatchAssembler(List<InputSource> inputs, List<TargetSource> targets, float[] weights) {
        this.inputs = List.copyOf(inputs);
        this.targets = List.copyOf(targets);
        this.weights = weights.clone();
    }

    /**
     * A batch to train on or to measure with.
     *
     * @param samples numbers of the samples, whose truth is known
     * @param epoch number of the epoch, or {@link InputSource#PLAIN} for samples as they are
     */
    public Batch assemble(int[] samples, int epoch) {
        return batch(inputs(samples, epoch), samples);
    }

    /** The truth and the weights of samples, without inputs. */
    public Batch assembleTruths(int[] samples) {
        return batch(Map.of(), samples);
    }

    /** A batch to predict from: no targets, samples as they are, weights of 1. */
    public Batch assembleInputs(int[] samples) {
        float[] ones = new float[samples.length];
        Arrays.fill(ones, 1);
        return new Batch(inputs(samples, InputSource.PLAIN), Map.of(), ones, samples.length);
    }

    private Batch batch(Map<String, Tensor> tensors, int[] samples) {
        Map<String, Tensor> truths = new HashMap<>();
        for (TargetSource target : targets) {
            truths.put(target.layer(), truth(target, samples));
        }
        float[] sampleWeights = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            sampleWeights[i] = weights[samples[i]];
        }
        return new Batch(tensors, truths, sampleWeights, samples.length);
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

    private static Tensor truth(TargetSource target, int[] samples) {
        Tensor tensor = Tensor.zeros(samples.length, target.units());
        for (int i = 0; i < samples.length; i++) {
            target.write(samples[i], tensor.values(), i * target.units());
        }
        return tensor;
    }

    private static int[] withBatchAxis(int batch, int[] shape) {
        int[] all = new int[shape.length + 1];
        all[0] = batch;
        System.arraycopy(shape, 0, all, 1, shape.length);
        return all;
    }
}
