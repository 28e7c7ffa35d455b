// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.volume;

/**
 * Which stored axis runs along each axis of the patient, and which way: the closest to x to the right, y to the front and
 * z upwards. What is stored at an angle stays so; no value is interpolated.
 *
 * @param stored for x, y and z the number of the stored axis
 * @param flipped for x, y and z whether it runs the other way
 * @param steps for x, y and z the distance of two places in millimetres
 */
public record PatientAxes(int[] stored, boolean[] flipped, double[] steps) {

    /**
     * The axes of a matrix that brings places to millimetres. Each stored axis in turn takes the axis of the patient that it
     * runs along most, as {@code nibabel.io_orientation} does.
     *
     * @param affine its rows; empty if nothing is known, so that the first axis is taken to run to the left, as
     *        {@code nibabel.Nifti1Header.get_base_affine} does
     * @param fallback the steps then
     */
    public static PatientAxes of(double[][] affine, double[] fallback) {
        int[] stored = {0, 1, 2};
        boolean[] flipped = {affine.length == 0, false, false};
        double[] steps = {fallback[0], fallback[1], fallback[2]};
        boolean[] taken = new boolean[3];
        for (int axis = 0; axis < 3 && affine.length == 3; axis++) {
            int along = -1;
            for (int row = 0; row < 3; row++) {
                if (!taken[row] && (along < 0 || Math.abs(affine[row][axis]) > Math.abs(affine[along][axis]))) {
                    along = row;
                }
            }
            taken[along] = true;
            stored[along] = axis;
            flipped[along] = affine[along][axis] < 0;
            steps[along] = Math.sqrt(affine[0][axis] * affine[0][axis] + affine[1][axis] * affine[1][axis]
                    + affine[2][axis] * affine[2][axis]);
        }
        return new PatientAxes(stored, flipped, steps);
    }
}
