// SPDX-License-Identifier: EPL-2.0
/** What mouse and keyboard may do with the parts of the canvas, and which commands come of it. */
package org.vesalius.network.ui.policy;
