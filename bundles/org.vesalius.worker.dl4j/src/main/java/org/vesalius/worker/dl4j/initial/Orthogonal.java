// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.initial;

import java.util.SplittableRandom;

/**
 * A matrix whose rows are orthonormal, for the weights from one time step to the next; Keras's default there. The rows
 * are normal deviates made orthogonal by the modified Gram–Schmidt process. Needs no more rows than columns. Source:
 * Saxe, McClelland and Ganguli, ICLR 2014.
 */
public record Orthogonal() implements Initializer {

    @Override
    public double[] values(long[] shape, SplittableRandom random) {
        int rows = Math.toIntExact(shape[0]);
        int columns = Math.toIntExact(shape[1]);
        if (rows > columns) {
            throw new IllegalArgumentException(rows + " rows of " + columns + " numbers can't all be orthogonal");
        }
        double[][] matrix = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            fill(matrix[i], random);
            for (int j = 0; j < i; j++) {
                subtract(matrix[i], matrix[j], dot(matrix[i], matrix[j]));
            }
            scale(matrix[i], 1 / StrictMath.sqrt(dot(matrix[i], matrix[i])));
        }
        return flat(matrix, columns);
    }

    private static void fill(double[] row, SplittableRandom random) {
        for (int i = 0; i < row.length; i++) {
            // Box and Muller: 1 - u keeps the logarithm's argument above 0.
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            row[i] = radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void subtract(double[] row, double[] other, double factor) {
        for (int i = 0; i < row.length; i++) {
            row[i] -= factor * other[i];
        }
    }

    private static void scale(double[] row, double factor) {
        for (int i = 0; i < row.length; i++) {
            row[i] *= factor;
        }
    }

    private static double[] flat(double[][] matrix, int columns) {
        double[] values = new double[matrix.length * columns];
        for (int i = 0; i < matrix.length; i++) {
            System.arraycopy(matrix[i], 0, values, i * columns, columns);
        }
        return values;
    }
}
