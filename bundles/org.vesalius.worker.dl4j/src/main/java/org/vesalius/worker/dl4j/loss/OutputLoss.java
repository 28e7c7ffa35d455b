// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

import java.util.Arrays;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.vesalius.worker.dl4j.runtime.ArrayMemory;

/**
 * The loss of one output of a DL4J graph. It sees the outputs of the training pass and keeps them, so training accuracy
 * needs no pass of its own.
 *
 * <p>Several rows may belong to one sample (time steps, pixels). DL4J divides gradients by the number of samples and
 * nothing else, so what rows mean to a sample, the weights of samples and that of the output come in here.
 * Belongs to one graph and one thread.
 */
public final class OutputLoss implements ILossFunction {

    private static final long serialVersionUID = 1L;

    private final transient SampleLoss loss;
    private final int rowsPerSample;
    private final double weight;
    private transient float[] weights = new float[0];
    private transient float[] outputs = new float[0];
    private double sum;

    /**
     * @param loss loss of a sample, with the activation before it
     * @param rowsPerSample number of rows that belong to one sample
     * @param weight factor on the loss, for networks with several outputs
     */
    public OutputLoss(SampleLoss loss, int rowsPerSample, double weight) {
        this.loss = loss;
        this.rowsPerSample = rowsPerSample;
        this.weight = weight;
    }

    /** Sets the factors on the loss of each number of the next batch; all are 1 until then. */
    public void weigh(float[] factors) {
        weights = factors;
    }

    /** The sum of the weighted losses of the samples of the last batch. */
    public double sum() {
        return sum;
    }

    /** The outputs for the last batch after the activation, row by row. */
    public float[] outputs() {
        return outputs;
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        int size = Math.toIntExact(rowsPerSample * preOutput.size(1));
        double[] before = ArrayMemory.doubles(preOutput);
        double[] targets = ArrayMemory.doubles(labels);
        double[] gradients = new double[before.length];
        outputs = new float[before.length];
        sum = 0;
        Sample sample = new Sample(size);
        for (int i = 0; i < before.length / size; i++) {
            sum += sample.evaluate(i, before, targets, gradients);
        }
        return Nd4j.create(gradients, preOutput.shape(), preOutput.dataType());
    }

    /** The sum that the gradient was computed with: DL4J asks for the gradient first. */
    @Override
    public double computeScore(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask,
            boolean average) {
        return average ? sum / (preOutput.size(0) / (double) rowsPerSample) : sum;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        throw new UnsupportedOperationException("losses of single samples are not computed in training");
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(INDArray labels, INDArray preOutput, IActivation activation,
            INDArray mask, boolean average) {
        INDArray gradient = computeGradient(labels, preOutput, activation, mask);
        return new Pair<>(computeScore(labels, preOutput, activation, mask, average), gradient);
    }

    @Override
    public String name() {
        return "Vesalius" + loss;
    }

    /** Working space for one sample after the other. */
    private final class Sample {
        private final double[] before;
        private final double[] target;
        private final double[] shares;
        private final double[] output;
        private final double[] gradient;

        Sample(int size) {
            before = new double[size];
            target = new double[size];
            shares = new double[size];
            output = new double[size];
            gradient = new double[size];
        }

        double evaluate(int index, double[] allBefore, double[] allTargets, double[] allGradients) {
            int start = index * before.length;
            System.arraycopy(allBefore, start, before, 0, before.length);
            System.arraycopy(allTargets, start, target, 0, before.length);
            double factor = weight * share(start);
            double value = factor * loss.evaluate(before, target, shares, output, gradient);
            for (int i = 0; i < before.length; i++) {
                allGradients[start + i] = factor == 0 ? 0 : factor * gradient[i];
                outputs[start + i] = (float) output[i];
            }
            return factor == 0 ? 0 : value;
        }

        /** Parts the weights of a sample into the largest and the shares of it, so that equal weights are one factor. */
        private double share(int start) {
            if (weights.length == 0) {
                Arrays.fill(shares, 1);
                return 1;
            }
            double largest = 0;
            for (int i = 0; i < shares.length; i++) {
                largest = Math.max(largest, weights[start + i]);
            }
            for (int i = 0; i < shares.length; i++) {
                shares[i] = largest == 0 ? 0 : weights[start + i] / largest;
            }
            return largest;
        }
    }
}
