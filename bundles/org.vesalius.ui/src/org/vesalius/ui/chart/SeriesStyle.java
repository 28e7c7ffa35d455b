// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.chart;

/** How a curve is drawn. All curves of a chart share one hue, so that what belongs together is seen together. */
public enum SeriesStyle {
    /** Faint thin line: noisy values of single batches, the backdrop of the others. */
    FAINT,
    /** Solid line with filled points: values on the training subset, one an epoch. */
    SOLID,
    /** Dashed line with hollow points: values on the validation subset, one an epoch. */
    DASHED
}
