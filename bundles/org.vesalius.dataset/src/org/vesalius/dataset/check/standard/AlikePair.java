// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import org.vesalius.dataset.Sample;

/**
 * Two samples with the same image.
 *
 * @param first the earlier one
 * @param second the later one
 * @param exact whether all their values are the same; else what they show is
 */
public record AlikePair(Sample first, Sample second, boolean exact) {
}
