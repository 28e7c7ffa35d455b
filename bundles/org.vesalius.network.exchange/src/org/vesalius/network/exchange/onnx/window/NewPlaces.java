// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.window;

import org.vesalius.network.exchange.onnx.draw.AxisMap;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;

/**
 * What the places of an axis become when a Resize changes their number: sums of the old places. Computed in single
 * precision, as runtimes do, so that ties fall to the same side. Source: ONNX operator Resize.
 *
 * @param mode nearest, linear or cubic
 * @param coordinates which old place a new one lies at
 * @param rounding how nearest rounds
 * @param sharpness coefficient of cubic
 * @param outside whether cubic leaves out places beyond the border rather than repeating the last one
 */
record NewPlaces(String mode, String coordinates, String rounding, float sharpness, boolean outside) {
    /** The settings of an operator. */
    static NewPlaces of(ForeignNode node) {
        return new NewPlaces(node.text("mode", "nearest"), node.text("coordinate_transformation_mode", ""),
                node.text("nearest_mode", ""), (float) node.number("cubic_coeff_a", -0.75),
                node.integer("exclude_outside", 0) != 0);
    }

    /** The matrix old × new places. */
    float[] matrix(int before, int after, float scale) throws NotExpressible {
        float[] matrix = AxisMap.room(before, after);
        for (int place = 0; place < after; place++) {
            float at = at(place, before, after, scale);
            switch (mode) {
                case "nearest" -> matrix[nearest(at, before) * after + place] = 1;
                case "linear", "bilinear", "trilinear" -> linear(matrix, at, place, before, after);
                case "cubic" -> cubic(matrix, at, place, before, after);
                default -> throw new NotExpressible("it makes places between others by " + mode);
            }
        }
        return matrix;
    }

    /** The old places that nearest picks. */
    int[] nearest(int before, int after, float scale) throws NotExpressible {
        int[] places = new int[after];
        for (int place = 0; place < after; place++) {
            places[place] = nearest(at(place, before, after, scale), before);
        }
        return places;
    }

    private float at(int place, int before, int after, float scale) throws NotExpressible {
        return switch (coordinates) {
            case "half_pixel" -> (place + 0.5f) / scale - 0.5f;
            case "pytorch_half_pixel" -> after > 1 ? (place + 0.5f) / scale - 0.5f : 0;
            case "align_corners" -> after == 1 ? 0 : (float) place * (before - 1) / (after - 1);
            case "asymmetric" -> place / scale;
            case "tf_half_pixel_for_nn" -> (place + 0.5f) / scale;
            case "half_pixel_symmetric" -> symmetric(place, before, after, scale);
            default -> throw new NotExpressible("it places new places by " + coordinates);
        };
    }

    private static float symmetric(int place, int before, int after, float scale) {
        float adjustment = after / (scale * before);
        float center = before / 2f;
        return center * (1 - adjustment) + (place + 0.5f) / scale - 0.5f;
    }

    private int nearest(float at, int before) throws NotExpressible {
        double place = switch (rounding) {
            case "round_prefer_floor" -> at == (int) at + 0.5f ? Math.floor(at) : Math.round(at);
            case "round_prefer_ceil" -> Math.floor(at + 0.5);
            case "floor" -> Math.floor(at);
            case "ceil" -> Math.ceil(at);
            default -> throw new NotExpressible("it rounds places by " + rounding);
        };
        return (int) Math.max(0, Math.min(before - 1, place));
    }

    private static void linear(float[] matrix, float at, int place, int before, int after) {
        float inside = Math.max(0, Math.min(before - 1, at));
        int low = (int) inside;
        int high = Math.min(low + 1, before - 1);
        matrix[low * after + place] += 1 - (inside - low);
        matrix[high * after + place] += inside - low;
    }

    /** Keys' convolution of four neighbours. */
    private void cubic(float[] matrix, float at, int place, int before, int after) {
        int low = (int) Math.floor(at);
        float[] weights = new float[4];
        float sum = 0;
        for (int i = 0; i < 4; i++) {
            int old = low - 1 + i;
            weights[i] = outside && (old < 0 || old >= before) ? 0 : keys(Math.abs(at - old));
            sum += weights[i];
        }
        for (int i = 0; i < 4; i++) {
            int old = Math.max(0, Math.min(before - 1, low - 1 + i));
            matrix[old * after + place] += outside ? weights[i] / sum : weights[i];
        }
    }

    private float keys(float x) {
        float a = sharpness;
        return x <= 1 ? ((a + 2) * x - (a + 3)) * x * x + 1 : x < 2 ? ((a * x - 5 * a) * x + 8 * a) * x - 4 * a : 0;
    }
}
