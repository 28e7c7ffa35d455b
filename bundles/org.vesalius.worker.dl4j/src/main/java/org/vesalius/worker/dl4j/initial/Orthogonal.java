// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.initial;

import java.util.SplittableRandom;

import org.vesalius.worker.dl4j.initial.RandomValues.Normal;

/**
 * A matrix whose rows are orthonormal, or its columns where it has fewer of them, for the weights from one time step to
 * the next; Keras's default there. All axes but the last count as rows. The vectors are normal deviates made orthogonal
 * by the modified Gram–Schmidt process. Source: Saxe, McClelland and Ganguli, ICLR 2014.
 */
public record Orthogonal() implements Initializer {

    @Override
    public double[] values(long[] shape, SplittableRandom random) {
        int columns = Math.toIntExact(shape[shape.length - 1]);
        int rows = Initializer.count(shape) / columns;
        return rows <= columns ? orthonormal(rows, columns, random)
                : turned(orthonormal(columns, rows, random), columns, rows);
    }

    private static double[] orthonormal(int rows, int columns, SplittableRandom random) {
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

    private static double[] turned(double[] values, int rows, int columns) {
        double[] result = new double[values.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result[j * rows + i] = values[i * columns + j];
            }
        }
        return result;
    }

    private static void fill(double[] row, SplittableRandom random) {
        for (int i = 0; i < row.length; i++) {
            row[i] = Normal.standard(random);
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
