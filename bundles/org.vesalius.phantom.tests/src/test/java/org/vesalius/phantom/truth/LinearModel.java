// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.truth;

import java.util.stream.IntStream;

/**
 * Baselines without a network, fitted by Newton's method with a slight penalty: logistic regression, and the proportional
 * hazards of Cox with the ties of Breslow. Inputs are standardised by the samples fitted to.
 */
public final class LinearModel {
    private static final double PENALTY = 1e-3;
    private static final int STEPS = 50;

    private final double[] mean;
    private final double[] deviation;
    private double[] weights;

    private LinearModel(double[][] inputs) {
        int count = inputs[0].length;
        mean = new double[count];
        deviation = new double[count];
        for (int j = 0; j < count; j++) {
            int column = j;
            mean[j] = IntStream.range(0, inputs.length).mapToDouble(i -> inputs[i][column]).average().orElseThrow();
            double variance = IntStream.range(0, inputs.length).mapToDouble(i -> inputs[i][column] - mean[column])
                    .map(x -> x * x).average().orElseThrow();
            deviation[j] = variance > 0 ? Math.sqrt(variance) : 1;
        }
    }

    /** Logistic regression. */
    public static LinearModel logistic(double[][] inputs, boolean[] positive) {
        LinearModel model = new LinearModel(inputs);
        double[][] x = new double[inputs.length][];
        for (int i = 0; i < x.length; i++) {
            double[] z = model.standardised(inputs[i]);
            x[i] = new double[z.length + 1];
            System.arraycopy(z, 0, x[i], 0, z.length);
            x[i][z.length] = 1;
        }
        model.weights = newton(x[0].length, (weights, gradient, curvature) -> {
            for (int i = 0; i < x.length; i++) {
                double p = 1 / (1 + Math.exp(-dot(weights, x[i])));
                add(gradient, x[i], (positive[i] ? 1 : 0) - p);
                add(curvature, x[i], p * (1 - p));
            }
        });
        return model;
    }

    /** Proportional hazards. */
    public static LinearModel cox(double[][] inputs, double[] times, boolean[] events) {
        LinearModel model = new LinearModel(inputs);
        double[][] x = IntStream.range(0, inputs.length).mapToObj(i -> model.standardised(inputs[i])).toArray(double[][]::new);
        model.weights = newton(x[0].length, (weights, gradient, curvature) -> {
            for (int i = 0; i < x.length; i++) {
                if (events[i]) {
                    addEvent(x, times, i, weights, gradient, curvature);
                }
            }
        });
        return model;
    }

    private static void addEvent(double[][] x, double[] times, int event, double[] weights, double[] gradient,
            double[][] curvature) {
        double[] mean = new double[weights.length];
        double[][] square = new double[weights.length][weights.length];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            if (times[i] >= times[event]) {
                double hazard = Math.exp(dot(weights, x[i]));
                sum += hazard;
                add(mean, x[i], hazard);
                add(square, x[i], hazard);
            }
        }
        add(gradient, x[event], 1);
        for (int j = 0; j < mean.length; j++) {
            gradient[j] -= mean[j] / sum;
            for (int k = 0; k < mean.length; k++) {
                curvature[j][k] += square[j][k] / sum - mean[j] / sum * mean[k] / sum;
            }
        }
    }

    /** The scores of samples: the larger, the likelier or the earlier. */
    public double[] scores(double[][] inputs) {
        return IntStream.range(0, inputs.length).mapToDouble(i -> dot(weights, standardised(inputs[i]))).toArray();
    }

    private double[] standardised(double[] input) {
        return IntStream.range(0, mean.length).mapToDouble(j -> (input[j] - mean[j]) / deviation[j]).toArray();
    }

    /** Adds gradient and curvature of the log-likelihood at some weights. */
    private interface Likelihood {
        void add(double[] weights, double[] gradient, double[][] curvature);
    }

    private static double[] newton(int count, Likelihood likelihood) {
        double[] weights = new double[count];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[count];
            double[][] curvature = new double[count][count];
            likelihood.add(weights, gradient, curvature);
            for (int j = 0; j < count; j++) {
                gradient[j] -= PENALTY * weights[j];
                curvature[j][j] += PENALTY;
            }
            double[] change = solved(curvature, gradient);
            add(weights, change, 1);
            if (dot(change, change) < 1e-16) {
                return weights;
            }
        }
        throw new IllegalStateException("Newton's method doesn't come to an end");
    }

    /** Gauss's elimination of a positive definite matrix. */
    private static double[] solved(double[][] matrix, double[] right) {
        int count = right.length;
        for (int j = 0; j < count; j++) {
            for (int i = j + 1; i < count; i++) {
                double factor = matrix[i][j] / matrix[j][j];
                add(matrix[i], matrix[j], -factor);
                right[i] -= factor * right[j];
            }
        }
        double[] solution = new double[count];
        for (int j = count - 1; j >= 0; j--) {
            solution[j] = (right[j] - dot(matrix[j], solution)) / matrix[j][j];
        }
        return solution;
    }

    private static void add(double[] to, double[] values, double factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * values[i];
        }
    }

    private static void add(double[][] to, double[] values, double factor) {
        for (int i = 0; i < to.length; i++) {
            add(to[i], values, factor * values[i]);
        }
    }

    /** Of the entries that both have. */
    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            sum += a[i] * b[i];
        }
        return sum + (a.length > b.length ? a[b.length] : 0);
    }
}
