// SPDX-License-Identifier: EPL-2.0
/** Preferences of training: engines and devices, the cache, and what experiments begin with. */
package org.vesalius.experiment.ui.preference;
