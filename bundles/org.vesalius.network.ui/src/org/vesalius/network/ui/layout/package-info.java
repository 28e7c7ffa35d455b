// SPDX-License-Identifier: EPL-2.0
/** Arranges layers from top to bottom, in a job. */
package org.vesalius.network.ui.layout;
