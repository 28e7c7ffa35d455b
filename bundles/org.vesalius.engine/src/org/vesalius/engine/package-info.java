// SPDX-License-Identifier: EPL-2.0
/**
 * Execution engines, the probe of their devices, and the run service.
 *
 * @since 1.0
 */
package org.vesalius.engine;
