// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

/**
 * Convolution by its definition, in double precision and plain loops, with its derivatives: what the fast layers are
 * measured against.
 */
record ReferenceWindow(int[] kernel, int[] stride, boolean same) {

    /** Called for each pair of a place in the output and a sample of the window that lies inside the image. */
    @FunctionalInterface
    interface Visitor {
        void visit(int image, int outY, int outX, int y, int x, int kernelIndex);
    }

    Images output(Images input, int channels) {
        return new Images(input.count(), size(0, input.height()), size(1, input.width()), channels);
    }

    /** Visits all pairs in the order of images, output places and window samples. */
    void forEach(Images input, Visitor visitor) {
        Images output = output(input, 1);
        int top = padding(0, input.height());
        int left = padding(1, input.width());
        for (int image = 0; image < input.count(); image++) {
            for (int place = 0; place < output.height() * output.width(); place++) {
                int outY = place / output.width();
                int outX = place % output.width();
                for (int k = 0; k < area(); k++) {
                    int y = outY * stride[0] - top + k / kernel[1];
                    int x = outX * stride[1] - left + k % kernel[1];
                    if (input.inside(y, x)) {
                        visitor.visit(image, outY, outX, y, x, k);
                    }
                }
            }
        }
    }

    /** Convolution without activation; weights {@code [filters, channels, height, width]}. */
    Images convolve(Images input, double[] weights, double[] bias) {
        Images output = output(input, bias.length);
        for (int i = 0; i < output.values().length; i++) {
            output.values()[i] = bias[i % bias.length];
        }
        forEach(input, (image, outY, outX, y, x, k) -> {
            for (int f = 0; f < bias.length; f++) {
                for (int c = 0; c < input.channels(); c++) {
                    output.values()[output.index(image, outY, outX, f)] += input.values()[input.index(image, y, x, c)]
                            * weights[(f * input.channels() + c) * area() + k];
                }
            }
        });
        return output;
    }

    /** Adds the derivatives of a convolution by weights and input to the arrays given. */
    void backward(Images input, double[] weights, Images delta, double[] weightGradient, Images inputGradient) {
        forEach(input, (image, outY, outX, y, x, k) -> {
            for (int f = 0; f < delta.channels(); f++) {
                double d = delta.values()[delta.index(image, outY, outX, f)];
                for (int c = 0; c < input.channels(); c++) {
                    int weight = (f * input.channels() + c) * area() + k;
                    int pixel = input.index(image, y, x, c);
                    weightGradient[weight] += d * input.values()[pixel];
                    inputGradient.values()[pixel] += d * weights[weight];
                }
            }
        });
    }

    /** Whether the window is padded, and its stride is larger than itself. */
    boolean leavesPixels() {
        return same && (stride[0] > kernel[0] || stride[1] > kernel[1]);
    }

    private int area() {
        return kernel[0] * kernel[1];
    }

    private int size(int axis, int input) {
        return same ? (input + stride[axis] - 1) / stride[axis] : (input - kernel[axis]) / stride[axis] + 1;
    }

    private int padding(int axis, int input) {
        int total = (size(axis, input) - 1) * stride[axis] + kernel[axis] - input;
        return same ? Math.max(total, 0) / 2 : 0;
    }
}
