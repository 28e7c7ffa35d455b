// SPDX-License-Identifier: EPL-2.0
/**
 * Random numbers that come out the same on every machine, today and in ten years.
 *
 * @since 1.0
 */
package org.vesalius.dataset.random;
