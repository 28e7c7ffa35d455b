// SPDX-License-Identifier: EPL-2.0
/** Keeps shapes, counts and problems up to date while a network is edited, off the UI thread. */
package org.vesalius.network.ui.analysis;
