// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

/**
 * Logistic regression on standardised pixels with a penalty on the squared weights, fitted by gradient descent with
 * momentum until it no longer changes much.
 */
final class LogisticRegression {
    private static final int STEPS = 80;
    private static final double MOMENTUM = 0.9;

    private final double penalty;
    private float[] mean;
    private float[] deviation;
    private double[] weights;
    private double bias;

    LogisticRegression(double penalty) {
        this.penalty = penalty;
    }

    void fit(float[][] pixels, boolean[] positive) {
        standardize(pixels);
        float[][] inputs = standardized(pixels);
        int count = inputs[0].length;
        weights = new double[count];
        double[] velocity = new double[count];
        // the largest curvature of the loss is at most a quarter of the inputs' mean squared length, and the penalty
        double rate = 1 / (0.25 * meanSquaredLength(inputs) + penalty);
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[count];
            double biasGradient = 0;
            for (int i = 0; i < inputs.length; i++) {
                double error = (probability(inputs[i]) - (positive[i] ? 1 : 0)) / inputs.length;
                biasGradient += error;
                for (int j = 0; j < count; j++) {
                    gradient[j] += error * inputs[i][j];
                }
            }
            bias -= biasGradient;
            for (int j = 0; j < count; j++) {
                velocity[j] = MOMENTUM * velocity[j] - rate * (gradient[j] + penalty * weights[j]);
                weights[j] += velocity[j];
            }
        }
    }

    /** The share of pairs of a positive and a negative image in which the positive one scores higher. */
    double auc(float[][] pixels, boolean[] positive) {
        float[][] inputs = standardized(pixels);
        double[] scores = new double[inputs.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(inputs[i]);
        }
        double wins = 0;
        double pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    wins += scores[i] > scores[j] ? 1 : 0;
                }
            }
        }
        return wins / pairs;
    }

    private double probability(float[] input) {
        return 1 / (1 + Math.exp(-score(input)));
    }

    private double score(float[] input) {
        double sum = bias;
        for (int j = 0; j < input.length; j++) {
            sum += weights[j] * input[j];
        }
        return sum;
    }

    private void standardize(float[][] pixels) {
        int count = pixels[0].length;
        mean = new float[count];
        deviation = new float[count];
        for (int j = 0; j < count; j++) {
            double sum = 0;
            double squares = 0;
            for (float[] image : pixels) {
                sum += image[j];
                squares += (double) image[j] * image[j];
            }
            mean[j] = (float) (sum / pixels.length);
            deviation[j] = (float) Math.sqrt(Math.max(0, squares / pixels.length - mean[j] * (double) mean[j])) + 0.25f;
        }
    }

    private float[][] standardized(float[][] pixels) {
        float[][] inputs = new float[pixels.length][mean.length];
        for (int i = 0; i < inputs.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                inputs[i][j] = (pixels[i][j] - mean[j]) / deviation[j];
            }
        }
        return inputs;
    }

    private static double meanSquaredLength(float[][] inputs) {
        double sum = 0;
        for (float[] input : inputs) {
            for (float value : input) {
                sum += value * value;
            }
        }
        return sum / inputs.length;
    }
}
