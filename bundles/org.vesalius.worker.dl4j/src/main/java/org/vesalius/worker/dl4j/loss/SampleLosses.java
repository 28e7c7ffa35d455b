// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Losses of samples of several rows. */
final class SampleLosses {
    private SampleLosses() {
    }

    /**
     * The mean loss of the rows of a sample.
     *
     * @param loss loss of a row
     * @param columns numbers in a row
     */
    record MeanOfRows(RowLoss loss, int columns) implements SampleLoss {

        @Override
        public int term(int size) {
            return loss.mean() ? 1 : columns;
        }

        @Override
        public double evaluate(double[] before, double[] target, double[] weights, double[] output, double[] gradient) {
            if (before.length == columns) {
                return loss.evaluate(before, target, weights, output, gradient);
            }
            int rows = before.length / columns;
            double sum = 0;
            Row row = new Row(columns);
            for (int start = 0; start < before.length; start += columns) {
                sum += row.evaluate(start, before, target, weights, output, gradient) / rows;
            }
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] /= rows;
            }
            return sum;
        }

        /** Working space for one row after the other. */
        private final class Row {
            private final double[] rowBefore;
            private final double[] rowTarget;
            private final double[] rowWeights;
            private final double[] rowOutput;
            private final double[] rowGradient;

            Row(int columns) {
                rowBefore = new double[columns];
                rowTarget = new double[columns];
                rowWeights = new double[columns];
                rowOutput = new double[columns];
                rowGradient = new double[columns];
            }

            double evaluate(int start, double[] before, double[] target, double[] weights, double[] output,
                    double[] gradient) {
                System.arraycopy(before, start, rowBefore, 0, columns);
                System.arraycopy(target, start, rowTarget, 0, columns);
                System.arraycopy(weights, start, rowWeights, 0, columns);
                double value = loss.evaluate(rowBefore, rowTarget, rowWeights, rowOutput, rowGradient);
                System.arraycopy(rowOutput, 0, output, start, columns);
                System.arraycopy(rowGradient, 0, gradient, start, columns);
                return value;
            }
        }
    }

    /**
     * The mean over the structures, one a column, of 1 − (2 Σ y p + 1) / (Σ y + Σ p + 1) over all places of a sample,
     * each by its weight. Source: Milletari et al., arXiv:1606.04797; the ones keep the loss of an empty truth defined. All
     * columns in one sum would make little of small structures: behind a softmax it is 1 − the mean probability of what
     * is true. A column of which nothing is known doesn't count.
     *
     * @param activation from the numbers to the outputs
     * @param columns numbers in a row, over which the activation runs
     */
    record Dice(RowActivation activation, int columns) implements SampleLoss {

        @Override
        public int term(int size) {
            return size;
        }

        @Override
        public double evaluate(double[] before, double[] target, double[] weights, double[] output, double[] gradient) {
            activate(before, output);
            double[] both = new double[columns];
            double[] all = new double[columns];
            boolean[] known = new boolean[columns];
            for (int i = 0; i < output.length; i++) {
                int column = i % columns;
                both[column] += 2 * weights[i] * target[i] * output[i];
                all[column] += weights[i] * (target[i] + output[i]);
                known[column] |= weights[i] != 0;
            }
            double structures = IntStream.range(0, columns).filter(column -> known[column]).count();
            for (int i = 0; i < output.length; i++) {
                double sum = all[i % columns] + 1;
                gradient[i] = structures == 0 ? 0
                        : weights[i] * ((both[i % columns] + 1) / sum - 2 * target[i]) / sum / structures;
            }
            backward(output, gradient);
            return structures == 0 ? 0
                    : IntStream.range(0, columns).filter(column -> known[column])
                            .mapToDouble(column -> 1 - (both[column] + 1) / (all[column] + 1)).sum() / structures;
        }

        private void activate(double[] before, double[] output) {
            double[] row = new double[columns];
            for (int start = 0; start < before.length; start += columns) {
                activation.apply(Arrays.copyOfRange(before, start, start + columns), row);
                System.arraycopy(row, 0, output, start, columns);
            }
        }

        private void backward(double[] output, double[] gradient) {
            for (int start = 0; start < output.length; start += columns) {
                double[] row = Arrays.copyOfRange(gradient, start, start + columns);
                activation.backward(Arrays.copyOfRange(output, start, start + columns), row);
                System.arraycopy(row, 0, gradient, start, columns);
            }
        }
    }
}
