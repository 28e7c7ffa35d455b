// SPDX-License-Identifier: EPL-2.0
/** Preferences of the canvas. */
package org.vesalius.network.ui.preference;
