// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

import java.util.Arrays;

import org.vesalius.network.ActivationFunction;

/** The activation functions that a loss can apply: over one row, with the derivative in terms of the result. */
public enum RowActivation {
    /** The numbers themselves. */
    LINEAR {
        @Override
        void apply(double[] before, double[] output) {
            System.arraycopy(before, 0, output, 0, before.length);
        }

        @Override
        void backward(double[] output, double[] gradient) {
            // the derivative is 1
        }
    },
    /** max(0, x). */
    RELU {
        @Override
        void apply(double[] before, double[] output) {
            for (int i = 0; i < before.length; i++) {
                output[i] = Math.max(0, before[i]);
            }
        }

        @Override
        void backward(double[] output, double[] gradient) {
            for (int i = 0; i < output.length; i++) {
                gradient[i] = output[i] > 0 ? gradient[i] : 0;
            }
        }
    },
    /** 1 / (1 + e⁻ˣ). */
    SIGMOID {
        @Override
        void apply(double[] before, double[] output) {
            for (int i = 0; i < before.length; i++) {
                output[i] = sigmoid(before[i]);
            }
        }

        @Override
        void backward(double[] output, double[] gradient) {
            for (int i = 0; i < output.length; i++) {
                gradient[i] *= output[i] * (1 - output[i]);
            }
        }
    },
    /** Hyperbolic tangent. */
    TANH {
        @Override
        void apply(double[] before, double[] output) {
            for (int i = 0; i < before.length; i++) {
                output[i] = StrictMath.tanh(before[i]);
            }
        }

        @Override
        void backward(double[] output, double[] gradient) {
            for (int i = 0; i < output.length; i++) {
                gradient[i] *= 1 - output[i] * output[i];
            }
        }
    },
    /** eˣ over the sum of the row. */
    SOFTMAX {
        @Override
        void apply(double[] before, double[] output) {
            softmax(before, output);
        }

        @Override
        void backward(double[] output, double[] gradient) {
            double mean = 0;
            for (int i = 0; i < output.length; i++) {
                mean += gradient[i] * output[i];
            }
            for (int i = 0; i < output.length; i++) {
                gradient[i] = output[i] * (gradient[i] - mean);
            }
        }
    };

    /** Whether a loss can apply this function; the layer in front has to apply the others. */
    public static boolean knows(ActivationFunction function) {
        return Arrays.stream(values()).anyMatch(known -> known.name().equals(function.getName()));
    }

    /** The function of the metamodel, one of those it {@link #knows}. */
    static RowActivation of(ActivationFunction function) {
        return valueOf(function.getName());
    }

    /** Applies the function to a row. */
    abstract void apply(double[] before, double[] output);

    /**
     * Turns the derivative by the output into that by the numbers before the function, in place.
     *
     * @param output what {@link #apply} gave
     * @param gradient the derivative
     */
    abstract void backward(double[] output, double[] gradient);

    static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + StrictMath.exp(-x));
        }
        double e = StrictMath.exp(x);
        return e / (1 + e);
    }

    /** Softmax of a row; returns the logarithm of the sum of the exponentials. */
    static double softmax(double[] logits, double[] output) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            output[i] = StrictMath.exp(logits[i] - largest);
            sum += output[i];
        }
        for (int i = 0; i < logits.length; i++) {
            output[i] /= sum;
        }
        return largest + StrictMath.log(sum);
    }
}
