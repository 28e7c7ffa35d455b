// SPDX-License-Identifier: EPL-2.0
/**
 * Data sets on disk: {@code dataset.json} and {@code samples.csv}.
 *
 * @since 1.0
 */
package org.vesalius.dataset.io;
