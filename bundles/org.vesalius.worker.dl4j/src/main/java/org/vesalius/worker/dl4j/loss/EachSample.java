// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

/**
 * The mean of the losses of single samples or of their terms, of those whose truth is known.
 *
 * @param loss loss of one sample
 */
record EachSample(SampleLoss loss) implements BatchLoss {

    @Override
    public double evaluate(BatchNumbers batch, double factor) {
        double sum = 0;
        Sample sample = new Sample(batch.size());
        double known = factor * batch.known(loss.term(batch.size()));
        for (int i = 0; i < batch.samples(); i++) {
            sum += sample.evaluate(batch, i, known);
        }
        return sum;
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

        double evaluate(BatchNumbers batch, int index, double factor) {
            int start = index * before.length;
            System.arraycopy(batch.before(), start, before, 0, before.length);
            double weighted = factor * load(batch, start);
            double value = weighted * loss.evaluate(before, target, shares, output, gradient);
            for (int i = 0; i < before.length; i++) {
                // of a sample without a truth the loss may be infinite
                batch.gradients()[start + i] = weighted == 0 ? 0 : weighted * gradient[i];
                batch.outputs()[start + i] = (float) output[i];
            }
            return weighted == 0 ? 0 : value;
        }

        /** Parts the weights of a sample into the largest and the shares of it, so that equal weights are one factor. */
        private double load(BatchNumbers batch, int start) {
            double largest = 0;
            for (int i = 0; i < shares.length; i++) {
                target[i] = batch.targets()[start + i];
                shares[i] = batch.weight(start + i);
                largest = Math.max(largest, shares[i]);
            }
            for (int i = 0; i < shares.length; i++) {
                shares[i] = largest == 0 ? 0 : shares[i] / largest;
            }
            return largest;
        }
    }
}
