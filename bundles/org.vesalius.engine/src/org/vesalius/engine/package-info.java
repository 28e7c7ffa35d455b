// SPDX-License-Identifier: EPL-2.0
/** Execution engines, the probe of their devices, and the run service. */
package org.vesalius.engine;
