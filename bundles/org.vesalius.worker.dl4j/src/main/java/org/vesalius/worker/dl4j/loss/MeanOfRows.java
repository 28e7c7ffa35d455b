// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

/**
 * The mean loss of the rows of a sample.
 *
 * @param loss loss of a row
 * @param columns numbers in a row
 */
record MeanOfRows(RowLoss loss, int columns) implements SampleLoss {

    @Override
    public double evaluate(double[] before, double[] target, double[] output, double[] gradient) {
        if (before.length == columns) {
            return loss.evaluate(before, target, output, gradient);
        }
        int rows = before.length / columns;
        double sum = 0;
        Row row = new Row(columns);
        for (int start = 0; start < before.length; start += columns) {
            sum += row.evaluate(start, before, target, output, gradient) / rows;
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
        private final double[] rowOutput;
        private final double[] rowGradient;

        Row(int columns) {
            rowBefore = new double[columns];
            rowTarget = new double[columns];
            rowOutput = new double[columns];
            rowGradient = new double[columns];
        }

        double evaluate(int start, double[] before, double[] target, double[] output, double[] gradient) {
            System.arraycopy(before, start, rowBefore, 0, columns);
            System.arraycopy(target, start, rowTarget, 0, columns);
            double value = loss.evaluate(rowBefore, rowTarget, rowOutput, rowGradient);
            System.arraycopy(rowOutput, 0, output, start, columns);
            System.arraycopy(rowGradient, 0, gradient, start, columns);
            return value;
        }
    }
}
