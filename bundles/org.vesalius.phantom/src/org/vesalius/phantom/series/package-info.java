// SPDX-License-Identifier: EPL-2.0
/** Made-up signals and series: nights of sleep, electrocardiograms, vital signs at the bedside. */
package org.vesalius.phantom.series;
