// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

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

    private final transient BatchLoss loss;
    private final int rowsPerSample;
    private final double weight;
    private transient float[] weights = new float[0];
    private transient float[] outputs = new float[0];
    private double sum;

    /**
     * @param loss loss of a batch, with the activation before it
     * @param rowsPerSample number of rows that belong to one sample
     * @param weight factor on the loss, for networks with several outputs
     */
    public OutputLoss(BatchLoss loss, int rowsPerSample, double weight) {
        this.loss = loss;
        this.rowsPerSample = rowsPerSample;
        this.weight = weight;
    }

    /** Sets the factors on the loss of each target of the next batch; all are 1 until then. */
    public void weigh(float[] factors) {
        weights = factors;
    }

    /** Numbers in a row of the target of an output that has {@code columns} in a row. */
    public int targetColumns(int columns) {
        return loss.targetColumns(columns);
    }

    /** The number of samples of the last batch times the mean of their weighted losses, of those that are known. */
    public double sum() {
        return sum;
    }

    /** The outputs for the last batch after the activation, row by row. */
    public float[] outputs() {
        return outputs;
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        double[] before = ArrayMemory.doubles(preOutput);
        double[] gradients = new double[before.length];
        outputs = new float[before.length];
        sum = loss.evaluate(new BatchNumbers(Math.toIntExact(preOutput.size(0) / rowsPerSample), before,
                ArrayMemory.doubles(labels), weights, outputs, gradients), weight);
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
}
